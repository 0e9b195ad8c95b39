/** `npm run verify` without its process: what it is asked for is run, and its exit code is returned. */
import { useCores } from "../../runtime/cores.ts";
import { hireWith } from "../../runtime/startWorker.ts";
import { threadWorker } from "../runs/threadWorker.ts";
import { checkClaims } from "./claims.ts";
import { EXIT, isUsageError, parseCommand } from "./command.ts";
import { recheckFiles } from "./records.ts";

/** Does what the words of the command ask for. The workers stay, for whoever calls this to end. */
export async function main(): Promise<number> {
  try {
    const wanted = parseCommand();
    hireWith(() => threadWorker());
    useCores(wanted.workers);
    return await (wanted.kind === "records" ? recheckFiles(wanted) : checkClaims(wanted));
  } catch (error) {
    console.error(isUsageError(error) ? error.message : error);
    return EXIT.wrongCall;
  }
}
