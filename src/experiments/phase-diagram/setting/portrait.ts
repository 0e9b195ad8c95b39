/** A network in training as Fig. 2 of the paper shows it: its function now, and its neurons before and now. */
import { withBias } from "../../../engine/network.ts";
import type { Pieces } from "../../../engine/pauses.ts";
import { outputsInPieces } from "../../../engine/reference.ts";
import type { Trained, Training } from "../../driver/trained.ts";
import type { DataPoint } from "../../points.ts";
import { sampleOfPoints } from "../../sampleOfPoints.ts";
import { effectiveOrientations, type Neurons, neuronsInPieces } from "./neurons.ts";
import { splineDeviation } from "./spline.ts";
import { initialNetworkInPieces, initialRisk, type Point, relativeDistance, trainingAt } from "./training.ts";

/** With more neurons than this in a half, only the first FEW_SHOWN of each half are shown: they are independent draws. */
const MOST_SHOWN = 1000;
const FEW_SHOWN = 500;

/** The values that are shown, of all neurons or of one half: all of them, or the first of each half. */
function shownOf(values: Float64Array, half: number): Float64Array {
  if (half <= MOST_SHOWN) return values;
  return Float64Array.of(...values.subarray(0, FEW_SHOWN), ...values.subarray(half, half + FEW_SHOWN));
}

/** A training, and what is reported of its network. */
export interface Portrait {
  readonly training: Training<Float32Array>;
  readonly portrait: (now: Trained<Float32Array>) => ReturnType<typeof lookAt>;
}

/** The network of half a width that a seed gives, trained on the points; its function is drawn at some abscissae. */
export function* portraitOf(
  { gamma, gammaPrime, width }: Omit<Point, "half">,
  points: readonly DataPoint[],
  drawnAt: Float64Array,
  seed: number,
): Pieces<Portrait> {
  const sample = sampleOfPoints(points);
  const start = yield* initialNetworkInPieces(width, seed);
  const training = trainingAt({ gamma, gammaPrime, width, half: width }, start, sample);
  const before = yield* neuronsInPieces(
    start,
    points.map(({ x }) => x),
  );
  return { training, portrait: (now) => lookAt(now, { training, points, drawnAt, before }) };
}

/** What is needed, besides the network, to describe it. */
interface Sitting {
  readonly training: Training<Float32Array>;
  readonly points: readonly DataPoint[];
  readonly drawnAt: Float64Array;
  readonly before: Neurons;
}

function* lookAt({ network, risk }: Trained<Float32Array>, { training, points, drawnAt, before }: Sitting) {
  const { start, sample, descent } = training;
  const half = start.width / 2;
  const grid = { sampleSize: drawnAt.length, inputs: Float32Array.from([...drawnAt].flatMap(withBias)) };
  const neurons = yield* neuronsInPieces(
    network,
    points.map(({ x }) => x),
  );
  const learned = yield* outputsInPieces(network, grid, descent.outputFactor, training.rule.activation);
  return {
    neurons,
    learned,
    quantities: {
      relativeRisk: risk / initialRisk(sample),
      relativeDistance: relativeDistance(network, start),
      effectiveOrientations: effectiveOrientations(neurons),
      splineDeviation: splineDeviation(points, drawnAt, learned),
    },
    series: {
      // The mirror image of a neuron has its amplitude and orientation: one half is enough.
      initialAmplitude: shownOf(before.amplitude.subarray(0, half), half),
      initialOrientation: shownOf(before.orientation.subarray(0, half), half),
      amplitude: shownOf(neurons.amplitude, half),
      orientation: shownOf(neurons.orientation, half),
      x: drawnAt,
      learned,
    },
  };
}
