// Many draws of one layer: how they are split, how they are combined, and that a draw is the layer of a later seed.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { run as runLayer } from "../../../../src/experiments/condensation/layer/run.ts";
import { meta as lineCountsMeta } from "../../../../src/experiments/condensation/line-counts/meta.ts";
import { run as runDraw } from "../../../../src/experiments/condensation/line-counts/run.ts";
import { sweep as lineCounts } from "../../../../src/experiments/condensation/line-counts/sweep.ts";
import { meta as lowFrequencyMeta } from "../../../../src/experiments/condensation/low-frequency/meta.ts";
import { run as runFrequency } from "../../../../src/experiments/condensation/low-frequency/run.ts";
import { sweep as lowFrequency } from "../../../../src/experiments/condensation/low-frequency/sweep.ts";
import { PAPERS_LAYER } from "../../../../src/experiments/condensation/setting/published.ts";
import { begin } from "../../../../src/experiments/driver/course.ts";
import type { Measurement } from "../../../../src/experiments/experiment.ts";
import { lastOf, reportsOf } from "../drive.ts";
import { joined } from "../joined.ts";

beforeAll(async () => {
  await openNodeDevice("wasm");
});

const layer = { ...PAPERS_LAYER, width: 20 };
const ofDraw = (lines: number) => ({
  quantities: {},
  series: {
    lines: Float64Array.of(lines),
    shareOnLines: Float64Array.of(0.5),
    largestNeuron: Float64Array.of(0.25),
  },
});

describe("draws", () => {
  const given = { ...layer, activation: "xTanh", draws: 4 } as const;

  it("are one run each, of the run's own seed and those after it", () => {
    expect(lineCounts.parts({ ...layer, draws: 3 }, 5)).toEqual(
      [5, 6, 7].map((seed) => ({ parameters: { ...layer, draws: 1 }, seed })),
    );
  });

  it("come to a median and to how many exceed the multiplicity, once all are there", () => {
    const all = joined(lineCounts, [1, 2, 3, 5].map(ofDraw), given);
    expect(all.quantities).toEqual({ medianLines: 2.5, exceeding: 2, medianLargestNeuron: 0.25 });
    const some = joined(lineCounts, [ofDraw(3), null, ofDraw(1), null], given);
    expect(some.quantities).toEqual({});
    expect([...(some.series.lines ?? [])]).toEqual([3, 1]);
    expect(
      joined(lineCounts, [1, 2, 3, 5].map(ofDraw), { ...given, activation: "relu" }).quantities,
    ).not.toHaveProperty("exceeding");
  });

  it("keep their places where one network has nothing left to measure but its lines", () => {
    const empty = {
      quantities: {},
      series: {
        lines: Float64Array.of(0),
        shareOnLines: Float64Array.of(Number.NaN),
        largestNeuron: Float64Array.of(Number.NaN),
      },
    };
    const all = joined(lineCounts, [ofDraw(1), empty, ofDraw(3), ofDraw(2)], given);
    expect(all.quantities).toEqual({ medianLines: 1.5, exceeding: 1 });
    expect([...(all.series.shareOnLines ?? [])]).toEqual([0.5, Number.NaN, 0.5, 0.5]);
  });

  it("leave out what is not defined, where all neurons are left out", async () => {
    const none = await lastOf(runDraw({ ...layer, leastNorm: 1, draws: 1 }, 1));
    expect(none.quantities).toEqual({ medianLines: 0, exceeding: 0 });
    expect([...(none.series.shareOnLines ?? [])]).toEqual([Number.NaN]);
  });

  it("at two frequencies come to the difference of their medians", () => {
    const { frequency: _, ...others } = layer;
    const two = { ...others, low: 2, high: 5, draws: 2 };
    const parts = lowFrequency.parts(two, 7);
    expect(parts.map(({ parameters: { low, high, draws }, seed }) => [low, high, draws, seed])).toEqual([
      [2, 2, 1, 7],
      [2, 2, 1, 8],
      [5, 5, 1, 7],
      [5, 5, 1, 8],
    ]);
    const at = (lines: number) => ({
      quantities: {},
      series: { low: Float64Array.of(lines), high: Float64Array.of(lines) },
    });
    const all = joined(lowFrequency, [1, 2, 4, 5].map(at), two);
    expect(all.quantities).toEqual({ difference: -3, medianLow: 1.5, medianHigh: 4.5 });
    expect([all.series.low, all.series.high].map((its) => [...(its ?? [])])).toEqual([
      [1, 2],
      [4, 5],
    ]);
    expect(joined(lowFrequency, [at(1), at(2), at(4), null], two).quantities).toEqual({});
    // The same frequency twice is trained once.
    const same = { ...two, low: 5 };
    expect(lowFrequency.parts(same, 7)).toHaveLength(2);
    expect(joined(lowFrequency, [4, 5].map(at), same).quantities).toMatchObject({ difference: 0 });
  });

  it("come apart no further than into parts, and a whole of one part is this part", async () => {
    const draws = { ...lineCountsMeta.defaults, width: 20, draws: 2 };
    for (const part of lineCounts.parts(draws, 3)) {
      expect(lineCounts.parts(part.parameters, part.seed)).toEqual([part]);
      const { quantities, series } = await lastOf(runDraw(part.parameters, part.seed));
      expect(joined(lineCounts, [{ quantities, series }], part.parameters)).toEqual({ quantities, series });
    }
    const frequencies = { ...lowFrequencyMeta.defaults, width: 20, draws: 1 };
    for (const part of lowFrequency.parts(frequencies, 3)) {
      expect(lowFrequency.parts(part.parameters, part.seed)).toEqual([part]);
      const { quantities, series } = await lastOf(runFrequency(part.parameters, part.seed));
      expect(joined(lowFrequency, [{ quantities, series }], part.parameters)).toEqual({ quantities, series });
    }
  });

  it("are what the layer itself gives with the seeds from the run's own on", async () => {
    const part = lineCounts.parts({ ...layer, draws: 3 }, 5)[2] as ReturnType<typeof lineCounts.parts>[0];
    const { series } = await lastOf(runDraw(part.parameters, part.seed));
    const { quantities } = await lastOf(runLayer(layer, 7));
    for (const name of ["lines", "shareOnLines", "largestNeuron"] as const)
      expect([...(series[name] ?? [])]).toEqual([quantities[name]]);
    expect(quantities.meanSimilarity).toBeGreaterThan(0.5);
    // And at its own frequency.
    const { frequency, ...others } = layer;
    const [, fast] = lowFrequency.parts({ ...others, low: 2, high: frequency, draws: 1 }, 7);
    const drawn = await lastOf(runFrequency(fast?.parameters ?? lowFrequencyMeta.defaults, 7));
    expect([...(drawn.series.high ?? [])]).toEqual([quantities.lines]);
  });

  it("are not run together", () => {
    expect(() => runDraw({ ...layer, draws: 2 }, 1)).toThrow(RangeError);
    expect(() => runFrequency({ ...lowFrequencyMeta.defaults, draws: 1 }, 1)).toThrow(RangeError);
  });
});

