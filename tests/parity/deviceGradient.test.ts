// The gradient of a sample in pieces on WebGPU: the reference's gradient of the whole sample, WebAssembly's of each piece, and
// the same bits each time.
import { afterEach, describe, expect, test } from "vitest";
import { ACTIVATIONS } from "../../src/engine/activations.ts";
import { type DividedRule, PIECES, rangeOf, totalOf } from "../../src/engine/divided.ts";
import { gradientOfPieces } from "../../src/engine/kernels/wasm/gradient.ts";
import { type DeviceGradients, gradientsOnDevice } from "../../src/engine/kernels/webgpu/gradient.ts";
import { LOSSES } from "../../src/engine/losses.ts";
import { normalInitialisation, type Sample } from "../../src/engine/network.ts";
import { on } from "./backends.ts";
import { EPSILON, expected, FACTOR, part, sampleOf, sizes } from "./pieces.ts";

const HINGE = { activation: "relu", loss: "hinge", margin: 0.5 } as const;
const { signal } = new AbortController();

const dividedOf = (sample: Sample, width: number, rule: DividedRule) => ({
  ...{ width, inputDimension: sample.inputDimension, sampleSize: sample.sampleSize },
  ...{ outputFactor: FACTOR, rule },
  sampleOf: (piece: number) => {
    const { from, to } = rangeOf(piece, sample.sampleSize);
    return part(sample, from, to);
  },
});

on("webgpu", () => {
  let held: DeviceGradients | null = null;
  const kernelOf = async (divided: ReturnType<typeof dividedOf>) => {
    held = await gradientsOnDevice(divided, signal);
    return held.gradients;
  };
  afterEach(() => held?.dispose());

  const rules = ACTIVATIONS.flatMap((activation) =>
    LOSSES.map((loss) => ({ activation, loss, margin: 0.5 })),
  );
  describe.each([
    // No whole tiles, nor whole groups of four.
    ...rules.map((rule) => [1003, 3, 9, rule] as const),
    // Several tiles of examples, inputs and neurons, the last of each almost empty; more work than a submission has.
    [32 * 65 + 7, 130, 67, HINGE] as const,
    [32 * 65 + 7, 130, 67, { activation: "tanh", loss: "squared", margin: 0 } as const] as const,
    // Whole tiles, the largest.
    [32 * 64, 128, 128, HINGE] as const,
    // One neuron and pieces without examples; one input; one example.
    [20, 2, 1, HINGE] as const,
    [50, 1, 5, { activation: "softplus", loss: "squared", margin: 0 } as const] as const,
    [1, 7, 6, { activation: "sigmoid", loss: "hinge", margin: 0.5 } as const] as const,
  ])("n = %i, d = %i, m = %i, %o", (sampleSize, inputDimension, width, rule) => {
    const network = normalInitialisation(width, inputDimension, 3);
    const sample = sampleOf(sampleSize, inputDimension);
    const divided = dividedOf(sample, width, rule);
    // A sum in float32 is wrong by a rounding of its terms at each addition: the examples of a piece, one after the other; what
    // is summed is itself a product of sums over d inputs and m neurons and of an activation that is good to some roundings.
    const bound = (Math.ceil(sampleSize / PIECES) + inputDimension + width + 16) * EPSILON;
    const largest = sizes(network, sample, rule);

    test("is the reference's", async () => {
      const kernel = await kernelOf(divided);
      const pieces = await kernel(network, signal);
      const wanted = expected(network, sample, rule);
      expect(pieces.reduce((sum, { pulling }) => sum + pulling, 0)).toBe(wanted.pulling);
      const loss = pieces.reduce((sum, each) => sum + each.loss, 0);
      expect(Math.abs(loss / wanted.loss - 1)).toBeLessThan(1e-4);
      totalOf(pieces).forEach((sum, k) => {
        expect(Math.abs(sum - (wanted.sums[k] as number))).toBeLessThanOrEqual(
          bound * (largest[k] as number),
        );
      });
    });

    test("is WebAssembly's of each piece", async () => {
      const kernel = await kernelOf(divided);
      const wasm = gradientOfPieces(divided);
      for (const [piece, got] of (await kernel(network, signal)).entries()) {
        const wanted = wasm(piece, network);
        expect(got.pulling).toBe(wanted.pulling);
        got.sums.forEach((sum, k) => {
          const distance = Math.abs(sum - (wanted.sums[k] as number));
          expect(distance).toBeLessThanOrEqual(2 * bound * (largest[k] as number));
        });
      }
    });

    test("has the same bits again, and after other weights", async () => {
      const kernel = await kernelOf(divided);
      const first = await kernel(network, signal);
      await kernel(normalInitialisation(width, inputDimension, 4), signal);
      expect(await kernel(network, signal)).toEqual(first);
    });
  });

  test("pieces in several batches are those of WebAssembly", async () => {
    // More activations than an array holds.
    const [sampleSize, inputDimension, width] = [18_000, 2, 2000];
    const network = normalInitialisation(width, inputDimension, 3);
    const divided = dividedOf(sampleOf(sampleSize, inputDimension), width, HINGE);
    const kernel = await kernelOf(divided);
    const wasm = gradientOfPieces(divided);
    for (const [piece, got] of (await kernel(network, signal)).entries()) {
      const wanted = wasm(piece, network);
      expect(got.pulling).toBe(wanted.pulling);
      // No term is larger than the product of three normal numbers below 5.
      const bound = 125 * wanted.pulling * (Math.ceil(sampleSize / PIECES) + width + 16) * EPSILON;
      got.sums.forEach((sum, k) => {
        expect(Math.abs(sum - (wanted.sums[k] as number))).toBeLessThanOrEqual(bound);
      });
      expect(wanted.sums.some((sum) => Math.abs(sum) > 2 * bound)).toBe(true);
    }
  });

  test("stops where it is told to, before and in the middle", async () => {
    const divided = dividedOf(sampleOf(32 * 65, 130), 67, HINGE);
    const stopped = AbortSignal.abort(new Error("Enough."));
    await expect(gradientsOnDevice(divided, stopped)).rejects.toThrow("Enough.");
    const kernel = await kernelOf(divided);
    const network = normalInitialisation(67, 130, 3);
    await expect(kernel(network, stopped)).rejects.toThrow("Enough.");
    const first = await kernel(network, signal);
    expect(await kernel(network, signal)).toEqual(first);
  });
});
