/** A network in training as Fig. 2 of the paper shows one: the function that it is by now, and its neurons before and now. */
import { withBias } from "../../engine/network.ts";
import { withPauses } from "../../engine/pauses.ts";
import { outputsInPieces } from "../../engine/reference.ts";
import type { TrainingState } from "../../engine/train.ts";
import type { Measurement, RunContext } from "../experiment.ts";
import type { DataPoint } from "../points.ts";
import { sampleOfPoints } from "../sampleOfPoints.ts";
import { effectiveOrientations, type Neurons, neuronsInPieces } from "./neurons.ts";
import {
  descentAt,
  initialNetworkInPieces,
  type Point,
  relativeDistance,
  relativeRisk,
  trainAt,
} from "./setting.ts";
import { splineDeviation } from "./spline.ts";

/** Of networks with more neurons in a half, so many of each half are shown: independent draws, as good as any others. */
const MOST_SHOWN = 1000;
const FEW_SHOWN = 500;

/** What is shown of values of all neurons, or of one half: all of it, or the first of each half. */
function shownOf(values: Float64Array, half: number): Float64Array {
  if (half <= MOST_SHOWN) return values;
  return Float64Array.of(...values.subarray(0, FEW_SHOWN), ...values.subarray(half, half + FEW_SHOWN));
}

/** Networks with more neurons in a half are reported on less often: to look at them takes longer than a few steps. */
const NEURONS_OF_A_QUICK_REPORT = 100_000;

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
  const sample = sampleOfPoints(points);
  const point = { gamma, gammaPrime, width, half: width };
  const { signal } = context;
  const start = await withPauses(initialNetworkInPieces(width, context.seed), signal);
  const { outputFactor } = descentAt(point, sample);
  const abscissae = points.map(({ x }) => x);
  const grid = { sampleSize: drawnAt.length, inputs: Float32Array.from([...drawnAt].flatMap(withBias)) };
  const initial = await withPauses(neuronsInPieces(start, abscissae), signal);
  const from = context.from as TrainingState | undefined;
  const stride = context.stride * Math.ceil(width / NEURONS_OF_A_QUICK_REPORT);
  for await (const progress of trainAt(point, start, { ...context, stride }, from, sample)) {
    const { relative, share } = relativeRisk(progress, sample);
    const network = await progress.network();
    const neurons = await withPauses(neuronsInPieces(network, abscissae), signal);
    const learned = await withPauses(outputsInPieces(network, grid, outputFactor), signal);
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
        initialAmplitude: shownOf(initial.amplitude.slice(0, width), width),
        initialOrientation: shownOf(initial.orientation.slice(0, width), width),
        amplitude: shownOf(neurons.amplitude, width),
        orientation: shownOf(neurons.orientation, width),
        x: drawnAt.slice(),
        learned,
      },
      ...(context.checkpointDue?.() ? { checkpoint: await progress.state() } : {}),
    };
  }
}
