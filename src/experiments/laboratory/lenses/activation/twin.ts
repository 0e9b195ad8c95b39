/** The random-feature twin of a network of the laboratory: its start, whose output weights alone follow gradient flow. */
import { dot } from "../../../../math/vectors.ts";
import { inputOf, type Neurons } from "../../../../theory/quenching/neurons.ts";
import { randomFeatures } from "../../../../theory/quenching/randomFeatures.ts";
import { outputsOf } from "../../../quenching-activation/setting/start.ts";
import { neuronsWith } from "../../../quenching-activation/setting/training.ts";
import { startDirections } from "../../../startDirections.ts";
import { scaledBy } from "../../setting/scaling.ts";
import type { Underway } from "../../setting/underway.ts";
import { twinless } from "./twinless.ts";

/** Features of what is not seen that are kept, n m at most. */
const MOST_FEATURES = 400_000;

export interface Twin {
  /** After a time; output weights with κ. */
  readonly at: (time: number) => Neurons;
  /** R with these weights. */
  readonly riskOf: (weights: Float64Array) => number;
  /** The same on the examples that are not seen; undefined where there are none, or too many. */
  readonly testRiskOf: (weights: Float64Array) => number | undefined;
}

/** undefined where there is none: `twinless` says why. */
export function twinOf(underway: Underway): Twin | undefined {
  const { setup, sample, test, outputFactor, activation } = underway;
  if (twinless(setup) !== undefined) return undefined;
  const start = startNeurons(underway);
  const features = featuresOf(start, sample, activation);
  const outputsBefore = outputsOf(start.weights, features);
  // What is learnt is what the start leaves: its own weights stay beneath.
  const left = outputsBefore.map((f, i) => (sample.targets[i] as number) - f);
  const { weightsAt } = randomFeatures(features, left);
  // κ a follows the plain flow of R̂ = 2R so many times as fast.
  const pace = (scaledBy(setup).outputRate * outputFactor * outputFactor) / 2;
  const unseen =
    test && test.sampleSize * start.weights.length <= MOST_FEATURES
      ? { features: featuresOf(start, test, activation), targets: test.targets }
      : null;
  return {
    at: (time) => ({
      ...start,
      weights: weightsAt(pace * time).map((weight, k) => (start.weights[k] as number) + weight),
    }),
    riskOf: (weights) => halfMeanSquare(outputsOf(weights, features), sample.targets),
    testRiskOf: (weights) =>
      unseen ? halfMeanSquare(outputsOf(weights, unseen.features), unseen.targets) : undefined,
  };
}

/** Of a quiet start the directions before they are rounded to float32, as the companion's twin has them. */
function startNeurons({ setup, seed, start, outputFactor }: Underway): Neurons {
  const neurons = neuronsWith(start, outputFactor);
  return setup.start === "quiet"
    ? { ...neurons, inputs: startDirections(start.width, start.inputDimension, seed) }
    : neurons;
}

/** 1/(2n) Σ (f − y)². */
function halfMeanSquare(f: Float64Array, targets: Float32Array): number {
  const errors = f.map((value, i) => value - (targets[i] as number));
  return dot(errors, errors) / f.length / 2;
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
