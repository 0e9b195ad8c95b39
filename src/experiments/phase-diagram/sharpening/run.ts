/** Runs one width of Fig. 6 of the paper: trains a network at (γ, γ′) and counts the orientations of its neurons. */
import type { TrainingState } from "../../../engine/train.ts";
import type { Run } from "../../experiment.ts";
import { effectiveOrientations, neuronsOf } from "../neurons.ts";
import { initialNetwork, relativeRisk, trainAt } from "../setting.ts";
import type { OneWidth } from "./division.ts";

export const run: Run<OneWidth> = async function* ({ gamma, gammaPrime, width }, context) {
  const start = initialNetwork(width, context.seed);
  const point = { gamma, gammaPrime, width, half: width };
  for await (const progress of trainAt(point, start, context, context.from as TrainingState | undefined)) {
    const { step, finished, network, state } = progress;
    yield {
      progress: relativeRisk(progress).share,
      step,
      finished,
      quantities: finished
        ? { effectiveOrientations: effectiveOrientations(neuronsOf(await network())) }
        : {},
      series: {},
      ...(context.checkpointDue?.() ? { checkpoint: await state() } : {}),
    };
  }
};
