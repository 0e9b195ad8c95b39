// The sums over pairs of neurons in WebAssembly against the loops of the theory, bit for bit: the kernel promises the same
// operations in the same order, so that no tolerance is needed. The theory itself is held against sampling and differences
// of the risk in tests/unit/theory/quenching.
import { expect, test } from "vitest";
import { type PairSums, pairSums } from "../../src/engine/kernels/wasm/pairs.ts";
import { cos, sin } from "../../src/math/elementary.ts";
import { normal, stream } from "../../src/math/random.ts";
import type { Neurons } from "../../src/theory/quenching/neurons.ts";
import { PLAIN_SUMS } from "../../src/theory/quenching/pairSums.ts";

const fast = pairSums() as PairSums;

const drawn = (purpose: string, count: number) =>
  Float64Array.from({ length: count }, (_, k) => normal(stream(3, purpose), k));

function neurons(count: number, inputDimension: number): Neurons {
  return {
    inputDimension,
    weights: drawn(`a ${count}`, count),
    inputs: drawn(`b ${count} ${inputDimension}`, count * inputDimension),
  };
}

// Every remainder of four in inputs, in neurons and in those that move; each size after one that left more in memory.
const SIZES = [
  [37, 33, 50],
  [41, 40, 19],
  ...[1, 2, 3, 4, 5, 6, 7, 9].flatMap((count) => [1, 2, 3, 4, 5, 7, 8].map((d) => [count, count, d])),
  [9, 1, 5],
  [9, 2, 6],
  [9, 6, 7],
  [12, 8, 4],
] as [number, number, number][];

test.each(SIZES)("%i neurons, %i of which move, in %i dimensions", (count, width, d) => {
  const all = neurons(count, d);
  expect(fast.kernelAmong(all)).toEqual(PLAIN_SUMS.kernelAmong(all));
  expect(fast.kernelGradient(all, width)).toEqual(PLAIN_SUMS.kernelGradient(all, width));
});

test("every angle, with every eighth of the arc tangent and every turn of its branches", () => {
  const turns = 720;
  const angles = Array.from({ length: turns }, (_, k) => (2 * Math.PI * k) / turns);
  const inputs = Float64Array.from(angles.flatMap((angle) => [cos(angle), sin(angle)]));
  const all = { inputDimension: 2, inputs, weights: drawn("weights", turns) };
  expect(fast.kernelAmong(all)).toEqual(PLAIN_SUMS.kernelAmong(all));
  expect(fast.kernelGradient(all, turns)).toEqual(PLAIN_SUMS.kernelGradient(all, turns));
});

test("neurons without a length, without a weight, and twice the same", () => {
  const inputs = Float64Array.of(0, 0, 0, 1, 2, 3, 1, 2, 3, -1, -2, -3);
  expect(fast.kernelAmong({ inputDimension: 3, inputs })).toEqual(
    PLAIN_SUMS.kernelAmong({ inputDimension: 3, inputs }),
  );
  const some = { inputDimension: 3, inputs: inputs.subarray(3), weights: Float64Array.of(0, 1, -2) };
  expect(fast.kernelGradient(some, 3)).toEqual(PLAIN_SUMS.kernelGradient(some, 3));
});

test("sizes that grow and shrink give the same as in a memory that is new", () => {
  const [large, small] = [neurons(60, 30), neurons(5, 3)];
  const first = fast.kernelGradient(small, 4);
  fast.kernelGradient(large, 60);
  fast.kernelAmong(large);
  expect(fast.kernelGradient(small, 4)).toEqual(first);
  expect(first).toEqual(pairSums()?.kernelGradient(small, 4));
});
