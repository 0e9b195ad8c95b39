/** A run that goes on from what is kept of it, and is kept as it goes. */
import type { Device } from "../../engine/backends.ts";
import type { Checkpoint } from "../../experiments/experiment.ts";
import { type Measured, runOnWorker } from "../pool.ts";
import type { RunRequest } from "../protocol.ts";
import type { Shelf } from "./shelf.ts";

/** Where an interrupted run is, and what had gone wrong before. */
export interface Interrupted {
  readonly checkpoint: Checkpoint;
  readonly mishaps: readonly string[];
}

/** As `runOnWorker`. A checkpoint that turns out not to be of this run is dropped, and the run begins anew. */
export async function* runKept(
  request: RunRequest,
  device: Device,
  shelf: Shelf,
  interrupted: Interrupted | null,
  signal: AbortSignal,
): AsyncGenerator<Measured> {
  const { checkpoint: from, mishaps = [] } = interrupted ?? {};
  try {
    for await (const measured of runOnWorker({ ...request, from }, device, signal)) {
      const all = { ...measured, mishaps: [...mishaps, ...measured.mishaps] };
      shelf.keep(request, all);
      yield all;
    }
  } catch (error) {
    if (!interrupted || (error as Error).name !== "CheckpointError") throw error;
    await shelf.drop(request, device.backend);
    yield* runKept(request, device, shelf, null, signal);
  }
}
