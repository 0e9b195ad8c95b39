// The samples and networks of the experiments on initial condensation.
import { expect, it } from "vitest";
import { sineSample, smallNetwork } from "../../../../src/experiments/condensation/setting/training.ts";
import { mean, standardDeviation } from "../../../../src/math/statistics.ts";

it("draws inputs evenly from the box, appends the bias, and adds up sines", () => {
  const target = { sampleSize: 2000, inputs: 2, amplitude: 3.5, frequency: 5 };
  const { inputs, targets, inputDimension } = sineSample(target, 7);
  expect(inputDimension).toBe(3);
  const rows = Array.from({ length: 2000 }, (_, i) => inputs.subarray(3 * i, 3 * i + 3));
  const drawn = rows.flatMap(([x1, x2]) => [x1 as number, x2 as number]);
  expect(Math.min(...drawn)).toBeGreaterThan(-4);
  expect(Math.max(...drawn)).toBeLessThan(2);
  // Standard error of the mean of 4000 numbers with deviation 6/√12: 0.027.
  expect(Math.abs(mean(drawn) + 1)).toBeLessThan(0.11);
  for (const [i, [x1, x2, bias]] of rows.entries()) {
    expect(bias).toBe(1);
    const y = 3.5 * (Math.sin(5 * (x1 as number) + 1) + Math.sin(5 * (x2 as number) + 1));
    // Inputs and targets are rounded to float32 apart: 5 · 4 · 6e-8 in each sine.
    expect(Math.abs((targets[i] as number) - y)).toBeLessThan(2e-5);
  }
  expect(sineSample(target, 8).targets).not.toEqual(targets);
});

it("draws weights with the deviation that was asked for, and neuron by neuron the same at every size", () => {
  const network = smallNetwork(400, 6, 0.005, 1);
  const weights = [...network.inputWeights, ...network.outputWeights];
  // Standard error of a deviation from 2800 numbers: 1/√5600 of it.
  expect(Math.abs(standardDeviation(weights) / 0.005 - 1)).toBeLessThan(4 / Math.sqrt(5600));
  const twice = smallNetwork(400, 6, 0.01, 1);
  expect(twice.inputWeights).toEqual(network.inputWeights.map((weight) => 2 * weight));
});
