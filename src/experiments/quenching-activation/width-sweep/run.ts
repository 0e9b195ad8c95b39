/** Runs one width: trains a network until its training error has fallen far enough, or the time is over. */

import { dot } from "../../../math/vectors.ts";
import { populationRiskInPieces } from "../../../theory/quenching/populationRisk.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { coefficientsOf, sharing } from "../setting/measures.ts";
import { drawn, neuronsIn, trainingOf, twinOf } from "../setting/training.ts";
import { timeStepOf } from "../setting/workload.ts";
import type { meta } from "./meta.ts";
import { type Known, together } from "./sweep.ts";

/** Time between two looks at the training error. */
const LOOK = 0.5;

export const run: Run<typeof meta> = (parameters, seed) => {
  const width = single(parameters.widths);
  const setting = { ...parameters, width };
  const all = drawn(setting, seed);
  const { duration } = parameters;
  return trained(trainingOf(setting, all, { duration }), {
    onlyAtEnd: true,
    trace: { every: Math.ceil(LOOK / timeStepOf(width, parameters.rate)), take: ({ risk }) => 2 * risk },
    until: (looks) => (looks.at(-1) ?? Infinity) <= parameters.stopAt,
    measure: function* ({ network, risk }) {
      const neurons = neuronsIn(network, parameters.scaling);
      const { pathNorm, effectiveNeurons = width } = sharing(coefficientsOf(neurons));
      const change = neurons.inputs.map((b, at) => b - (all.startNeurons.inputs[at] as number));
      const one: Known = {
        width: [width],
        test: [yield* populationRiskInPieces(neurons, all.target)],
        twinTest: [yield* populationRiskInPieces(twinOf(all).at(Infinity), all.target)],
        pathNorm: [pathNorm],
        effectiveNeurons: [effectiveNeurons],
        train: [2 * risk],
        movement: [Math.sqrt(dot(change, change) / width)],
      };
      return together(one, parameters);
    },
  });
};
