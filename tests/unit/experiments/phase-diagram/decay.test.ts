// Theorem 6(b): rates read off made-up traces, and a small network that decays as its kernel says.
import { describe, expect, it } from "vitest";
import { withBias } from "../../../../src/engine/network.ts";
import { meta } from "../../../../src/experiments/phase-diagram/decay/meta.ts";
import { riskRate, run } from "../../../../src/experiments/phase-diagram/decay/run.ts";
import { ABSCISSAE } from "../../../../src/experiments/phase-diagram/setting/training.ts";
import { lateRiskRate } from "../../../../src/theory/tangentKernel.ts";
import { lastOf } from "../drive.ts";

describe("rates read off a trace", () => {
  const times = Array.from({ length: 100 }, (_, k) => k + 1);
  const twoModes = times.map((time) => ({
    time,
    relativeRisk: 0.9 * Math.exp(-time) + 0.1 * Math.exp(-0.1 * time),
  }));

  it("are the late one where only the slow part is left", () => {
    expect(riskRate(twoModes, 50)).toBeCloseTo(0.1, 10);
    expect(riskRate(twoModes, 1)).toBeGreaterThan(0.1 + 1e-3);
    expect(riskRate(twoModes, 100)).toBeUndefined();
    expect(riskRate(twoModes, 1000)).toBeUndefined();
  });
});

describe("a network in the linear regime", () => {
  const decay = (given: Partial<typeof meta.defaults>) =>
    lastOf(run({ ...meta.defaults, width: 200, ...given }, 1));

  it("decays in the end at the rate of its own kernel, which is about that of the average one", async () => {
    const { quantities, series, finished, progress } = await decay({});
    const points = ABSCISSAE.map(withBias);
    const network = { neurons: 400, kappa: 1 / Math.sqrt(200), kappaPrime: 1 };
    expect({ finished, progress: Math.round(progress) }).toEqual({ finished: true, progress: 1 });
    // 400 neurons determine the least eigenvalue to about a fifth.
    expect(Math.abs(quantities.lateRate! / lateRiskRate(points, network) - 1)).toBeLessThan(0.4);
    // Weights move by some hundredths of their length here, and the kernel's least eigenvalue by some tenths of itself.
    expect(Math.abs(quantities.rateRatio! - 1)).toBeLessThan(0.2);
    expect(series.relativeRisk?.at(-1)).toBeLessThan(1e-7);
    expect(series.time).toHaveLength(series.relativeRisk?.length as number);
  });

  it("decays far more slowly with frozen input weights, whatever the stride", async () => {
    const both = await decay({});
    const frozen = await decay({ trained: "output" });
    expect(frozen.quantities.lateRate).toBeLessThan(0.5 * (both.quantities.lateRate as number));
    const other = await lastOf(run({ ...meta.defaults, width: 200 }, 1), { stride: 33 });
    expect(other.quantities).toEqual(both.quantities);
  });
});
