// The closed form at p = 1 against the flow that it solves.

import { describe, expect, it } from "vitest";
import { dot } from "../../../../src/math/vectors.ts";
import { type Neuron, velocityOf } from "../../../../src/theory/condensation/leadingOrder.ts";
import { alongLine, cosineOf, grown, oneLineOf } from "../../../../src/theory/condensation/oneLine.ts";
import { drawnInputs, drawnNeuron, drawnNumbers } from "./drawn.ts";

const inputs = drawnInputs(1, 6);
const targets = drawnNumbers(1, 30, "targets");
const COEFFICIENT = 0.25;
const line = oneLineOf(inputs, targets, COEFFICIENT);

describe("a neuron near 0 at p = 1", () => {
  it.each([1, 2, 3, 4])("follows the flow in small steps: neuron %i", (seed) => {
    const form = { inputs, residuals: targets.map((y) => -y), order: 1 };
    let neuron: Neuron = drawnNeuron(seed, 6);
    const start = alongLine(line, neuron);
    const steps = 4000;
    const tau = 3;
    const h = tau / line.rate / steps;
    for (let k = 0; k < steps; k++) {
      // The midpoint rule: its error is τ (κh)²/6, below 3e-7 of the growth.
      const first = velocityOf(form, COEFFICIENT, neuron);
      const middle = velocityOf(form, COEFFICIENT, moved(neuron, first, h / 2));
      neuron = moved(neuron, middle, h);
    }
    const end = alongLine(line, neuron);
    const predicted = grown(start, tau);
    expect(predicted.output / end.output).toBeCloseTo(1, 5);
    expect(predicted.along / end.along).toBeCloseTo(1, 5);
    expect(predicted.across).toBeCloseTo(end.across, 12);
    expect(cosineOf(predicted)).toBeCloseTo(cosineOf(end), 6);
  });

  it("is where it was at time 0, and ends on the side of a + w∥", () => {
    const turned = { output: 1, along: -0.9, across: 2 };
    expect(grown(turned, 0).along).toBeCloseTo(-0.9, 14);
    expect(cosineOf(turned)).toBeLessThan(0);
    expect(cosineOf(grown(turned, 12))).toBeGreaterThan(0.99);
    expect(cosineOf(grown({ ...turned, along: -1.1 }, 12))).toBeLessThan(-0.99);
    // Between the two it never leaves the equator for good.
    expect(Math.abs(cosineOf(grown({ ...turned, along: -1 }, 12)))).toBeLessThan(1e-5);
  });
});

it("the line is that of g = (1/n) Σ y x, at the rate c|g|", () => {
  const axes = { sampleSize: 2, inputDimension: 2, inputs: [1, 1, -2, 1] };
  // g = ((3·1 + 5·(−2))/2, (3 + 5)/2) = (−3.5, 4).
  const { direction, rate } = oneLineOf(axes, [3, 5], 0.5);
  expect(rate).toBeCloseTo(Math.sqrt(3.5 ** 2 + 16) / 2, 14);
  expect((direction[0] as number) / (direction[1] as number)).toBeCloseTo(-3.5 / 4, 14);
  expect(dot(direction, direction)).toBeCloseTo(1, 14);
  expect(() => oneLineOf(axes, [0, 0], 1)).toThrow(/no line/);
});

it("a neuron without input weights has no direction", () => {
  expect(cosineOf({ output: 1, along: 0, across: 0 })).toBe(0);
});

function moved({ output, input }: Neuron, velocity: Neuron, by: number): Neuron {
  return {
    output: output + by * velocity.output,
    input: Float64Array.from(input, (w, j) => w + by * (velocity.input[j] as number)),
  };
}
