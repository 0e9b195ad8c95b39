/** `npm run verify`: runs claims, or executes records again; `npm run verify -- --help` says how. */
import { useCores } from "../runtime/cores.ts";
import { endWorkers } from "../runtime/pool.ts";
import { hireWith } from "../runtime/startWorker.ts";
import { call } from "./command.ts";
import { threadWorker } from "./runs/threadWorker.ts";
import { checkClaims } from "./verify/claims.ts";
import { verifyCommand } from "./verify/command.ts";
import { recheckFiles } from "./verify/records.ts";

const verify = verifyCommand(async (wanted) => {
  hireWith(() => threadWorker());
  useCores(wanted.workers);
  try {
    return await (wanted.kind === "records" ? recheckFiles(wanted) : checkClaims(wanted));
  } finally {
    endWorkers();
  }
});

await call(verify);
