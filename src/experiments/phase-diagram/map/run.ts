/** Runs one width at one point of the map: trains a network at (γ, γ′) and measures how far each layer went. */
import type { TrainingState } from "../../../engine/train.ts";
import type { Run } from "../../experiment.ts";
import type { OneRun } from "../gridOfRuns.ts";
import { measuredAtEnd } from "../measuredAtEnd.ts";
import { descentAt, initialNetwork, trainBy } from "../setting.ts";
import { descentApart, distancesApart, SAMPLE_APART, startApart } from "./apart.ts";

export const run: Run<OneRun> = async function* (point, context) {
  const plain = initialNetwork(point.width, context.seed);
  const start = startApart(plain);
  const descent = descentApart(descentAt(point));
  const from = context.from as TrainingState | undefined;
  const training = trainBy(descent, start, context, from, SAMPLE_APART);
  yield* measuredAtEnd(training, context, (network) => distancesApart(network, start, plain));
};
