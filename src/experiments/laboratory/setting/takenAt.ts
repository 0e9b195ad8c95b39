/** What a lens took of a moment already: a report comes with a look at the same step, which is not to be made twice. */
import type { Moment, Taken } from "./lens.ts";

/** The numbers that were taken at this very step; undefined where it was not looked at. */
export function takenAt({ step }: Moment, taken: readonly Taken[]): readonly number[] | undefined {
  const last = taken.at(-1);
  return last?.step === step ? last.numbers : undefined;
}
