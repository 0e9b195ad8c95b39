// The network with one input, trained for real: its lines and its output, whichever way the run is cut, and the words
// that go with them before there is a run.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { meta as fieldMeta } from "../../../../src/experiments/condensation/direction-field/meta.ts";
import { drawing } from "../../../../src/experiments/condensation/direction-field/plot.ts";
import { run as runField } from "../../../../src/experiments/condensation/direction-field/run.ts";
import { meta as outputMeta } from "../../../../src/experiments/condensation/polynomial/meta.ts";
import { run as runOutput } from "../../../../src/experiments/condensation/polynomial/run.ts";
import type { RunContext } from "../../../../src/experiments/driver/course.ts";
import type { ParametersOf } from "../../../../src/experiments/experiment.ts";
import { reportsOf } from "../drive.ts";

beforeAll(() => openNodeDevice("wasm"));

type Fields = ParametersOf<typeof fieldMeta>;
const field = (more: Partial<Fields>, context?: Partial<RunContext>) =>
  reportsOf(runField({ ...fieldMeta.defaults, ...more }, 1), { stride: 5000, ...context });
const output = (more: Partial<ParametersOf<typeof outputMeta>>, context?: Partial<RunContext>) =>
  reportsOf(runOutput({ ...outputMeta.defaults, ...more }, 1), { stride: 5000, ...context });

describe("the direction field", () => {
  it("begins with the neurons as they are drawn, and ends after the steps asked for", async () => {
    const reports = await field({ activation: "xTanh", steps: 30 }, { stride: 10 });
    expect(reports.map(({ step }) => step)).toEqual([0, 10, 20, 30]);
    expect(reports.map(({ finished }) => finished)).toEqual([false, false, false, true]);
    const [first, last] = [reports[0]!, reports.at(-1)!];
    expect(first.series.weight).toEqual(first.series.initialWeight);
    expect(last.series.initialWeight).toEqual(first.series.initialWeight);
    expect(last.series.weight).not.toEqual(first.series.weight);
    // f is some m ε³ = 1e-5 at the start.
    const { y = [], residual = [] } = first.series;
    for (let i = 0; i < y.length; i++) expect(Math.abs(residual[i]! + y[i]!)).toBeLessThan(1e-3);
  });

  it("finds as many lines as the multiplicity says, and one more asked for all but empty", async () => {
    for (const [activation, order] of [
      ["xTanh", 2],
      ["x2Tanh", 3],
    ] as const) {
      const [own] = (await field({ activation })).slice(-1);
      const [more] = (await field({ activation, compared: order + 1 })).slice(-1);
      expect(own?.quantities).toMatchObject({ criticalLines: order, lines: order });
      expect(own?.quantities.smallestLine).toBeGreaterThanOrEqual(5);
      expect(more?.quantities.smallestLine).toBeLessThan(3);
    }
  });

  it("measures angles between lines, not between their heads", async () => {
    // Two points with targets 1: g = (0, 1), so that the one critical line of p = 1 is the axis of the bias. Neurons leave
    // along it in both directions, up to some 0.05 after 60 steps of 5e-4 (and more), while w stays near its 0.005.
    const [last] = (await field({ target: "points", points: [-1, 1, 1, 1], steps: 60 })).slice(-1);
    const biases = [...(last?.series.bias ?? [])];
    expect(biases.some((bias) => bias > 0.01) && biases.some((bias) => bias < -0.01)).toBe(true);
    expect(last?.quantities.criticalLines).toBe(1);
    expect(last?.quantities.angleToCritical).toBeLessThan(10);
  });

  it("is told in words from the points alone, and by a share of the neurons once some case has run", () => {
    const shown = (activation: Fields["activation"], points: readonly number[]) => ({
      label: activation,
      parameters: { ...fieldMeta.defaults, target: "points" as const, points, activation },
      now: null,
      reference: null,
    });
    const words = (activation: Fields["activation"], points: readonly number[] = fieldMeta.defaults.points) =>
      drawing.beforehand?.([shown(activation, points)]);
    expect(words("tanh")).toBe("tanh: 1 critical line of at most 1.");
    expect(words("xTanh")).toBe("xTanh: 2 critical lines of at most 2.");
    // Both targets positive: (w·x)² is positive in all directions, and nothing feeds neurons with a < 0.
    expect(words("xTanh", [-0.5, 1, 1, 1])).toMatch(/shrink on 1 of them\.$/);
    // Both moments of these targets vanish: Σ y = 0 and Σ x y = 0.
    expect(words("tanh", [-0.5, 1, 0, -1, 0.5, -1, 1, 1])).toMatch(/no direction is better/);
    const now = { step: 12, quantities: { topShare: 0.25 }, series: {} };
    const cases = [{ ...shown("tanh", fieldMeta.defaults.points), now }, shown("xTanh", [])];
    expect(drawing.describe(cases)).toBe(
      "After 12 steps 25 % (tanh) of the neurons are on the p fullest lines. Not run yet: xTanh.",
    );
  });
});

describe("the output", () => {
  it("is the polynomial of the multiplicity at epoch 200, and less so later", async () => {
    const [last] = (await output({ activation: "xTanh", steps: 1000 })).slice(-1);
    const { degree, earlyRSquared, rSquared, rSquaredBelow, gain } = last!.quantities;
    expect(degree).toBe(2);
    expect(earlyRSquared).toBeGreaterThan(0.999);
    expect(rSquared).toBeLessThan(earlyRSquared!);
    expect(rSquaredBelow! + gain!).toBeCloseTo(rSquared!, 12);
    const early = (await output({ activation: "xTanh", steps: 200 })).at(-1)!;
    expect(early.quantities.rSquared).toBe(earlyRSquared);
    expect(early.series.learned).toEqual(last!.series.earlyLearned);
    expect(last!.series.epoch).toHaveLength(100);
    expect(last!.series.epoch?.at(-1)).toBe(1000);
  });

  it("does not depend on how often it is reported, nor on where it was interrupted", async () => {
    const parameters = { activation: "x2Tanh", steps: 260 } as const;
    const [whole] = (await output(parameters)).slice(-1);
    const cut = await output(parameters, { stride: 40, checkpointDue: () => true });
    expect(cut.length).toBeGreaterThan(5);
    expect({ ...cut.at(-1)!, checkpoint: undefined }).toEqual({ ...whole!, checkpoint: undefined });
    const { checkpoint: from } = cut[2]!;
    const [resumed] = (await output(parameters, { from })).slice(-1);
    expect(resumed).toEqual(whole);
  });

  it("diverges with a sentence where the rate is too large", async () => {
    await expect(output({ optimiser: "gradient", rate: 100, deviation: 1, steps: 500 })).rejects.toThrow(
      /diverged at step \d+.*Take a smaller time step/,
    );
  });
});
