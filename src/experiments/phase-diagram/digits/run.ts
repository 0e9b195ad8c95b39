/** Runs one width at one point of Fig. 5: trains a network on the digits and measures how far its input weights went. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { trainingOnDigits } from "../setting/mnist/training.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = function* ({ gammaFrom: gamma, widths, ...others }, seed) {
  const { training, distance } = yield* trainingOnDigits({ ...others, gamma, width: single(widths) }, seed);
  return trained(training, {
    onlyAtEnd: true,
    measure: ({ network }) => ({ quantities: { relativeDistance: distance(network) } }),
  });
};
