/** Runs one width of Fig. 3 of the paper: trains a network at (γ, γ′) and measures how far its input weights went. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { initialNetwork, relativeDistance, trainingAt } from "../setting/training.ts";
import { halfOf } from "../setting/workload.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = ({ gamma, gammaPrime, widths, widthCounts }, seed) => {
  const width = single(widths);
  const start = initialNetwork(halfOf(width, widthCounts), seed);
  return trained(trainingAt({ gamma, gammaPrime, width }, start), {
    onlyAtEnd: true,
    measure: ({ network }) => ({ quantities: { relativeDistance: relativeDistance(network, start) } }),
  });
};
