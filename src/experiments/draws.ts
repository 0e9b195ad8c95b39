/** Several draws of the same training, from other samples and starts: a run for each, and their summary. Trains nothing. */
import { median } from "../math/statistics.ts";
import { whole } from "./declared.ts";
import type { Part } from "./experiment.ts";

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

/** The median over all draws; undefined until all are known, and where one is not defined. */
export function medianOfAll(values: readonly number[], draws: number): number | undefined {
  return values.length === draws && values.every(Number.isFinite) ? median(values) : undefined;
}
