// Noisy examples: the flow goes down its empirical risk, and unlearning needs noise.
import { describe, expect, test } from "vitest";
import { startDirections } from "../../../../src/experiments/startDirections.ts";
import {
  empiricalDerivative,
  empiricalRiskOf,
  noisySample,
} from "../../../../src/experiments/time-scales/unlearning/empiricalFlow.ts";
import { meta } from "../../../../src/experiments/time-scales/unlearning/meta.ts";
import { run } from "../../../../src/experiments/time-scales/unlearning/run.ts";
import { unit } from "../../../../src/math/vectors.ts";
import { finiteRisk, finiteState } from "../../../../src/theory/time-scales/finiteFlow.ts";
import { lastOf } from "../drive.ts";

const WIDTH = 3;
const DIMENSION = 4;
const flow = { width: WIDTH, epsilon: 1, target: [0.2, 1, -0.5, 0.3], activation: [0.1, 1, 0.7, 0.4] };
const state = finiteState(Float64Array.of(1, -0.5, 2), startDirections(WIDTH, DIMENSION, 5));

describe("the flow on a sample", () => {
  test("goes down the slope of its risk, along the sphere", () => {
    const sample = noisySample(flow, { sampleSize: 9, inputDimension: DIMENSION, noise: 0.5 }, 3);
    const riskAt = (k: number, shift: number) => {
      const moved = state.map((value, j) => (j === k ? value + shift : value));
      for (let i = 0; i < WIDTH; i++) {
        const from = WIDTH + i * DIMENSION;
        moved.set(unit(moved.subarray(from, from + DIMENSION)), from);
      }
      return empiricalRiskOf(flow, sample, moved);
    };
    Array.from(empiricalDerivative(flow, sample)(0, state)).forEach((slope, k) => {
      expect(slope).toBeCloseTo((-WIDTH * (riskAt(k, 1e-5) - riskAt(k, -1e-5))) / 2e-5, 7);
    });
  });

  test("has the risk of the population and the noise on many examples", () => {
    const sampleSize = 100_000;
    const sample = noisySample(flow, { sampleSize, inputDimension: DIMENSION, noise: 0.5 }, 3);
    const expected = finiteRisk(flow, state) + 0.125;
    // The loss of an example spreads by a few times its mean: four standard errors are about 4 %.
    expect(Math.abs(empiricalRiskOf(flow, sample, state) / expected - 1)).toBeLessThan(0.04);
  });
});

test("with noisy labels the test error turns up and alignment is lost, with clean ones neither", async () => {
  const at = async (noise: number) => {
    const { quantities } = await lastOf(
      run({ ...meta.defaults, widths: [16], inputs: 30, duration: 3, noise }, 101),
    );
    return quantities as Required<typeof quantities>;
  };
  const [noisy, clean] = [await at(0.8), await at(0)];
  expect(noisy.rise).toBeGreaterThan(1.2);
  expect(noisy.kept).toBeLessThan(0.9);
  expect(clean.rise).toBeLessThan(1.1);
  expect(clean.kept).toBeGreaterThan(0.95);
});
