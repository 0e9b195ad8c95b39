/** `npm run verify` as a command: its arguments, carried out by the workers of this process or of a queue. */
import { BACKEND_LABELS } from "../../engine/backends.ts";
import type { Pool } from "../../runtime/workers/pool.ts";
import { UsageError } from "../command.ts";
import { poolFor } from "../runs/poolFor.ts";
import { checkClaims } from "./claims.ts";
import { verifyCommand } from "./command.ts";
import { mergeRecords } from "./merge.ts";
import { recheckFiles } from "./records.ts";

export const verify = () =>
  verifyCommand(async (wanted) => {
    if (wanted.kind === "merge") return await mergeRecords(wanted);
    const pool = await poolFor(wanted);
    try {
      if (wanted.kind === "records") return await recheckFiles(wanted, pool);
      if (wanted.backend === "webgpu") await nameAdapter(pool);
      return await checkClaims(wanted, pool);
    } finally {
      pool.end();
    }
  });

/** Says on which adapter runs are made. @throws UsageError where there is none: what was asked for is not what would run. */
async function nameAdapter(pool: Pool): Promise<void> {
  const { backend, adapter, reason } = await pool.deviceFor("webgpu");
  if (backend !== "webgpu") throw new UsageError(`--backend webgpu: ${reason}`);
  console.log(`${BACKEND_LABELS.webgpu}: ${adapter}.`);
}
