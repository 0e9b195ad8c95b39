/** Runs Fig. 2 of the paper: trains one antisymmetric network at (γ, γ′) and reports its function and its neurons. */
import { type Network, withBias } from "../../../engine/network.ts";
import { outputs } from "../../../engine/reference.ts";
import type { TrainingState } from "../../../engine/train.ts";
import type { Measurement, Run } from "../../experiment.ts";
import { condensedShare, effectiveOrientations, neuronsOf } from "../neurons.ts";
import { ABSCISSAE, descentAt, initialNetwork, relativeDistance, relativeRisk, trainAt } from "../setting.ts";
import { splineDeviation } from "../spline.ts";
import type { meta } from "./meta.ts";

const POINTS = ABSCISSAE.map((x) => ({ x, y: x * x }));
/** Where the learned function is drawn: 121 points on [−0.6, 0.6]. */
const DRAWN_AT = Float64Array.from({ length: 121 }, (_, i) => (i - 60) / 100);
/** The same with the bias appended. */
const GRID = { sampleSize: DRAWN_AT.length, inputs: Float32Array.from([...DRAWN_AT].flatMap(withBias)) };

export const run: Run<(typeof meta)["defaults"]> = async function* ({ gamma, gammaPrime, width }, context) {
  const point = { gamma, gammaPrime, width, half: width };
  const start = initialNetwork(width, context.seed);
  const { outputFactor } = descentAt(point);
  const initial = neuronsOf(start);
  // The mirror image of a neuron has its amplitude and orientation: one half is enough.
  const series = {
    initialAmplitude: initial.amplitude.slice(0, width),
    initialOrientation: initial.orientation.slice(0, width),
  };
  for await (const progress of trainAt(point, start, context, context.from as TrainingState | undefined)) {
    const { relative, share } = relativeRisk(progress);
    const network = await progress.network();
    yield {
      progress: share,
      step: progress.step,
      finished: progress.finished,
      ...measure(network, start, outputFactor, relative, series),
      ...(context.checkpointDue?.() ? { checkpoint: await progress.state() } : {}),
    };
  }
};

function measure(
  network: Network,
  start: Network,
  outputFactor: number,
  relativeRiskNow: number,
  initial: Measurement["series"],
): Pick<Measurement, "quantities" | "series"> {
  const neurons = neuronsOf(network);
  const learned = outputs(network, GRID, outputFactor);
  return {
    quantities: {
      relativeRisk: relativeRiskNow,
      relativeDistance: relativeDistance(network, start),
      effectiveOrientations: effectiveOrientations(neurons),
      condensedShare: condensedShare(neurons),
      outputAtZero: learned[60] as number,
      splineDeviation: splineDeviation(POINTS, DRAWN_AT, learned),
    },
    series: {
      ...Object.fromEntries(Object.entries(initial).map(([name, values]) => [name, values.slice()])),
      amplitude: neurons.amplitude,
      orientation: neurons.orientation,
      x: DRAWN_AT.slice(),
      learned,
    },
  };
}
