/** Runs one width of Fig. 3 of the paper: trains a network at (γ, γ′) and measures how far its input weights went. */
import type { TrainingState } from "../../../engine/train.ts";
import type { Run } from "../../experiment.ts";
import { measuredAtEnd } from "../measuredAtEnd.ts";
import { initialNetwork, relativeDistance, trainAt } from "../setting.ts";
import { halfOf } from "../workload.ts";
import type { OneWidth } from "./division.ts";

export const run: Run<OneWidth> = async function* ({ gamma, gammaPrime, width, widthCounts }, context) {
  const half = halfOf(width, widthCounts);
  const start = initialNetwork(half, context.seed);
  const point = { gamma, gammaPrime, width, half };
  const training = trainAt(point, start, context, context.from as TrainingState | undefined);
  yield* measuredAtEnd(training, context, (network) => ({
    relativeDistance: relativeDistance(network, start),
  }));
};
