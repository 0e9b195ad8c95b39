// Everything that would grow with a leak, in the thread that asks.
import { engine, memory } from "@tensorflow/tfjs-core";

/** A message that asks a counted worker what it holds on to. */
export const COUNT = "count";

export function held(): object {
  return { ...memory(), dataIds: engine().backend.numDataIds() };
}
