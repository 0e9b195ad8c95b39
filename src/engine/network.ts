/**
 * What a two-layer network, an ensemble of them and a sample are: plain arrays, no device, no TensorFlow.js.
 *
 *     f(x) = κ Σₖ aₖ σ(wₖ·x),   σ = ReLU,   κ = 1/α,
 *
 * with m neurons (`width`) of input dimension d. A bias is one more input that is always 1.
 */
import { normal, type Stream, stream } from "../math/random.ts";
import { checkArray, checkCount, checkSeed, InputError } from "./inputs.ts";
import { assertFits } from "./memory.ts";
import { atOnce, overRanges, type Pieces } from "./pauses.ts";

/** Where TensorFlow.js runs on WebAssembly it can address 2 GiB, and holds weights twice, before and after a call. */
const MOST_BYTES_OF_WEIGHTS = 2 ** 30;

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

/** @throws InputError for invalid sizes, arrays of other lengths, and numbers that are not finite. */
export function checkSample({ sampleSize, inputDimension, inputs, targets }: Sample): void {
  checkCount("sample size", sampleSize);
  checkCount("input dimension", inputDimension);
  checkArray("inputs of the sample", inputs, sampleSize * inputDimension);
  checkArray("targets of the sample", targets, sampleSize);
}

/** @throws InputError for invalid sizes, arrays of other lengths, and numbers that are not finite. */
export function checkNetwork({ width, inputDimension, inputWeights, outputWeights }: Network): void {
  checkCount("width", width);
  checkCount("input dimension", inputDimension);
  checkArray("input weights", inputWeights, inputDimension * width);
  checkArray("output weights", outputWeights, width);
}

/**
 * A sample from rows of inputs and as many targets.
 * @throws InputError if there are none, the lengths disagree or a number is not finite.
 */
export function sampleOf(rows: readonly (readonly number[])[], targets: readonly number[]): Sample {
  const inputDimension = rows[0]?.length ?? 0;
  if (rows.length === 0 || inputDimension === 0)
    throw new InputError("A sample needs at least one input of at least one number.");
  if (rows.length !== targets.length)
    throw new InputError(`${rows.length} inputs cannot go with ${targets.length} targets.`);
  if (rows.some((row) => row.length !== inputDimension))
    throw new InputError("All inputs of a sample must have the same length.");
  const sample = {
    sampleSize: rows.length,
    inputDimension,
    inputs: Float32Array.from(rows.flat()),
    targets: Float32Array.from(targets),
  };
  checkSample(sample);
  return sample;
}

/** x → (x, 1), which turns the last input weight into a bias. */
export function withBias(x: number): [number, number] {
  return [x, 1];
}

/**
 * Standard normal weights, w and a ~ N(0, 1), the same on every backend.
 * Neuron k draws the same numbers whatever the width.
 * @throws InputError for an invalid width, dimension or seed, CapacityError for more weights than any backend holds.
 */
export function normalInitialisation(width: number, inputDimension: number, seed: number): Network {
  return atOnce(normalInitialisationInPieces(width, inputDimension, seed));
}

/** {@link normalInitialisation} for wide networks. */
export function* normalInitialisationInPieces(
  width: number,
  inputDimension: number,
  seed: number,
): Pieces<Network> {
  checkCount("width", width);
  checkCount("input dimension", inputDimension);
  checkSeed(seed);
  assertFits("A network", { networks: 1, inputDimension, width }, (m) => [
    { what: "all weights together", bytes: 4 * (inputDimension + 1) * m, limit: MOST_BYTES_OF_WEIGHTS },
  ]);
  const inputWeights = new Float32Array(inputDimension * width);
  const outputWeights = new Float32Array(width);
  for (let j = 0; j < inputDimension; j++) {
    const row = inputWeights.subarray(j * width, (j + 1) * width);
    yield* drawNormal(row, stream(seed, `inputWeights ${j}`));
  }
  yield* drawNormal(outputWeights, stream(seed, "outputWeights"));
  return { width, inputDimension, inputWeights, outputWeights };
}

function drawNormal(values: Float32Array, source: Stream): Pieces<void> {
  return overRanges(values.length, (from, to) => {
    for (let k = from; k < to; k++) values[k] = normal(source, k);
  });
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
