// Many draws of one layer: how they come apart, what they come to, and that a draw is the layer of a later seed.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { run as runLayer } from "../../../../src/experiments/condensation/layer/run.ts";
import { PAPERS_LAYER } from "../../../../src/experiments/condensation/layerParameters.ts";
import { division as lineCounts } from "../../../../src/experiments/condensation/line-counts/division.ts";
import { run as runDraw } from "../../../../src/experiments/condensation/line-counts/run.ts";
import { division as lowFrequency } from "../../../../src/experiments/condensation/low-frequency/division.ts";
import type { Measurement, Run } from "../../../../src/experiments/experiment.ts";

beforeAll(async () => {
  await openNodeDevice("wasm");
});

const contextOf = (seed: number, stride = 10) => ({ seed, stride, signal: new AbortController().signal });

async function reportsOf<Given>(run: Run<Given>, given: Given, seed: number, stride?: number) {
  const reports: Measurement[] = [];
  for await (const report of run(given, contextOf(seed, stride))) reports.push(report);
  return reports;
}

const layer = { ...PAPERS_LAYER, width: 20 };
const report = (lines: number): Measurement => ({
  ...{ progress: 1, step: 1, finished: true, series: {} },
  quantities: { lines, shareOnLines: 0.5, largestNeuron: 0.25 },
});

describe("draws", () => {
  it("are one run each, counted from 0", () => {
    const parts = lineCounts.parts({ ...layer, draws: 3 });
    expect(parts.map(({ parameters }) => parameters)).toEqual([0, 1, 2].map((draw) => ({ ...layer, draw })));
  });

  it("come to a median and to how many exceed the multiplicity, once all are there", () => {
    const given = { ...layer, activation: "xTanh", draws: 4 } as const;
    const all = lineCounts.join([1, 2, 3, 5].map(report), given);
    expect(all.quantities).toEqual({ medianLines: 2.5, exceeding: 2, medianLargestNeuron: 0.25 });
    const some = lineCounts.join([report(3), null, report(1), null], given);
    expect(some.quantities).toEqual({});
    expect([...(some.series.lines ?? [])]).toEqual([3, 1]);
    expect(
      lineCounts.join([1, 2, 3, 5].map(report), { ...given, activation: "relu" }).quantities,
    ).not.toHaveProperty("exceeding");
  });

  it("at two frequencies come to the difference of their medians", () => {
    const { frequency: _, ...others } = layer;
    const given = { ...others, low: 2, high: 5, draws: 2 };
    const parts = lowFrequency.parts(given);
    expect(parts.map(({ parameters }) => [parameters.frequency, parameters.draw])).toEqual([
      [2, 0],
      [2, 1],
      [5, 0],
      [5, 1],
    ]);
    expect(lowFrequency.join([1, 2, 4, 5].map(report), given).quantities).toEqual({
      difference: -3,
      medianLow: 1.5,
      medianHigh: 4.5,
    });
    expect(lowFrequency.join([report(1), report(2), report(4), null], given).quantities).toEqual({});
  });

  it("are what the layer itself gives with the seeds from the run's own on", async () => {
    const [drawn] = (await reportsOf(runDraw, { ...layer, draw: 2 }, 5)).slice(-1);
    const [alone] = (await reportsOf(runLayer, layer, 7)).slice(-1);
    expect(alone?.quantities).toMatchObject(drawn?.quantities ?? { lines: Number.NaN });
    expect(drawn?.quantities.meanSimilarity).toBeGreaterThan(0.5);
  });
});

describe("the run of a layer", () => {
  it("begins with its start, ends after all steps, and does not depend on how often it reports", async () => {
    const often = await reportsOf(runLayer, layer, 1, 25);
    expect(often.map(({ step }) => step)).toEqual([0, 25, 50, 75, 100]);
    expect(often.map(({ finished }) => finished)).toEqual([false, false, false, false, true]);
    const [once] = (await reportsOf(runLayer, layer, 1, 100)).slice(-1);
    expect(often.at(-1)?.quantities).toEqual(once?.quantities);
    expect(often.at(-1)?.series).toEqual(once?.series);
    expect(often[0]?.quantities.meanSimilarity).toBeLessThan(0.5);
    expect(once?.quantities.meanSimilarity).toBeGreaterThan(0.9);
  });

  it("stops where the risk has fallen as far as it should, and says so where it has not in time", async () => {
    const given = { ...layer, optimiser: "gradient", stopAt: 0.98, steps: 5000 } as const;
    const [last] = (await reportsOf(runLayer, given, 2, 500)).slice(-1);
    expect(last).toMatchObject({ finished: true, progress: 1 });
    expect(last?.quantities.relativeRisk).toBeLessThanOrEqual(0.98);
    // A step before, it was above.
    const early = { ...given, steps: (last?.step ?? 0) - 1 };
    await expect(reportsOf(runLayer, early, 2, 500)).rejects.toThrow(/still above its target/);
  });

  it("reports what is left of a network that diverges, and then says so", async () => {
    const reports: Measurement[] = [];
    const diverge = async () => {
      const given = { ...layer, optimiser: "gradient", rate: 100, steps: 2000 } as const;
      for await (const each of runLayer(given, contextOf(1))) reports.push(each);
    };
    await expect(diverge()).rejects.toThrow(/Training diverged at step/);
    expect(reports.length).toBeGreaterThan(1);
  });
});
