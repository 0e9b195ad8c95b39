/** Runs one step size: trains a network for a time, and measures how far it is from what the flow conserves. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { driftOf } from "../setting/measures.ts";
import { drawn, neuronsIn, trainingOf } from "../setting/training.ts";
import { timeStepOf } from "../setting/workload.ts";
import { type meta, rateAfter } from "./meta.ts";

/** How much faster the output weights learn where they do. */
const FASTER = 1.1;

export const run: Run<typeof meta> = (parameters, seed) => {
  const rate = rateAfter(parameters.rate, single(parameters.halvings));
  const all = drawn(parameters, seed);
  const training = trainingOf({ ...parameters, rate }, all, parameters);
  const { outputRate } = training.descent;
  const faster = parameters.outputLayer === "faster" ? FASTER * outputRate : outputRate;
  return trained(
    { ...training, descent: { ...training.descent, outputRate: faster } },
    {
      onlyAtEnd: true,
      measure: ({ network }) => {
        const drift = driftOf(neuronsIn(network, parameters.scaling), all.factor);
        return {
          quantities: { drift },
          series: { step: [timeStepOf(parameters.width, rate)], drift: [drift] },
        };
      },
    },
  );
};
