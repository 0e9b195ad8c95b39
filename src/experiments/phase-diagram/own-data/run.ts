/** Trains one antisymmetric network at (γ, γ′) on the reader's points and reports its function and its neurons. */
import type { Network } from "../../../engine/network.ts";
import { outputs } from "../../../engine/reference.ts";
import type { TrainingState } from "../../../engine/train.ts";
import type { Measurement, Run } from "../../experiment.ts";
import { effectiveOrientations, neuronsOf } from "../neurons.ts";
import { descentAt, initialNetwork, relativeDistance, relativeRisk, trainAt } from "../setting.ts";
import { type DataPoint, splineDeviation } from "../spline.ts";
import type { meta } from "./meta.ts";
import { pointsOf, sampleFrom } from "./points.ts";

/** Where the learned function is drawn: 121 points on [−1.2, 1.2]. */
const GRID = Float64Array.from({ length: 121 }, (_, i) => (i - 60) / 50);

export const run: Run<(typeof meta)["defaults"]> = async function* (parameters, context) {
  const { gamma, gammaPrime, width } = parameters;
  const points = pointsOf(parameters.points);
  const sample = sampleFrom(points);
  const point = { gamma, gammaPrime, width, half: width };
  const start = initialNetwork(width, context.seed);
  const measure = measureOn(points, start, descentAt(point, sample).outputFactor);
  const from = context.from as TrainingState | undefined;
  for await (const progress of trainAt(point, start, context, from, sample)) {
    const { relative, share } = relativeRisk(progress, sample);
    const { quantities, series } = measure(await progress.network());
    yield {
      progress: share,
      step: progress.step,
      finished: progress.finished,
      quantities: { relativeRisk: relative, ...quantities },
      series,
      ...(context.checkpointDue?.() ? { checkpoint: await progress.state() } : {}),
    };
  }
};

type Measured = Pick<Measurement, "quantities" | "series">;

function measureOn(
  points: readonly DataPoint[],
  start: Network,
  outputFactor: number,
): (network: Network) => Measured {
  const abscissae = points.map(({ x }) => x);
  const grid = { sampleSize: GRID.length, inputs: Float32Array.from([...GRID].flatMap((x) => [x, 1])) };
  const half = start.width / 2;
  const initial = neuronsOf(start, abscissae);
  return (network) => {
    const neurons = neuronsOf(network, abscissae);
    const learned = outputs(network, grid, outputFactor);
    return {
      quantities: {
        relativeDistance: relativeDistance(network, start),
        effectiveOrientations: effectiveOrientations(neurons),
        splineDeviation: splineDeviation(points, GRID, learned),
      },
      series: {
        // The mirror image of a neuron has its amplitude and orientation: one half is enough.
        initialAmplitude: initial.amplitude.slice(0, half),
        initialOrientation: initial.orientation.slice(0, half),
        amplitude: neurons.amplitude,
        orientation: neurons.orientation,
        x: GRID.slice(),
        learned,
      },
    };
  };
}
