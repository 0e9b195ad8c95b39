// Fig. 6 at two widths, and the linear spline that Fig. 2(c) shows.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { splineAt, splineDeviation } from "../../../../src/experiments/phase-diagram/setting/portrait.ts";
import { ABSCISSAE } from "../../../../src/experiments/phase-diagram/setting/training.ts";
import { meta } from "../../../../src/experiments/phase-diagram/sharpening/meta.ts";
import { run } from "../../../../src/experiments/phase-diagram/sharpening/run.ts";
import { sweep } from "../../../../src/experiments/phase-diagram/sharpening/sweep.ts";
import { lastOf } from "../drive.ts";
import { joined } from "../joined.ts";

beforeAll(async () => {
  await openNodeDevice("wasm");
});

describe("condensation against the width", () => {
  const report = (effectiveOrientations: number) => ({
    ...{ progress: 1, step: 1, finished: true, series: {} },
    quantities: { effectiveOrientations },
  });

  it("is the largest width's count over the smallest's, once all are there", () => {
    const { parts } = sweep;
    expect(parts(meta.defaults, 1)).toEqual([
      { parameters: { ...meta.defaults, widths: [1000] }, seed: 1 },
      { parameters: { ...meta.defaults, widths: [10_000] }, seed: 1 },
    ]);
    expect(joined(sweep, [report(20), report(10)], meta.defaults).quantities).toEqual({
      effectiveOrientations: 10,
      ratio: 1 / 2,
    });
    expect(joined(sweep, [report(20), null], meta.defaults).quantities).toEqual({
      effectiveOrientations: 20,
    });
    expect([...(joined(sweep, [null, report(10)], meta.defaults).series.width ?? [])]).toEqual([10_000]);
  });

  it("counts fewer orientations right of the boundary than left of it", async () => {
    const count = async (gamma: number) =>
      (await lastOf(run({ gamma, gammaPrime: 0, widths: [500] }, 1))).quantities.effectiveOrientations;
    expect(await count(1.75)).toBeLessThan(5);
    expect(await count(0.5)).toBeGreaterThan(30);
  });
});

describe("the linear spline", () => {
  const points = ABSCISSAE.map((x) => ({ x, y: x * x }));

  it("goes through the four points and straight between them", () => {
    for (const x of ABSCISSAE) expect(splineAt(points, x)).toBeCloseTo(x * x, 15);
    expect(splineAt(points, 0)).toBeCloseTo(1 / 36, 15);
    expect(splineAt(points, -1 / 3)).toBeCloseTo((1 / 4 + 1 / 36) / 2, 15);
  });

  it("is as far from a function as the worst abscissa between the outer points says", () => {
    const x = [-0.6, -1 / 3, 0, 0.5, 0.6];
    const f = x.map((at) => splineAt(points, at));
    expect(splineDeviation(points, x, f)).toBe(0);
    const strayed = [9, (f[1] as number) - 0.2, (f[2] as number) + 0.1, f[3] as number, -9];
    expect(splineDeviation(points, x, strayed)).toBeCloseTo(0.2, 12);
  });
});
