// Steps as long as the theory allows: what they keep to, and that the rate at which a tilt dies out is that of the formula.
import { describe, expect, it } from "vitest";
import { PUBLISHED } from "../../../../src/experiments/hinge-mean-field/setting/parameters.ts";
import { type Growing, growthAt, thresholdAt } from "../../../../src/theory/hinge-mean-field/growth.ts";
import { earlyRate } from "../../../../src/theory/hinge-mean-field/limits.ts";
import { restoringRate, timeStepsUntil } from "../../../../src/theory/hinge-mean-field/pace.ts";
import { projectionOf } from "../../../../src/theory/hinge-mean-field/projection.ts";

const growingOf = (more: Partial<Growing> = {}): Growing => ({
  ...{ inputDimension: 100, rate: 2.5, scale: 1, margin: 1, flipped: 0 },
  projection: projectionOf("gaussian", 100),
  ...more,
});

describe("time steps", () => {
  it.each([
    ["the paper's setting", {}, PUBLISHED.duration],
    ["a lazy one", { scale: 100 }, 50],
    ["a third of the labels flipped", { flipped: 0.3 }, 500],
    ["another law", { projection: projectionOf("near-and-far", 100) }, 300],
  ] as const)("let γ grow by little and a tilt die out, and end in time: %s", (_, more, duration) => {
    const growing = growingOf(more);
    const timeSteps = timeStepsUntil(duration, growing, 0.01);
    const times = [0];
    for (const dt of timeSteps) times.push((times.at(-1) as number) + dt);
    const growth = growthAt(times, growing);
    expect(times.at(-1)).toBeCloseTo(duration, 9);
    timeSteps.forEach((dt, k) => {
      expect(dt).toBeGreaterThan(0);
      // The rate falls in a step, and the schedule's own γ is good to a hundredth of a step.
      expect((growth[k + 1] as number) - (growth[k] as number)).toBeLessThan(0.0102);
      expect(dt * restoringRate(growth[k] as number, growing)).toBeLessThan(0.51);
    });
  });

  it("are hundreds in the paper's setting, where unit steps would be thousands", () => {
    const { duration } = PUBLISHED;
    const timeSteps = timeStepsUntil(duration, growingOf(), 0.01);
    // 3.34/0.01 if growth alone counted, and 2000/5 once a tilt does: ρ is 0.0997 late.
    expect(timeSteps.length).toBeLessThan(334 + 400);
    expect(timeSteps.at(-2)).toBeCloseTo(0.5 / (2.5 / Math.sqrt(2 * Math.PI * 100)), 1);
  });
});

it("a tilt dies out at βE|x∥|/2√d late, and as fast as examples below the threshold ask for before", () => {
  const growing = growingOf();
  // 1 + 1/cosh 2γ and the change of the density below the threshold are left out.
  expect(restoringRate(4, growing) / earlyRate(growing)).toBeCloseTo(1, 2);
  // The force on a tilted boundary, by a sum over a fine grid: ⟨u y x⊥⟩ for v⊥/v∥ = θ, to first order in θ.
  const [growth, theta, grid] = [2.5, 1e-3, 400];
  const threshold = thresholdAt(growth, growing);
  let force = 0;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  for (let i = 0; i < grid; i++) {
    const across = -6 + (12 * (i + 0.5)) / grid;
    const reach = Math.max(0, threshold - theta * across);
    // Both sides of the plane, each up to where the tilted network is satisfied.
    force += 2 * across * density(across) * density(threshold) * (reach - threshold) * (12 / grid);
  }
  const { rate, inputDimension } = growing;
  const kernel = (rate / (4 * inputDimension)) * (1 + Math.cosh(2 * growth));
  const size = Math.sinh(2 * growth) / (2 * Math.sqrt(inputDimension));
  const dying = (-kernel * force) / (theta * size);
  // The mean density below the threshold, about 0.27 here, is larger than that at it, by a sixth of its square and more.
  expect(restoringRate(growth, growing) / dying).toBeGreaterThan(1);
  expect(restoringRate(growth, growing) / dying).toBeLessThan(1 + (threshold * threshold) / 2);
});
