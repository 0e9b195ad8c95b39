/** Runs one cell of the plane: trains a network of one width on one sample, and measures where it ends. */
import { log } from "../../../math/elementary.ts";
import { populationRiskInPieces } from "../../../theory/quenching/populationRisk.ts";
import type { Run } from "../../driver/course.ts";
import { type Trained, trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { coefficientsOf, sharing } from "../setting/measures.ts";
import { drawn, neuronsIn, trainingOf } from "../setting/training.ts";
import { type meta, rateOf, STRIDE } from "./meta.ts";

export const run: Run<typeof meta> = (plane, seed) => {
  const { widths, sampleSizes, scaling, duration, stopAt } = plane;
  const width = single(widths);
  const cell = { ...plane, width, samples: single(sampleSizes), rate: rateOf(plane, width) };
  const all = drawn(cell, seed);
  const errorOf = ({ risk }: Trained<Float32Array>) => 2 * risk;
  return trained(trainingOf(cell, all, { duration }), {
    onlyAtEnd: true,
    // A cell that does not get down to `stopAt` ends with the duration, and counts as well.
    trace: { every: STRIDE, take: errorOf },
    until: (errors) => (errors.at(-1) ?? 1) <= stopAt,
    share: (now) => Math.max(now.time / duration, wayTo(stopAt, errorOf(now))),
    *measure(now) {
      const neurons = neuronsIn(now.network, scaling);
      const coefficient = coefficientsOf(neurons);
      const { pathNorm, effectiveNeurons, sharePerNeuron } = sharing(coefficient);
      const test = yield* populationRiskInPieces(neurons, all.target);
      return {
        quantities: { time: now.time, train: errorOf(now), test, pathNorm, effectiveNeurons, sharePerNeuron },
        series: { coefficient },
      };
    },
  });
};

/** How much of the way of log R̂ from about 1 is behind. */
function wayTo(stopAt: number, error: number): number {
  return error > 0 ? log(error) / log(stopAt) : 1;
}
