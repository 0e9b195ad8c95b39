// Fig. 6 as a grid of networks: how its runs are combined, and which side of the boundary sharpens.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { tableOf } from "../../../../src/experiments/drawing/words.ts";
import type { Measurement } from "../../../../src/experiments/experiment.ts";
import { DRAWN, meta } from "../../../../src/experiments/phase-diagram/orientations/meta.ts";
import { drawing } from "../../../../src/experiments/phase-diagram/orientations/plot.ts";
import { run } from "../../../../src/experiments/phase-diagram/orientations/run.ts";
import { sweep } from "../../../../src/experiments/phase-diagram/orientations/sweep.ts";
import { single } from "../../../../src/experiments/single.ts";
import { lastOf } from "../drive.ts";
import { joined } from "../joined.ts";

beforeAll(async () => {
  await openNodeDevice("wasm");
});

/** Two cells at two widths, one left of the boundary and one right of it. */
const grid = {
  ...({ gammaFrom: 0.9, gammaTo: 1.1, gammaPrimeFrom: -0.2, gammaPrimeTo: -0.1 } as const),
  spacing: "0.2",
  widths: [100, 400],
} as const;

function report(effectiveOrientations: number): Measurement {
  const neurons = (value: number) => new Float64Array(DRAWN).fill(value);
  return {
    ...{ progress: 1, step: 1, finished: true, quantities: { effectiveOrientations } },
    series: { amplitude: neurons(effectiveOrientations), orientation: neurons(0.5) },
  };
}

describe("the grid of neurons", () => {
  const runs = sweep.parts(grid, 1).map(({ parameters: { gammaFrom: gamma, widths } }) => ({
    ...{ gamma, width: single(widths) },
  }));
  type OneRun = (typeof runs)[number];

  it("puts every network into its cell and width, and nothing where there is none yet", () => {
    const name = ({ gamma, width }: OneRun) => 1000 * gamma + width;
    const reports = runs.map((each, k) => (k === 1 ? null : report(name(each))));
    const { quantities, series } = joined(sweep, reports, grid);
    expect(quantities).toEqual({});
    const missing = runs[1] as OneRun;
    for (const [point, gamma] of (series.gamma as Float64Array).entries()) {
      for (const [k, width] of grid.widths.entries()) {
        const at = 2 * point + k;
        const isMissing = gamma === missing.gamma && width === missing.width;
        const expected = isMissing ? Number.NaN : 1000 * gamma + width;
        expect(series.effectiveOrientations?.[at]).toBe(expected);
        expect(series.amplitude?.[at * DRAWN]).toBe(expected);
        expect(series.amplitude?.[(at + 1) * DRAWN - 1]).toBe(expected);
      }
    }
  });

  it("compares the widths on each side of the boundary once all are there", () => {
    const reports = runs.map(({ gamma, width }) => report(width === 100 ? 40 : gamma < 1 ? 50 : 10));
    const { quantities } = joined(sweep, reports, grid);
    expect(quantities).toEqual({ linearRatio: 50 / 40, condensedRatio: 10 / 40 });
  });

  it("draws unfinished grids, and says how far they are", () => {
    const now = {
      step: 1,
      quantities: {},
      series: joined(
        sweep,
        runs.map(() => null),
        grid,
      ).series,
    };
    const shown = { label: "", parameters: { ...meta.defaults, ...grid }, now, reference: null };
    expect(drawing.describe([shown])).toBe("0 of 4 networks are trained.");
    expect(tableOf(drawing, meta, [shown]).rows).toHaveLength(2);
    for (const now of [shown.now, null])
      expect(drawing.views[0]?.plot([{ ...shown, now }])).toHaveProperty("x.domain");
  });

  it("has neurons that gather with the width right of the boundary, and do not left of it", async () => {
    const count = async (gamma: number, width: number) => {
      const point = { gammaFrom: gamma, gammaTo: gamma, gammaPrimeFrom: 0, gammaPrimeTo: 0 };
      const { quantities, series } = await lastOf(run({ ...meta.defaults, ...point, widths: [width] }, 1));
      expect(series.amplitude).toHaveLength(DRAWN);
      return quantities.effectiveOrientations as number;
    };
    expect((await count(1.3, 4000)) / (await count(1.3, 400))).toBeLessThan(0.8);
    expect((await count(0.7, 4000)) / (await count(0.7, 400))).toBeGreaterThan(0.95);
  });
});
