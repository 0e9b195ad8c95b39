/** `npm run verify` as a command: its arguments, carried out by the workers of this process. */
import { createPool } from "../../runtime/workers/pool.ts";
import { bridgeTo } from "../../runtime/workers/workerBridge.ts";
import { threadWorker } from "../runs/threadWorker.ts";
import { checkClaims } from "./claims.ts";
import { verifyCommand } from "./command.ts";
import { recheckFiles } from "./records.ts";

export const verify = () =>
  verifyCommand(async (wanted) => {
    const pool = createPool(() => bridgeTo(threadWorker()), wanted.workers);
    try {
      return await (wanted.kind === "records" ? recheckFiles(wanted, pool) : checkClaims(wanted, pool));
    } finally {
      pool.end();
    }
  });
