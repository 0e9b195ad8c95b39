/** A network in training as Fig. 2 of the paper shows one: the function that it is by now, and its neurons before and now. */
import { type Sample, sampleOf, withBias } from "../../engine/network.ts";
import { outputs } from "../../engine/reference.ts";
import type { TrainingState } from "../../engine/train.ts";
import type { Measurement, RunContext } from "../experiment.ts";
import { effectiveOrientations, type Neurons, neuronsOf } from "./neurons.ts";
import { descentAt, initialNetwork, type Point, relativeDistance, relativeRisk, trainAt } from "./setting.ts";
import { type DataPoint, splineDeviation } from "./spline.ts";

/** The sample of some points, with the bias appended. */
export function sampleFrom(points: readonly DataPoint[]): Sample {
  return sampleOf(
    points.map(({ x }) => withBias(x)),
    points.map(({ y }) => y),
  );
}

/** What a report is made of. */
export interface Portrait {
  readonly neurons: Neurons;
  /** f where it is drawn. */
  readonly learned: Float64Array;
}

/**
 * Trains the network of half a width that a seed gives on the points, and reports its function at the abscissae `drawnAt`
 * and its neurons. `more` are quantities besides those that every portrait has.
 */
export async function* portray(
  { gamma, gammaPrime, width }: Omit<Point, "half">,
  points: readonly DataPoint[],
  drawnAt: Float64Array,
  context: RunContext,
  more: (portrait: Portrait) => Measurement["quantities"] = () => ({}),
): AsyncGenerator<Measurement> {
  const sample = sampleFrom(points);
  const point = { gamma, gammaPrime, width, half: width };
  const start = initialNetwork(width, context.seed);
  const { outputFactor } = descentAt(point, sample);
  const abscissae = points.map(({ x }) => x);
  const grid = { sampleSize: drawnAt.length, inputs: Float32Array.from([...drawnAt].flatMap(withBias)) };
  const initial = neuronsOf(start, abscissae);
  const from = context.from as TrainingState | undefined;
  for await (const progress of trainAt(point, start, context, from, sample)) {
    const { relative, share } = relativeRisk(progress, sample);
    const network = await progress.network();
    const neurons = neuronsOf(network, abscissae);
    const learned = outputs(network, grid, outputFactor);
    yield {
      progress: share,
      step: progress.step,
      finished: progress.finished,
      quantities: {
        relativeRisk: relative,
        relativeDistance: relativeDistance(network, start),
        effectiveOrientations: effectiveOrientations(neurons),
        splineDeviation: splineDeviation(points, drawnAt, learned),
        ...more({ neurons, learned }),
      },
      series: {
        // The mirror image of a neuron has its amplitude and orientation: one half is enough.
        initialAmplitude: initial.amplitude.slice(0, width),
        initialOrientation: initial.orientation.slice(0, width),
        amplitude: neurons.amplitude,
        orientation: neurons.orientation,
        x: drawnAt.slice(),
        learned,
      },
      ...(context.checkpointDue?.() ? { checkpoint: await progress.state() } : {}),
    };
  }
}
