import { describe, expect, test } from "vitest";
import type { Network } from "../../../src/engine/network.ts";
import { onePassReference } from "../../../src/engine/onePass.ts";
import { type Polynomial, valueAt } from "../../../src/math/polynomial.ts";
import { normal, stream } from "../../../src/math/random.ts";
import { unit } from "../../../src/math/vectors.ts";

const WIDTH = 5;
const DIMENSION = 4;
const ACTIVATION = [0.3, 1, -0.5, 0.2];

function drawn(length: number, purpose: string): Float64Array {
  const source = stream(3, purpose);
  return Float64Array.from({ length }, (_, k) => normal(source, k));
}

function network(): Network<Float64Array> {
  const inputWeights = new Float64Array(DIMENSION * WIDTH);
  for (let i = 0; i < WIDTH; i++)
    unit(drawn(DIMENSION, `neuron ${i}`)).forEach((weight, j) => {
      inputWeights[j * WIDTH + i] = weight;
    });
  const outputWeights = drawn(WIDTH, "readouts");
  return { width: WIDTH, inputDimension: DIMENSION, inputWeights, outputWeights };
}

const column = (weights: Float64Array, i: number) =>
  Array.from({ length: DIMENSION }, (_, j) => weights[j * WIDTH + i] as number);

/** ½ (y − f)², with the input weights as they are, on the sphere or not. */
function loss(of: Network<Float64Array>, x: Float64Array, y: number, activation: Polynomial): number {
  let output = 0;
  for (let i = 0; i < WIDTH; i++) {
    const z = column(of.inputWeights, i).reduce((sum, weight, j) => sum + weight * (x[j] as number), 0);
    output += ((of.outputWeights[i] as number) * valueAt(activation, z)) / WIDTH;
  }
  return (y - output) ** 2 / 2;
}

/** ∂loss/∂(one of the weights), by a central difference. */
function slopeOf(name: "inputWeights" | "outputWeights", index: number, x: Float64Array, y: number): number {
  const at = (shift: number) => {
    const moved = network();
    moved[name][index] = (moved[name][index] as number) + shift;
    return loss(moved, x, y, ACTIVATION);
  };
  return (at(1e-5) - at(-1e-5)) / 2e-5;
}

describe("one-pass descent", () => {
  const x = drawn(DIMENSION, "x");
  const y = 2;
  const before = network();
  const rule = { activation: ACTIVATION, inputStep: 0.03, outputStep: 0.7 };
  const after = onePassReference(before, { inputs: x, targets: Float64Array.of(y) }, rule);

  test("moves readouts against m times the gradient", () => {
    for (let i = 0; i < WIDTH; i++)
      expect(after.outputWeights[i]).toBeCloseTo(
        (before.outputWeights[i] as number) - 0.7 * WIDTH * slopeOf("outputWeights", i, x, y),
        7,
      );
  });

  test("moves neurons against m times the gradient along the sphere, and back onto it", () => {
    for (let i = 0; i < WIDTH; i++) {
      const w = column(before.inputWeights, i);
      const gradient = w.map((_, j) => WIDTH * slopeOf("inputWeights", j * WIDTH + i, x, y));
      const along = gradient.reduce((sum, slope, j) => sum + slope * (w[j] as number), 0);
      const wanted = unit(w.map((weight, j) => weight - 0.03 * ((gradient[j] as number) - along * weight)));
      column(after.inputWeights, i).forEach((weight, j) => {
        expect(weight).toBeCloseTo(wanted[j] as number, 7);
      });
    }
  });

  test("leaves what it is given as it is, and neurons on the sphere for thousands of steps", () => {
    expect(before).toEqual(network());
    const steps = 5000;
    const examples = { inputs: drawn(steps * DIMENSION, "inputs"), targets: drawn(steps, "targets") };
    const { inputWeights } = onePassReference(before, examples, { ...rule, outputStep: 0.03 });
    for (let i = 0; i < WIDTH; i++)
      // Rounding of 10⁻¹⁶ a step, were it always to the same side.
      expect(Math.abs(Math.hypot(...column(inputWeights, i)) - 1)).toBeLessThan(steps * 1e-15);
  });
});
