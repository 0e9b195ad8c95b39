/**
 * What a two-layer network, an ensemble of them and a sample are: plain arrays, no device, no TensorFlow.js.
 *
 *     f(x) = κ Σₖ aₖ σ(wₖ·x),   σ = ReLU,   κ = 1/α,
 *
 * with m neurons (`width`) of input dimension d. A bias is one more input that is always 1.
 */
import { normal, stream } from "../math/random.ts";

/** Weights of one network. Neuron k is column k, so that neighbouring neurons are neighbours in memory. */
export interface Network<Numbers = Float32Array> {
  readonly width: number;
  readonly inputDimension: number;
  /** w, shape [d, m]. */
  readonly inputWeights: Numbers;
  /** a, shape [m]. */
  readonly outputWeights: Numbers;
}

/** n inputs with their targets. */
export interface Sample {
  readonly sampleSize: number;
  readonly inputDimension: number;
  /** x, shape [n, d]. */
  readonly inputs: Float32Array;
  /** y, shape [n]. */
  readonly targets: Float32Array;
}

/** A sample from rows of inputs and as many targets; throws a sentence if the lengths disagree or a number is not finite. */
export function sampleOf(rows: readonly (readonly number[])[], targets: readonly number[]): Sample {
  const inputDimension = rows[0]?.length ?? 0;
  if (rows.length === 0 || inputDimension === 0)
    throw new RangeError("A sample needs at least one input of at least one number.");
  if (rows.length !== targets.length)
    throw new RangeError(`${rows.length} inputs cannot go with ${targets.length} targets.`);
  if (rows.some((row) => row.length !== inputDimension))
    throw new RangeError("All inputs of a sample must have the same length.");
  if (![...rows.flat(), ...targets].every(Number.isFinite))
    throw new RangeError("A sample may hold finite numbers only.");
  return {
    sampleSize: rows.length,
    inputDimension,
    inputs: Float32Array.from(rows.flat()),
    targets: Float32Array.from(targets),
  };
}

/** x → (x, 1), which turns the last input weight into a bias. */
export function withBias(x: number): [number, number] {
  return [x, 1];
}

/**
 * Standard normal weights, w and a ~ N(0, 1), the same on every backend.
 * Neuron k draws the same numbers whatever the width.
 * @throws RangeError for a width or dimension that is not a positive whole number.
 */
export function normalInitialisation(width: number, inputDimension: number, seed: number): Network {
  for (const [name, value] of [
    ["width", width],
    ["input dimension", inputDimension],
  ] as const) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`The ${name} must be a positive whole number, not ${value}.`);
  }
  const inputWeights = new Float32Array(inputDimension * width);
  const outputWeights = new Float32Array(width);
  for (let j = 0; j < inputDimension; j++) {
    const source = stream(seed, `inputWeights ${j}`);
    for (let k = 0; k < width; k++) inputWeights[j * width + k] = normal(source, k);
  }
  const source = stream(seed, "outputWeights");
  for (let k = 0; k < width; k++) outputWeights[k] = normal(source, k);
  return { width, inputDimension, inputWeights, outputWeights };
}

/**
 * The antisymmetric initialisation: a half of m neurons (a, w) and its mirror image (−a, w), 2m neurons in all, so
 * that f = 0 at the start. All of them are trained.
 */
export function antisymmetric(half: Network): Network {
  const { width, inputDimension } = half;
  const inputWeights = new Float32Array(inputDimension * 2 * width);
  for (let j = 0; j < inputDimension; j++) {
    const row = half.inputWeights.subarray(j * width, (j + 1) * width);
    inputWeights.set(row, 2 * j * width);
    inputWeights.set(row, (2 * j + 1) * width);
  }
  const outputWeights = new Float32Array(2 * width);
  outputWeights.set(half.outputWeights);
  outputWeights.set(
    half.outputWeights.map((a) => -a),
    width,
  );
  return { width: 2 * width, inputDimension, inputWeights, outputWeights };
}
