// Eqs 7–13: what two of the three scales fix, and networks that must or must not agree.
import { describe, expect, it } from "vitest";
import { atMost, inside } from "../../../../src/claims/interval.ts";
import { claimNamed } from "../../../../src/claims/ledger.ts";
import { antisymmetric, normalInitialisation } from "../../../../src/engine/network.ts";
import { descend, PLAIN_RULE } from "../../../../src/engine/reference.ts";
import { meta } from "../../../../src/experiments/phase-diagram/rescaling/meta.ts";
import { run, scaled } from "../../../../src/experiments/phase-diagram/rescaling/run.ts";
import {
  descentAt,
  initialNetwork,
  relativeDistance,
  SAMPLE,
} from "../../../../src/experiments/phase-diagram/setting/training.ts";
import { exchanged, scalesWith } from "../../../../src/theory/phaseDiagram.ts";
import { lastOf } from "../drive.ts";

describe("three scales", () => {
  it("have the κ and κ′ that they were asked for, whatever β₂", () => {
    for (const beta2 of [1, 0.03, 1e-4]) {
      const { alpha, beta1, ...rest } = scalesWith(0.07, 3, beta2);
      expect(rest.beta2).toBe(beta2);
      expect((beta1 * beta2) / alpha).toBeCloseTo(0.07, 14);
      expect(beta1 / beta2).toBeCloseTo(3, 12);
    }
  });

  it("keep κ and turn κ′ over when the layers' scales are exchanged", () => {
    const { alpha, beta1, beta2 } = exchanged(scalesWith(0.07, 3, 0.5));
    expect((beta1 * beta2) / alpha).toBeCloseTo(0.07, 14);
    expect(beta1 / beta2).toBeCloseTo(1 / 3, 14);
  });

  it("multiply the weights of their own layer", () => {
    const standard = antisymmetric(normalInitialisation(3, 2, 1));
    const { inputWeights, outputWeights } = scaled(standard, { alpha: 7, beta1: 10, beta2: 0.1 });
    expect(inputWeights[4]).toBe(0.1 * (standard.inputWeights[4] as number));
    expect(outputWeights[4]).toBe(10 * (standard.outputWeights[4] as number));
  });
});

describe("networks side by side", () => {
  const gap = async (given: Partial<typeof meta.defaults>) =>
    (await lastOf(run({ ...meta.defaults, width: 30, ...given }, 1))).quantities.distanceGap;

  it("agree to rounding when κ, κ′ and the step in units of β₁β₂ do", async () => {
    expect(await gap({ gamma: 1.25, gammaPrime: 0.3 })).toBeLessThan(1e-12);
    expect(await gap({ gamma: 0.5 })).toBeLessThan(1e-12);
  });

  it("part when κ′ or that step does not agree", async () => {
    expect(await gap({ gamma: 1.25, gammaPrime: 0.3, comparison: "exchanged" })).toBeGreaterThan(0.1);
    expect(await gap({ gamma: 0.5, comparison: "same step" })).toBeGreaterThan(0.1);
    // With κ′ = 1 there is nothing to exchange.
    expect(await gap({ gamma: 0.5, comparison: "exchanged" })).toBeLessThan(1e-12);
  });

  it("end on a trained network, whatever the stride", async () => {
    const result = await lastOf(run({ ...meta.defaults, width: 30 }, 1), { stride: 7 });
    expect(result).toMatchObject({ finished: true, progress: 1 });
    expect(result.quantities).toEqual((await lastOf(run({ ...meta.defaults, width: 30 }, 1))).quantities);
    expect(result.quantities.relativeDistance).toBeGreaterThan(0.05);
  });
});

it("a step that is wrong by a ten-millionth is no rounding: a bound of a millionth would let it pass", () => {
  const start = scaled(initialNetwork(200, 101), scalesWith(1, 1, 1));
  const descent = { ...descentAt({ gamma: 0.5, gammaPrime: 0, width: 200 }), targetRisk: -1 };
  const distanceAfter = (timeStep: number) => {
    const options = { steps: 100, adaptive: false, rule: PLAIN_RULE };
    return relativeDistance(descend(start, SAMPLE, { ...descent, timeStep }, options).network, start);
  };
  const gap = 1 - distanceAfter(0.001) / distanceAfter(0.001 * (1 + 1e-7));
  expect(inside(gap, atMost(1e-6))).toBe(true);
  for (const { accept } of claimNamed("phase-diagram/A3").cases) expect(inside(gap, accept)).toBe(false);
});
