/** Runs one width of Fig. 6 of the paper: trains a network at (γ, γ′) and counts the orientations of its neurons. */
import type { TrainingState } from "../../../engine/train.ts";
import type { Run } from "../../experiment.ts";
import { measuredAtEnd } from "../measuredAtEnd.ts";
import { effectiveOrientations, neuronsOf } from "../neurons.ts";
import { initialNetwork, trainAt } from "../setting.ts";
import type { OneWidth } from "./division.ts";

export const run: Run<OneWidth> = async function* ({ gamma, gammaPrime, width }, context) {
  const start = initialNetwork(width, context.seed);
  const point = { gamma, gammaPrime, width, half: width };
  const training = trainAt(point, start, context, context.from as TrainingState | undefined);
  yield* measuredAtEnd(training, context, (network) => ({
    effectiveOrientations: effectiveOrientations(neuronsOf(network)),
  }));
};
