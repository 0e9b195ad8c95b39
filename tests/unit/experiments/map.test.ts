// The map of the phase diagram: its grid and the order of its runs, how they are combined, and that the change of
// small distances survives float32, against the float64 reference.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { descend, PLAIN_RULE } from "../../../src/engine/reference.ts";
import { coarseToFine } from "../../../src/experiments/coarseToFine.ts";
import type { Measurement } from "../../../src/experiments/experiment.ts";
import { startApart } from "../../../src/experiments/phase-diagram/map/apart.ts";
import { cellsThrough, type Lens, pointInWords } from "../../../src/experiments/phase-diagram/map/lens.ts";
import { meta } from "../../../src/experiments/phase-diagram/map/meta.ts";
import { drawing } from "../../../src/experiments/phase-diagram/map/plot.ts";
import { run } from "../../../src/experiments/phase-diagram/map/run.ts";
import {
  exponentAt,
  type MapSeries,
  mapIn,
  zerosOf,
} from "../../../src/experiments/phase-diagram/map/series.ts";
import { sweep } from "../../../src/experiments/phase-diagram/map/sweep.ts";
import { exponentOf, fittedLine, zeroOf } from "../../../src/experiments/phase-diagram/setting/exponents.ts";
import { gridOf } from "../../../src/experiments/phase-diagram/setting/grid.ts";
import {
  descentAt,
  initialNetwork,
  relativeDistance,
  SAMPLE,
} from "../../../src/experiments/phase-diagram/setting/training.ts";
import { keyOf } from "../../../src/experiments/request.ts";
import { single } from "../../../src/experiments/single.ts";
import { inputExponent } from "../../../src/theory/exponents.ts";
import { boundary } from "../../../src/theory/phaseDiagram.ts";
import { lastOf } from "./drive.ts";
import { joined } from "./joined.ts";

const SEED = 1;
const grid = { ...meta.defaults, spacing: "0.2", widths: [100, 400] } as const;

describe("the grid", () => {
  it("has the paper's 81 points, row by row, at decimal numbers", () => {
    const { gammas, gammaPrimes, points } = gridOf(meta.defaults);
    expect(gammas).toEqual([0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4]);
    expect(gammaPrimes).toEqual([-0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4]);
    expect(points[10]).toEqual({ gamma: 0.7, gammaPrime: -0.3 });
  });

  it("may be a single point", () => {
    const one = { gammaFrom: 0.7, gammaTo: 0.7, gammaPrimeFrom: -0.3, gammaPrimeTo: -0.3, spacing: "0.05" };
    expect(gridOf(one).points).toEqual([{ gamma: 0.7, gammaPrime: -0.3 }]);
  });

  it("is gone through from coarse to fine, every point once", () => {
    const { gammas, gammaPrimes } = gridOf(meta.defaults);
    const order = coarseToFine(gammas.length, gammaPrimes.length);
    expect(order.slice(0, 9)).toEqual([0, 8, 72, 80, 4, 36, 40, 44, 76]);
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 81 }, (_, k) => k));
  });
});

