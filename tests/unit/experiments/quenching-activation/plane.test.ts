// The plane of width and sample size: how it comes apart, what its cells come to together, and where a cell ends.
import { beforeAll, describe, expect, it } from "vitest";
import { watchedAt } from "../../../../components/papers/quenching-activation/watchedAt.ts";
import { experimentNamed } from "../../../../src/catalogue/experiments.ts";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import {
  cellsThrough,
  cellTold,
  planeIn,
} from "../../../../src/experiments/quenching-activation/plane/lens.ts";
import { meta, rateOf } from "../../../../src/experiments/quenching-activation/plane/meta.ts";
import { run } from "../../../../src/experiments/quenching-activation/plane/run.ts";
import { sweep } from "../../../../src/experiments/quenching-activation/plane/sweep.ts";
import { timeStepOf } from "../../../../src/experiments/quenching-activation/setting/workload.ts";
import { lastOf } from "../drive.ts";
import { joined } from "../joined.ts";

const SEED = 1;
const GRID = { ...meta.defaults, widths: [3, 6, 12], sampleSizes: [20, 40] };

/** A report of a cell whose test error is 10 to the power of −m. */
const reportOf = (part: { readonly parameters: typeof meta.defaults }) => {
  const [width = 0] = part.parameters.widths;
  const test = 1 / 10 ** width;
  return {
    quantities: { time: 10, train: 1e-7, test, pathNorm: 1, effectiveNeurons: 1, sharePerNeuron: 1 / width },
    series: { coefficient: Float64Array.of(1) },
  };
};

describe("the sweep", () => {
  const parts = sweep.parts(GRID, SEED);

  it("has a part for each cell, the corners of a coarse grid first", () => {
    const cells = parts.map(({ parameters: { widths, sampleSizes } }) => [...widths, ...sampleSizes]);
    expect(cells.slice(0, 2)).toEqual([
      [3, 20],
      [12, 20],
    ]);
    expect(new Set(cells.map(String)).size).toBe(6);
  });

  it("puts numbers where their cells are, and what is not run yet is no number", () => {
    const reports = parts.map((part, k) => (k < 2 ? reportOf(part) : null));
    const { quantities, series } = joined(sweep, reports, GRID);
    expect(quantities).toEqual({});
    expect(series.test).toEqual(Float64Array.of(1e-3, Number.NaN, 1e-12, Number.NaN, Number.NaN, Number.NaN));
    const plane = planeIn({ step: 0, quantities, series });
    if (!plane) throw new Error("There is no plane.");
    expect(cellsThrough("test", plane).values.map((value) => value?.toFixed(6))).toEqual([
      "-3.000000",
      undefined,
      "-12.000000",
      undefined,
      undefined,
      undefined,
    ]);
    expect(cellTold(plane, 2)).toBe("m 12, n 20: test error 1.0 × 10⁻¹², path norm 1, N_eff/m 0.083");
    expect(cellTold(plane, 3)).toBe("m 3, n 40: not run yet");
  });

  it("says how far the test error reaches in a row once all cells are known", () => {
    const { quantities, series } = joined(sweep, parts.map(reportOf), GRID);
    expect(quantities.span).toBeCloseTo(9, 9);
    expect([quantities.leastShare, quantities.mostShare]).toEqual([1 / 12, 1 / 3]);
    expect(series.coefficient).toBeUndefined();
  });
});

describe("a step", () => {
  it("shrinks with the width under the conventional scaling alone", () => {
    const stepOf = (scaling: "conventional" | "mean-field", width: number) =>
      timeStepOf(width, rateOf({ scaling, rate: 1 }, width));
    expect([stepOf("conventional", 400), stepOf("conventional", 10)]).toEqual([0.005, 0.05]);
    expect(stepOf("mean-field", 400)).toBeCloseTo(0.05, 12);
  });
});

describe("a cell", () => {
  beforeAll(() => openNodeDevice("wasm"));
  const cell = { ...GRID, widths: [6], sampleSizes: [80] };

  it("ends when its training error is low enough, with one neuron that does the work", async () => {
    const { quantities, finished } = await lastOf(run(cell, SEED), { stride: 1000 });
    expect(finished).toBe(true);
    expect(quantities.train).toBeLessThan(1e-7);
    expect(quantities.time).toBeLessThan(cell.duration);
    expect(quantities.test).toBeLessThan(1e-6);
    expect(quantities.effectiveNeurons).toBeLessThan(1.1);
  });

  it("is measured as well where the time is over before", async () => {
    const { quantities } = await lastOf(run({ ...cell, duration: 5 }, SEED), { stride: 1000 });
    expect(quantities.time).toBeCloseTo(5, 4);
    expect(quantities.train).toBeGreaterThan(1e-7);
  });

  it("can be watched in the other figure, where that takes so many neurons", () => {
    const watched = experimentNamed("quenching-activation/activation");
    expect(watchedAt(watched, cell)).toMatchObject({ width: 6, samples: 80, rate: 1 });
    expect(watchedAt(watched, { ...cell, widths: [2400] })).toBeNull();
  });
});
