// The outputs of a ReLU network in WebAssembly against the loops of the reference, bit for bit: the kernel promises the same
// operations in the same order, so that no tolerance is needed.
import { expect, test } from "vitest";
import { type ReluOutputs, reluOutputs } from "../../src/engine/kernels/wasm/outputs.ts";
import { quickOutputs } from "../../src/engine/outputs.ts";
import { outputs } from "../../src/engine/reference.ts";
import { normal, stream } from "../../src/math/random.ts";

const fast = reluOutputs() as ReluOutputs;

const drawn = (purpose: string, count: number) =>
  Float32Array.from({ length: count }, (_, k) => normal(stream(4, purpose), k));

function setting(width: number, inputDimension: number, sampleSize: number) {
  const network = {
    width,
    inputDimension,
    inputWeights: drawn(`w ${width} ${inputDimension}`, width * inputDimension),
    outputWeights: drawn(`a ${width}`, width),
  };
  return { network, sample: { sampleSize, inputs: drawn(`x ${sampleSize}`, sampleSize * inputDimension) } };
}

// Every remainder of eight neurons, of two examples and of a tile of 64; each size after one that left more in memory.
const SIZES = [
  [400, 100, 130],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((width) => [1, 2, 3].map((d) => [width, d, 65])),
  ...[1, 2, 63, 64, 127, 128, 129].map((n) => [13, 5, n]),
] as [number, number, number][];

test.each(SIZES)("%i neurons, %i inputs, %i examples", (width, d, n) => {
  const { network, sample } = setting(width, d, n);
  expect(fast(network, sample, n, 0.3)).toEqual(outputs(network, sample, 0.3, "relu"));
});

test("the first examples alone, and weights in float64", () => {
  const { network, sample } = setting(10, 4, 70);
  expect(fast(network, sample, 5, 1)).toEqual(outputs(network, sample, 1, "relu").slice(0, 5));
  const finer = { ...network, inputWeights: Float64Array.from(network.inputWeights, (w) => w / 3) };
  expect(fast(finer, sample, 70, 1)).toEqual(outputs(finer, sample, 1, "relu"));
});

test("neurons that stand on zero, that are off, and with no readout", () => {
  const network = {
    width: 4,
    inputDimension: 1,
    inputWeights: Float32Array.of(0, -1, 1, -0),
    outputWeights: Float32Array.of(2, 3, 0, -5),
  };
  const sample = { sampleSize: 3, inputs: Float32Array.of(1, -1, 0) };
  expect(fast(network, sample, 3, 1)).toEqual(outputs(network, sample, 1, "relu"));
});

test("whoever asks for them: piece by piece, of other activations, of more weights than are put there", () => {
  for (const [width, d, n] of [
    [400, 100, 230],
    [13, 5, 64],
    [2 ** 17, 2, 3],
  ] as const) {
    const { network, sample } = setting(width, d, n);
    expect(quickOutputs(network, sample, 0.3, "relu")).toEqual(outputs(network, sample, 0.3, "relu"));
  }
  const { network, sample } = setting(13, 5, 64);
  expect(quickOutputs(network, sample, 1, "tanh")).toEqual(outputs(network, sample, 1, "tanh"));
});
