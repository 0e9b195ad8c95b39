// One-pass descent by the kernel is that of the reference, to the bit, whatever the width and however it is cut into calls.
import { describe, expect, test } from "vitest";
import { onePass } from "../../src/engine/kernels/wasm/onePass.ts";
import type { Network } from "../../src/engine/network.ts";
import { type Examples, onePassReference } from "../../src/engine/onePass.ts";
import { normal, stream } from "../../src/math/random.ts";
import { unit } from "../../src/math/vectors.ts";

const STEPS = 40;

function drawn(length: number, purpose: string): Float64Array {
  const source = stream(7, purpose);
  return Float64Array.from({ length }, (_, k) => normal(source, k));
}

function networkOf(width: number, inputDimension: number): Network<Float64Array> {
  const inputWeights = new Float64Array(inputDimension * width);
  for (let i = 0; i < width; i++)
    unit(drawn(inputDimension, `neuron ${i}`)).forEach((weight, j) => {
      inputWeights[j * width + i] = weight;
    });
  return { width, inputDimension, inputWeights, outputWeights: drawn(width, "readouts") };
}

function some({ inputs, targets }: Examples, from: number, to: number): Examples {
  const inputDimension = inputs.length / targets.length;
  return {
    inputs: inputs.subarray(from * inputDimension, to * inputDimension),
    targets: targets.subarray(from, to),
  };
}

describe.each([
  [1, 1],
  [8, 3],
  [13, 10],
  [40, 33],
])("m = %i, d = %i", (width, inputDimension) => {
  const network = networkOf(width, inputDimension);
  const examples = { inputs: drawn(STEPS * inputDimension, "inputs"), targets: drawn(STEPS, "targets") };

  test.each([
    ["constant", [0.5]],
    ["cubic", [0.4, 1, -0.7, 0.3]],
  ])("a %s activation gives the bits of the reference", (_, activation) => {
    const rule = { activation, inputStep: 0.01, outputStep: 0.05 };
    const wanted = onePassReference(network, examples, rule);
    const got = onePass(network, examples, rule);
    expect(got).toEqual(wanted);
    expect(got.outputWeights).not.toEqual(network.outputWeights);
  });

  test("two calls are one", () => {
    const rule = { activation: [0, 1, 0.5], inputStep: 0.02, outputStep: 0.02 };
    const first = onePass(network, some(examples, 0, 17), rule);
    expect(onePass(first, some(examples, 17, STEPS), rule)).toEqual(onePass(network, examples, rule));
    expect(onePass(network, some(examples, 0, 0), rule)).toEqual(network);
  });
});
