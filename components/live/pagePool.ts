/** The workers of this page, shared by everything that runs on it. Loaded when something is run. */
import { createPool } from "../../src/runtime/workers/pool.ts";
import { coresHere, startPageWorker } from "../../src/runtime/workers/startWorker.ts";

export const pool = createPool(startPageWorker, coresHere());
