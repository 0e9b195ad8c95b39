/** The random-feature twin of a network of the laboratory: its start, whose output weights alone follow gradient flow. */
import { Matrix } from "ml-matrix";
import { dot } from "../../../../math/vectors.ts";
import { inputOf, type Neurons } from "../../../../theory/quenching/neurons.ts";
import { type RandomFeatures, randomFeatures } from "../../../../theory/quenching/randomFeatures.ts";
import { outputsOf } from "../../../quenching-activation/setting/start.ts";
import { neuronsWith } from "../../../quenching-activation/setting/training.ts";
import { startDirections } from "../../../startDirections.ts";
import { scaledBy } from "../../setting/scaling.ts";
import type { Underway } from "../../setting/underway.ts";
import { twinless } from "./twinless.ts";

/** Products that it may take to learn how the twin's modes do on what is not seen. */
const MOST_PRODUCTS = 2e8;

export interface Twin {
  /** After a time; output weights with κ. */
  readonly at: (time: number) => Neurons;
  /** R with these weights. */
  readonly riskOf: (weights: Float64Array) => number;
  /** R after a time, from the modes of the flow: cheap, and within rounding of the same. */
  readonly riskAt: (time: number) => number;
  /** The same on the examples that are not seen; undefined where there are none, or too many. */
  readonly testRiskAt: ((time: number) => number) | undefined;
}

/** undefined where there is none: `twinless` says why. */
export function twinOf(underway: Underway): Twin | undefined {
  const { setup, sample, test, outputFactor, activation } = underway;
  if (twinless(setup) !== undefined) return undefined;
  const start = startNeurons(underway);
  const features = featuresOf(start, sample, activation);
  // What is learnt is what the start leaves: its own weights stay beneath.
  const flow = randomFeatures(features, leftBy(start, features, sample.targets));
  // κ a follows the plain flow of R̂ = 2R so many times as fast.
  const pace = (scaledBy(setup).outputRate * outputFactor * outputFactor) / 2;
  const unseenAt = test && unseenRisk(flow, start, test, activation);
  return {
    at: (time) => ({
      ...start,
      weights: flow.weightsAt(pace * time).map((weight, k) => (start.weights[k] as number) + weight),
    }),
    riskOf: (weights) => {
      const left = leftBy({ weights }, features, sample.targets);
      return dot(left, left) / left.length / 2;
    },
    riskAt: (time) => flow.sampleRiskAt(pace * time) / 2,
    testRiskAt: unseenAt ? (time) => unseenAt(pace * time) : undefined,
  };
}

/**
 * R on examples that are not seen as a quadratic form of the shares of the modes, ½ (|r|² − 2 r·Ps + |Ps|²)/n with the
 * outputs P of the modes and what the start leaves, r.
 */
function unseenRisk(
  { modes, sharesAt }: RandomFeatures,
  start: Neurons,
  test: Underway["sample"],
  activation: Underway["activation"],
): ((time: number) => number) | undefined {
  if (test.sampleSize * modes.rows * modes.columns > MOST_PRODUCTS) return undefined;
  const features = featuresOf(start, test, activation);
  const left = leftBy(start, features, test.targets);
  const outputs = new Matrix(
    Array.from({ length: test.sampleSize }, (_, i) =>
      features.subarray(i * modes.rows, (i + 1) * modes.rows),
    ),
  ).mmul(modes);
  const transposed = outputs.transpose();
  const among = transposed.mmul(outputs).to2DArray();
  const withLeft = transposed.mmul(Matrix.columnVector(Array.from(left))).to1DArray();
  const before = dot(left, left);
  return (time) => {
    const shares = sharesAt(time);
    const learnt = shares.reduce(
      (sum, share, k) => sum + share * (dot(among[k] as number[], shares) - 2 * (withLeft[k] as number)),
      0,
    );
    return Math.max(0, before + learnt) / test.sampleSize / 2;
  };
}

/** y − f. */
function leftBy(
  { weights }: Pick<Neurons, "weights">,
  features: Float64Array,
  targets: Float32Array,
): Float64Array {
  return outputsOf(weights, features).map((f, i) => (targets[i] as number) - f);
}

/** Of a quiet start the directions before they are rounded to float32, as the companion's twin has them. */
function startNeurons({ setup, seed, start, outputFactor }: Underway): Neurons {
  const neurons = neuronsWith(start, outputFactor);
  return setup.start === "quiet"
    ? { ...neurons, inputs: startDirections(start.width, start.inputDimension, seed) }
    : neurons;
}

/** σ(w·x), row by row of the inputs, shape [n, m]. */
function featuresOf(
  neurons: Neurons,
  { sampleSize, inputDimension, inputs }: Underway["sample"],
  activation: Underway["activation"],
): Float64Array {
  const width = neurons.weights.length;
  const rows = Array.from({ length: width }, (_, k) => inputOf(neurons, k));
  const features = new Float64Array(sampleSize * width);
  for (let i = 0; i < sampleSize; i++) {
    const x = inputs.subarray(i * inputDimension, (i + 1) * inputDimension);
    for (const [k, row] of rows.entries()) features[i * width + k] = activation(dot(row, x));
  }
  return features;
}
