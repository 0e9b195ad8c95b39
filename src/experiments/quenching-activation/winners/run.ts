/** Runs one draw: trains a network and counts its activated neurons at the end. */
import { populationRisk } from "../../../theory/quenching/populationRisk.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { coefficientsOf, sharing } from "../setting/measures.ts";
import { SUMS } from "../setting/sums.ts";
import { drawn, neuronsIn, trainingOf } from "../setting/training.ts";
import type { meta } from "./meta.ts";
import { together } from "./sweep.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const all = drawn(parameters, seed);
  return trained(trainingOf(parameters, all, parameters), {
    onlyAtEnd: true,
    measure: ({ network }) => {
      const neurons = neuronsIn(network, parameters.scaling);
      const { activated = 0, effectiveNeurons = 0 } = sharing(coefficientsOf(neurons));
      const test = populationRisk(neurons, all.target, SUMS);
      return together(
        { activated: [activated], effectiveNeurons: [effectiveNeurons], test: [test] },
        parameters,
      );
    },
  });
};
