/** Runs one cell of Fig. 6 of the paper at one width: trains a network at (γ, γ′) and reports some of its neurons. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { effectiveOrientations, neuronsOf, tallestNeurons } from "../setting/neurons.ts";
import { initialNetwork, trainingAt } from "../setting/training.ts";
import { DRAWN, type meta } from "./meta.ts";

export const run: Run<typeof meta> = ({ gammaFrom: gamma, gammaPrimeFrom: gammaPrime, widths }, seed) => {
  const width = single(widths);
  const start = initialNetwork(width, seed);
  return trained(trainingAt({ gamma, gammaPrime, width }, start), {
    onlyAtEnd: true,
    measure: ({ network }) => {
      const neurons = neuronsOf(network);
      return {
        quantities: { effectiveOrientations: effectiveOrientations(neurons) },
        series: tallestNeurons(neurons, DRAWN),
      };
    },
  });
};
