/** Runs an experiment of the phase diagram to its end in a test. */
import type { Measurement, RunContext } from "../../../../src/experiments/experiment.ts";

export const CONTEXT: RunContext = { seed: 1, stride: 100, signal: new AbortController().signal };

/** The last report of a run: its result. */
export async function lastOf(run: AsyncGenerator<Measurement>): Promise<Measurement> {
  let result: Measurement | undefined;
  for await (const each of run) result = each;
  return result as Measurement;
}
