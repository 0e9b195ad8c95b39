/** Several draws of the same training, from other samples and starts: a run for each, and their summary. Trains nothing. */
import { median } from "../math/statistics.ts";
import { whole } from "./declared.ts";
import type { Measured, Part } from "./experiment.ts";

export const DRAWS = whole("Networks", [1, 48], { hint: "From the seed and those after it." });

/** The seeds of `draws` draws: consecutive, beginning with the run's own. */
export function seedsOf(seed: number, draws: number): number[] {
  return Array.from({ length: draws }, (_, draw) => seed + draw);
}

/** A run for each draw. */
export function partsOfDraws<V extends { readonly draws: number }>(parameters: V, seed: number): Part<V>[] {
  return seedsOf(seed, parameters.draws).map((own) => ({
    parameters: { ...parameters, draws: 1 },
    seed: own,
  }));
}

/** A series of a sweep, as far as it is known, from those of its parts. */
export function joinedSeries<S extends string>(
  reports: readonly (Measured<string, S> | null)[],
  name: S,
): number[] {
  return reports.flatMap((report) => Array.from(report?.series[name] ?? []));
}

/** The median over all draws; undefined until all are known, and where one is not defined. */
export function medianOfAll(values: readonly number[], draws: number): number | undefined {
  return values.length === draws && values.every(Number.isFinite) ? median(values) : undefined;
}
