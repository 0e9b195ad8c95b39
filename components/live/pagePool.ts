/** The workers of this page, shared by everything that runs on it. Loaded when something is run. */

import { coresHere } from "../../src/runtime/workers/cores.ts";
import { createPool } from "../../src/runtime/workers/pool.ts";
import { startPageWorker } from "../../src/runtime/workers/startWorker.ts";

export const pool = createPool(startPageWorker, coresHere());
