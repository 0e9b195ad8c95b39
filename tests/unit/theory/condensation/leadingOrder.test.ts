// The leading-order flow against differences of F, and against the engine's gradients of tiny networks.

import { describe, expect, it } from "vitest";
import { gradients, preactivations } from "../../../../src/engine/reference.ts";
import { dot } from "../../../../src/math/vectors.ts";
import {
  conservedBy,
  type Form,
  polarVelocityOf,
  pullOn,
  velocityOf,
} from "../../../../src/theory/condensation/leadingOrder.ts";
import { MULTIPLICITY } from "../../../../src/theory/condensation/multiplicity.ts";
import { drawnInputs, drawnNeuron, drawnNumbers } from "./drawn.ts";

const DIMENSION = 4;
const form = (order: number): Form => ({
  inputs: drawnInputs(order, DIMENSION),
  residuals: drawnNumbers(order, 30),
  order,
});

describe.each([1, 2, 3, 4])("F at p = %i", (order) => {
  const neuron = drawnNeuron(5, DIMENSION);
  const { value, gradient } = pullOn(form(order), neuron.input);

  it("is minus the mean of e (w·x)ᵖ", () => {
    const { inputs, residuals } = form(order);
    let sum = 0;
    for (let i = 0; i < 30; i++) {
      const z = dot(
        neuron.input,
        Float64Array.from(inputs.inputs).subarray(DIMENSION * i, DIMENSION * (i + 1)),
      );
      sum -= (residuals[i] as number) * z ** order;
    }
    expect(value).toBeCloseTo(sum / 30, 12);
  });

  it("has the gradient of its differences", () => {
    const h = 1e-5;
    for (let j = 0; j < DIMENSION; j++) {
      const at = (by: number) =>
        pullOn(
          form(order),
          Float64Array.from(neuron.input, (w, k) => (k === j ? w + by : w)),
        ).value;
      expect((at(h) - at(-h)) / (2 * h)).toBeCloseTo(gradient[j] as number, 6);
    }
  });

  it("is homogeneous of degree p: w·∇F = pF", () => {
    expect(dot(neuron.input, gradient)).toBeCloseTo(order * value, 10);
  });

  it("moves neurons on curves of constant |w|² − p a²", () => {
    const velocity = velocityOf(form(order), 0.7, neuron);
    const change = 2 * dot(neuron.input, velocity.input) - 2 * order * neuron.output * velocity.output;
    expect(change).toBeCloseTo(0, 10);
    expect(conservedBy(order, { output: 2, input: [3, 1] })).toBe(10 - 4 * order);
  });

  it("turns w at right angles to itself and stretches it by the rest: ẇ = ṙu + ru̇", () => {
    const { input } = velocityOf(form(order), 0.7, neuron);
    const { radial, turning } = polarVelocityOf(form(order), 0.7, neuron);
    const length = Math.sqrt(dot(neuron.input, neuron.input));
    expect(dot(turning, neuron.input)).toBeCloseTo(0, 12);
    expect(radial).toBeCloseTo((0.7 * neuron.output * order * value) / length, 12);
    for (let j = 0; j < DIMENSION; j++) {
      const rebuilt = (radial * (neuron.input[j] as number)) / length + length * (turning[j] as number);
      expect(rebuilt).toBeCloseTo(input[j] as number, 12);
    }
  });
});

it.each(["tanh", "xTanh", "x2Tanh"] as const)(
  "is what the gradients of tiny %s networks come to",
  (activation) => {
    const { order, coefficient } = MULTIPLICITY[activation];
    const { inputs, residuals } = form(order);
    const size = 1e-4;
    const { output, input } = drawnNeuron(6, DIMENSION, size);
    const network = {
      width: 1,
      inputDimension: DIMENSION,
      inputWeights: Float64Array.from(input),
      outputWeights: Float64Array.from([output]),
    };
    const sample = {
      ...inputs,
      inputs: Float32Array.from(inputs.inputs),
      targets: new Float32Array(30),
    };
    const pull = Float64Array.from(residuals);
    const got = gradients(network, sample, preactivations(network, sample), pull, 1, activation);
    const wanted = velocityOf({ inputs: sample, residuals, order }, coefficient, { output, input });
    // The next term of σ is z² of the leading one, here about 1e-8 times the square of the inputs.
    expect(-(got.outputWeights[0] as number) / wanted.output).toBeCloseTo(1, 5);
    for (let j = 0; j < DIMENSION; j++)
      expect(-(got.inputWeights[j] as number) / (wanted.input[j] as number)).toBeCloseTo(1, 5);
  },
);
