/** Runs one width of Fig. 3 of the paper: trains a network at (γ, γ′) and measures how far its input weights went. */
import type { TrainingState } from "../../../engine/train.ts";
import type { Run } from "../../experiment.ts";
import { initialNetwork, relativeDistance, relativeRisk, trainAt } from "../setting.ts";
import { halfOf } from "../workload.ts";
import type { OneWidth } from "./division.ts";

export const run: Run<OneWidth> = async function* ({ gamma, gammaPrime, width, widthCounts }, context) {
  const half = halfOf(width, widthCounts);
  const start = initialNetwork(half, context.seed);
  const point = { gamma, gammaPrime, width, half };
  for await (const progress of trainAt(point, start, context, context.from as TrainingState | undefined)) {
    const { step, finished, network, state } = progress;
    yield {
      progress: relativeRisk(progress).share,
      step,
      finished,
      quantities: finished ? { relativeDistance: relativeDistance(await network(), start) } : {},
      series: {},
      ...(context.checkpointDue?.() ? { checkpoint: await state() } : {}),
    };
  }
};
