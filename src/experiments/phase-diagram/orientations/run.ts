/** Runs one cell of Fig. 6 of the paper at one width: trains a network at (γ, γ′) and reports some of its neurons. */
import type { TrainingState } from "../../../engine/train.ts";
import type { Run } from "../../experiment.ts";
import type { OneRun } from "../gridOfRuns.ts";
import { measuredAtEnd } from "../measuredAtEnd.ts";
import { effectiveOrientations, neuronsOf, tallestNeurons } from "../neurons.ts";
import { initialNetwork, trainAt } from "../setting.ts";
import { DRAWN } from "./division.ts";

export const run: Run<OneRun> = async function* ({ gamma, gammaPrime, width }, context) {
  const start = initialNetwork(width, context.seed);
  const point = { gamma, gammaPrime, width, half: width };
  const training = trainAt(point, start, context, context.from as TrainingState | undefined);
  yield* measuredAtEnd(
    training,
    context,
    (network) => ({ effectiveOrientations: effectiveOrientations(neuronsOf(network)) }),
    { seriesOf: (network) => tallestNeurons(neuronsOf(network), DRAWN) },
  );
};
