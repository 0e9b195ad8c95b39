/** Runs one width at one point of the map: trains a network at (γ, γ′) and measures how far each layer went. */
import { type TrainingState, train } from "../../../engine/train.ts";
import type { Run } from "../../experiment.ts";
import { descentAt, initialNetwork, MAXIMUM_STEPS, relativeRisk } from "../setting.ts";
import { descentApart, distancesApart, SAMPLE_APART, startApart } from "./apart.ts";
import type { OneRun } from "./division.ts";

export const run: Run<OneRun> = async function* (point, { seed, stride, signal, from, checkpointDue }) {
  const plain = initialNetwork(point.width, seed);
  const start = startApart(plain);
  const training = train(start, SAMPLE_APART, {
    descent: descentApart(descentAt(point)),
    adaptive: true,
    stride,
    maximumSteps: MAXIMUM_STEPS,
    signal,
    from: from as TrainingState | undefined,
  });
  for await (const progress of training) {
    const { step, finished, network, state } = progress;
    yield {
      progress: relativeRisk(progress).share,
      step,
      finished,
      quantities: finished ? distancesApart(await network(), start, plain) : {},
      series: {},
      ...(checkpointDue?.() ? { checkpoint: await state() } : {}),
    };
  }
};