describe("the runs of a map", () => {
  it("are one for each point and width, small widths of all points before the large ones of any", () => {
    const parts = sweep.parts({ ...grid, widths: [100, 400, 1600] }, SEED);
    expect(parts).toHaveLength(75);
    const widths = parts.map(({ parameters }) => single(parameters.widths));
    expect(Math.max(...widths.slice(0, 50))).toBe(400);
    expect(new Set(widths.slice(50))).toEqual(new Set([1600]));
    const keys = parts.map((part) => keyOf({ experiment: "phase-diagram/map", ...part }));
    expect(new Set(keys).size).toBe(75);
  });

  it("do not depend on what the map is compared with, so that a claim and its control share them", () => {
    expect(sweep.parts({ ...grid, theory: "mirrored" }, SEED)).toEqual(sweep.parts(grid, SEED));
  });

  const reportOf = (distance: number): Measurement => ({
    progress: 1,
    step: 1,
    finished: true,
    quantities: { inputDistance: distance, outputDistance: distance, weightDistance: distance },
    series: {},
  });
  /** Distances that follow a law in m exactly. */
  const reportsBy = (law: (gamma: number, gammaPrime: number) => number) =>
    sweep
      .parts(grid, SEED)
      .map(({ parameters: { gammaFrom, gammaPrimeFrom, widths } }) =>
        reportOf(single(widths) ** law(gammaFrom, gammaPrimeFrom)),
      );

  it("come together to no error where distances follow the formula, whatever their order", () => {
    const { quantities, series } = joined(sweep, reportsBy(inputExponent), grid);
    expect(quantities).toMatchObject({ wrongSigns: 0 });
    expect(quantities.meanError).toBeCloseTo(0, 10);
    expect(quantities.largestError).toBeCloseTo(0, 10);
    expect(quantities.zero).toBeUndefined();
    const upperLeft = Array.from(series.gamma ?? []).findIndex(
      (gamma, k) => gamma === 0.6 && series.gammaPrime?.[k] === 0.4,
    );
    const known = mapIn({ step: 1, quantities, series }) as MapSeries;
    expect(exponentAt(known, "inputDistance", upperLeft)).toBeCloseTo(-1.2, 10);
    // Down to 100^(-1.2) = 0.004 everything is resolved for the output weights, too.
    expect(quantities.unresolved).toBe(0);
  });

  it("come together to wrong signs and errors where the theory is another", () => {
    // Moved to the left a little, so that no point has the exponent zero, up to rounding.
    const reports = reportsBy((gamma, gammaPrime) => inputExponent(gamma + 0.01, gammaPrime));
    const vertical = joined(sweep, reports, { ...grid, theory: "vertical" }).quantities;
    // Of the points that are clear of the line γ = 1, only (1.2, 0.4) has the other sign.
    expect(vertical.wrongSigns).toBe(1);
    expect(joined(sweep, reports, { ...grid, theory: "mirrored" }).quantities.largestError).toBeCloseTo(
      0.8,
      1,
    );
  });

  it("say nothing of the whole before all are there", () => {
    const reports = reportsBy(inputExponent).map((report, k) => (k === 17 ? null : report));
    const { quantities, series } = joined(sweep, reports, grid);
    expect(quantities).toEqual({});
    expect(Array.from(series.inputDistance ?? []).filter(Number.isNaN)).toHaveLength(1);
  });
});

describe("the cells of a map", () => {
  const one = { ...grid, gammaFrom: 0.6, gammaTo: 0.8, gammaPrimeFrom: 0, gammaPrimeTo: 0 };
  /** Two points side by side: distances of the widths 100 and 400 at each. */
  const shownWith = (distances: readonly number[], quantities = {}) => {
    const known = Float64Array.from(distances);
    const series = {
      ...{ gamma: [0.6, 0.8], gammaPrime: [0, 0], width: [100, 400] },
      ...{ inputDistance: known, outputDistance: known, weightDistance: known },
    };
    return { label: "", parameters: one, now: { step: 1, quantities, series }, reference: null };
  };
  const wordsAt = (distances: readonly number[], lens: Lens) => {
    const series = mapIn(shownWith(distances).now) as MapSeries;
    const cells = cellsThrough(lens, series);
    return [0, 1].map((point) => pointInWords(lens, series, cells, point));
  };

  it("say what is not run yet, what is under way, and what float32 does not resolve", () => {
    expect(wordsAt([0.1, 0.05, Number.NaN, Number.NaN], "input")).toEqual([
      "γ 0.6, γ′ 0: S_w −0.5",
      "γ 0.8, γ′ 0: not run yet",
    ]);
    expect(wordsAt([0.1, 0.05, 0.1, Number.NaN], "weight")[1]).toBe("γ 0.8, γ′ 0: 1 of 2 networks run");
    expect(wordsAt([0.1, 1e-5, 0.1, 0.05], "output")[0]).toBe("γ 0.6, γ′ 0: S_a not resolved");
    expect(wordsAt([0.1, 0.05, 0.1, 0.05], "error")[1]).toBe("γ 0.8, γ′ 0: |S_w − formula| 0.3");
  });

  it("are told as a whole once all are there", () => {
    const { describe: words, done } = drawing;
    const half = shownWith([0.1, 0.05, Number.NaN, Number.NaN]);
    expect(words([half])).toBe("2 of 4 networks are trained.");
    expect(done?.([half])).toBe("2 of 4 networks");
    expect(words([{ ...half, now: null }])).toBe("Not run yet.");
    const all = [0.1, 0.05, 0.1, 0.05];
    expect(words([shownWith(all, { wrongSigns: 0 })])).toMatch(/^At every point farther than 0\.15/);
    expect(words([shownWith(all, { wrongSigns: 3 })])).toMatch(
      /^Points farther than 0\.15 .* predicts: 3\.$/,
    );
  });
});