describe("the run of a layer", () => {
  it("begins with its start, ends after all steps, and does not depend on how often it reports", async () => {
    const often = await reportsOf(runLayer(layer, 1), { stride: 20 });
    expect(often.map(({ step }) => step)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(often.map(({ finished }) => finished)).toEqual([false, false, false, false, false, true]);
    const [once] = (await reportsOf(runLayer(layer, 1), { stride: 100 })).slice(-1);
    expect(often.at(-1)?.quantities).toEqual(once?.quantities);
    expect(often.at(-1)?.series).toEqual(once?.series);
    expect(often[0]?.quantities.meanSimilarity).toBeLessThan(0.5);
    expect(once?.quantities.meanSimilarity).toBeGreaterThan(0.9);
  });

  it("keeps the risk of fifty epochs on its way, the last one among them", async () => {
    const { quantities, series } = await lastOf(runLayer(layer, 1));
    expect([...(series.epoch ?? [])]).toEqual(Array.from({ length: 50 }, (_, k) => 2 * (k + 1)));
    expect(series.risk).toHaveLength(50);
    expect(series.risk?.at(-1)).toBe(quantities.relativeRisk);
    expect(series.risk?.[0]).toBeGreaterThan(series.risk?.at(-1) ?? 1);
  });

  it("stops where the risk has fallen as far as it should, and says so where it has not in time", async () => {
    const given = { ...layer, optimiser: "gradient", stopAt: 0.98, steps: 5000 } as const;
    const [last] = (await reportsOf(runLayer(given, 2), { stride: 500 })).slice(-1);
    expect(last).toMatchObject({ finished: true, progress: 1 });
    expect(last?.quantities.relativeRisk).toBeLessThanOrEqual(0.98);
    // A step before, it was above.
    const early = { ...given, steps: (last?.step ?? 0) - 1 };
    await expect(reportsOf(runLayer(early, 2), { stride: 500 })).rejects.toThrow(/still above its target/);
  });

  it("reports what is left of a network that diverges, and then says so", async () => {
    const reports: Measurement[] = [];
    const diverge = async () => {
      const given = { ...layer, optimiser: "gradient", rate: 100, steps: 2000 } as const;
      const { signal } = new AbortController();
      for await (const each of (await begin(runLayer, { parameters: given, seed: 1 }, signal)).drive({
        stride: 10,
        signal,
      }))
        reports.push(each);
    };
    await expect(diverge()).rejects.toThrow(/Training diverged at step/);
    expect(reports.length).toBeGreaterThan(1);
  });
});
