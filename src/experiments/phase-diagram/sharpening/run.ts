/** Runs one width: a network at (γ, γ′), of which only the count of orientations is used. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { effectiveOrientations, neuronsOf } from "../setting/neurons.ts";
import { initialNetwork, trainingAt } from "../setting/training.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = ({ gamma, gammaPrime, widths }, seed) => {
  const width = single(widths);
  const start = initialNetwork(width, seed);
  return trained(trainingAt({ gamma, gammaPrime, width }, start), {
    onlyAtEnd: true,
    measure: ({ network }) => ({
      quantities: { effectiveOrientations: effectiveOrientations(neuronsOf(network)) },
    }),
  });
};