describe("zeros", () => {
  it("are interpolated where a row first changes from minus to plus", () => {
    expect(zeroOf([0, 1, 2, 3], [-2, -1, 3, 4])).toBeCloseTo(1.25, 12);
    expect(zeroOf([0, 1, 2], [1, 2, 3])).toBeNull();
    expect(zeroOf([0, 1, 2], [-1, 0, 1])).toBe(1);
  });

  it("are found row by row", () => {
    const { points } = gridOf(grid);
    const series = {
      gamma: points.map(({ gamma }) => gamma),
      gammaPrime: points.map(({ gammaPrime }) => gammaPrime),
    };
    const exponents = points.map(({ gamma, gammaPrime }) => inputExponent(gamma + 0.01, gammaPrime));
    const zeros = zerosOf(series, exponents);
    expect(zeros.map(({ gammaPrime }) => gammaPrime)).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
    for (const { gammaPrime, gamma } of zeros)
      expect(Math.abs(gamma - boundary(gammaPrime) + 0.01)).toBeLessThan(0.01);
  });

  it("come from resolved distances alone", () => {
    const dots = [
      { x: 100, y: 0.01 },
      { x: 200, y: 0.005 },
      { x: 400, y: 5e-5 },
    ];
    expect(exponentOf(dots, 1e-4)).toBeCloseTo(-1, 10);
    expect(exponentOf(dots, 0)).toBeLessThan(-3);
    expect(exponentOf(dots.slice(1), 1e-4)).toBeNaN();
    expect(fittedLine(dots, 1e-4).map(({ x }) => x)).toEqual([100, 200]);
    expect(fittedLine(dots.slice(1), 1e-4)).toEqual([]);
  });
});

describe("the change of the input weights", () => {
  beforeAll(async () => {
    await openNodeDevice("wasm");
  });

  async function distancesAt(gamma: number, gammaPrime: number, width: number) {
    const point = { gammaFrom: gamma, gammaTo: gamma, gammaPrimeFrom: gammaPrime, gammaPrimeTo: gammaPrime };
    return (await lastOf(run({ ...grid, ...point, widths: [width] }, SEED), { stride: 1000 })).quantities;
  }

  /** RD of the float64 reference, trained with both layers in one piece and all neurons. */
  function referenceAt(gamma: number, gammaPrime: number, width: number): number {
    const start = initialNetwork(width, SEED);
    const { network, steps } = descend(start, SAMPLE, descentAt({ gamma, gammaPrime, width }), {
      steps: 200_000,
      adaptive: true,
      rule: PLAIN_RULE,
    });
    expect(steps).toBeLessThan(200_000);
    return relativeDistance(network, start);
  }

  it("is that of the float64 reference, also where it is so small that a network trained in one piece loses most of it to rounding", async () => {
    for (const [gamma, gammaPrime, width] of [
      [1.4, 0, 100],
      [0.6, 0.8, 30],
      [0.1, 1.6, 30],
    ] as const) {
      const { inputDistance = Number.NaN } = await distancesAt(gamma, gammaPrime, width);
      const expected = referenceAt(gamma, gammaPrime, width);
      expect(Math.abs(inputDistance / expected - 1), `at ${gamma}, ${gammaPrime}`).toBeLessThan(0.005);
    }
  });

  it("does not need the neurons that no point activates: about a third of them", () => {
    const plain = initialNetwork(2000, 1);
    const { width } = startApart(plain);
    expect(width / plain.width).toBeGreaterThan(0.6);
    expect(width / plain.width).toBeLessThan(0.7);
  });
});
