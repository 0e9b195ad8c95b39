/** A run that resumes from its stored checkpoint, and stores new ones on the way. */
import type { Device } from "../../engine/backends.ts";
import type { Measured, Pool } from "../workers/pool.ts";
import type { RunRequest } from "../workers/protocol.ts";
import type { RunStore } from "./runStore.ts";

/** Where an interrupted run is, and what had gone wrong before. */
export interface Interrupted {
  readonly checkpoint: unknown;
  readonly mishaps: readonly string[];
}

/** As the pool runs it. A checkpoint that turns out not to be of this run is dropped, and the run begins anew. */
export async function* runKept(
  pool: Pool,
  request: RunRequest,
  device: Device,
  store: RunStore,
  interrupted: Interrupted | null,
  signal: AbortSignal,
): AsyncGenerator<Measured> {
  const { checkpoint: from, mishaps = [] } = interrupted ?? {};
  try {
    for await (const measured of pool.run({ ...request, from }, device, signal)) {
      const all = { ...measured, mishaps: [...mishaps, ...measured.mishaps] };
      // What another device went on with is kept under the name of neither: it has the bits of neither.
      if (measured.device.backend === device.backend) store.keep(request, all);
      yield all;
    }
  } catch (error) {
    if (!interrupted || (error as Error).name !== "CheckpointError") throw error;
    await store.drop(request, device.backend);
    yield* runKept(pool, request, device, store, null, signal);
  }
}
