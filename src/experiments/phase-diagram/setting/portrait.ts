/** A network in training as Fig. 2 of the paper shows it: its function now, and its neurons before and now. */
import { withBias } from "../../../engine/network.ts";
import { outputsInPieces } from "../../../engine/reference.ts";
import type { Trained } from "../../driver/trained.ts";
import type { DataPoint } from "../../points.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { sampleOfPoints } from "../../sampleOfPoints.ts";
import { effectiveOrientations, neuronsInPieces } from "./neurons.ts";
import { initialNetworkInPieces, type Point, relativeDistance, trainingAt } from "./training.ts";

/** With more neurons than this in a half, only the first FEW_SHOWN of each half are shown: they are independent draws. */
const MOST_SHOWN = 1000;
const FEW_SHOWN = 500;

/** The values that are shown, of all neurons or of one half: all of them, or the first of each half. */
function shownOf(values: Float64Array, half: number): Float64Array {
  if (half <= MOST_SHOWN) return values;
  return Float64Array.of(...values.subarray(0, FEW_SHOWN), ...values.subarray(half, half + FEW_SHOWN));
}

/**
 * The training of the network of half a width that a seed gives on the points, and what is reported of it; its function is
 * drawn at some abscissae.
 */
export function* portraitOf(point: Point, points: readonly DataPoint[], drawnAt: Float64Array, seed: number) {
  const half = point.width;
  const abscissae = points.map(({ x }) => x);
  const sample = sampleOfPoints(points);
  const start = yield* initialNetworkInPieces(half, seed);
  const training = trainingAt(point, start, sample);
  const before = yield* neuronsInPieces(start, abscissae);
  const { descent, rule } = training;
  const grid = { sampleSize: drawnAt.length, inputs: Float32Array.from([...drawnAt].flatMap(withBias)) };

  function* portrait({ network, risk }: Trained<Float32Array>) {
    const neurons = yield* neuronsInPieces(network, abscissae);
    const learned = yield* outputsInPieces(network, grid, descent.outputFactor, rule.activation);
    return {
      neurons,
      learned,
      quantities: {
        relativeRisk: risk / riskOfNothing(sample.targets),
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
  return { training, portrait };
}

/** The linear spline through the points, its first and last piece prolonged. */
export function splineAt(points: readonly DataPoint[], x: number): number {
  const piece = points.findIndex((point, i) => i > 0 && (x <= point.x || i === points.length - 1));
  const [left, right] = [points[piece - 1] as DataPoint, points[piece] as DataPoint];
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
}

/** max |f(x) − spline(x)| over those of the given abscissae that lie between the first point and the last. */
export function splineDeviation(
  points: readonly DataPoint[],
  abscissae: ArrayLike<number>,
  f: ArrayLike<number>,
): number {
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
  const deviations = Array.from(abscissae, (x, i) =>
    x < first || x > last ? 0 : Math.abs((f[i] as number) - splineAt(points, x)),
  );
  return Math.max(...deviations);
}
