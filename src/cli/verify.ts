/**
 * `npm run verify -- [pattern] [--seeds N] [--backend NAME] [--workers N] [--json FILE] [--save FOLDER] [--update-records]`
 * runs claims and prints a line for each; `npm run verify -- --record FILE …` executes records again. Exit codes:
 * 0 all supported or confirmed, 1 some not, 2 called wrongly, 3 a record cannot be checked.
 */
import { useCores } from "../runtime/cores.ts";
import { endWorkers } from "../runtime/pool.ts";
import { hireWith } from "../runtime/startWorker.ts";
import { threadWorker } from "./runs/threadWorker.ts";
import { checkClaims } from "./verify/claims.ts";
import { EXIT, isUsageError, parseCommand } from "./verify/command.ts";
import { recheckFiles } from "./verify/records.ts";

async function main(): Promise<number> {
  const wanted = parseCommand();
  hireWith(() => threadWorker());
  useCores(wanted.workers);
  return await (wanted.kind === "records" ? recheckFiles(wanted) : checkClaims(wanted));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(isUsageError(error) ? error.message : error);
  process.exitCode = EXIT.wrongCall;
} finally {
  endWorkers();
}
