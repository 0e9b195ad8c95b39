// The reader's own points: what is let in, what sample and spline they are, and what is said about the theorems.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { ParameterError, parseValue } from "../../../src/experiments/parameters.ts";
import { textOfValue, valueFromText } from "../../../src/experiments/parameterTexts.ts";
import { meta } from "../../../src/experiments/phase-diagram/own-data/meta.ts";
import { assumptionsOf } from "../../../src/experiments/phase-diagram/own-data/plot.ts";
import { run } from "../../../src/experiments/phase-diagram/own-data/run.ts";
import { splineAt } from "../../../src/experiments/phase-diagram/setting/portrait.ts";
import { pointsOf } from "../../../src/experiments/points.ts";
import { sampleOfPoints } from "../../../src/experiments/sampleOfPoints.ts";
import { lastOf } from "./drive.ts";

const { points } = meta.parameters;

describe("points from outside", () => {
  it("pass if they are few, apart, and from left to right", () => {
    for (const flat of [[-1, 0, 1, 0.5], meta.defaults.points, [0.1, 0, 0.2, 1, 0.3, -1]]) {
      expect(parseValue(points, flat)).toEqual(flat);
      expect(parseValue(points, valueFromText(points, textOfValue(flat)))).toEqual(flat);
    }
  });

  it.each([
    ["one point", [0, 0]],
    ["half a point", [0, 0, 1, 1, 0.5]],
    ["two values at one x", [0, 0, 0, 1]],
    ["points too close", [0, 0, 0.05, 1]],
    ["points from right to left", [0.5, 0, 0, 0]],
    ["an x outside", [-2, 0, 0, 0]],
    ["a y outside", [0, 0, 0.5, 1.01]],
    ["no number", [0, Number.NaN, 0.5, 0]],
    ["nine points", Array.from({ length: 18 }, (_, k) => (k % 2 ? 0 : k / 18))],
    ["targets that are all next to nothing", [0, 0.04, 0.5, -0.04]],
    ["a text", "0,0,1,1"],
  ])("are refused as %s", (_, value) => {
    expect(() => parseValue(points, value)).toThrow(ParameterError);
    expect(() => parseValue(points, value)).toThrow(/2 to 8 points x, y from left to right/);
  });
});

describe("the points themselves", () => {
  const three = pointsOf([-0.5, 0, 0, 1, 1, -1]);

  it("are a sample with the bias appended", () => {
    const { inputs, targets } = sampleOfPoints(three);
    expect([...inputs]).toEqual([-0.5, 1, 0, 1, 1, 1]);
    expect([...targets]).toEqual([0, 1, -1]);
  });

  it("have a linear spline, prolonged at its ends", () => {
    expect([-1, -0.5, -0.25, 0, 0.5, 1, 2].map((x) => splineAt(three, x))).toEqual([
      -1, 0, 0.5, 1, 0, -1, -3,
    ]);
  });

  it("meet Theorem 8's assumption from a target of ½ on", () => {
    expect(assumptionsOf(pointsOf([0, 0.5, 1, 0]))).toMatch(
      /^These points meet what Theorems 6 and 8 assume/,
    );
    expect(assumptionsOf(pointsOf([0, 0.49, 1, 0]))).toMatch(/no point here has; doubling all targets/);
    expect(assumptionsOf(pointsOf([0, -1, 1, -1]))).toMatch(/with the signs of all targets changed/);
  });
});

describe("a run", () => {
  beforeAll(() => openNodeDevice("wasm"));

  const lastReport = (points: readonly number[], gamma: number) =>
    lastOf(run({ ...meta.defaults, gamma, width: 200, points }, 1), { stride: 500 });

  it("passes through the points, and near the linear spline in the condensed regime only", async () => {
    const flat = meta.defaults.points;
    const [linear, condensed] = await Promise.all([lastReport(flat, 0.5), lastReport(flat, 1.75)]);
    for (const { finished, series } of [linear, condensed] as const) {
      expect(finished).toBe(true);
      for (const { x, y } of pointsOf(flat)) {
        // The risk ends at 1e-5 of its start: √(2n · 1e-5 R(0)) bounds every residual, here by 0.003.
        const i = Math.round(50 * x) + 60;
        expect(Math.abs((series.learned?.[i] as number) - y)).toBeLessThan(0.003);
      }
    }
    const [spread, gathered] = [linear, condensed].map(({ quantities }) => quantities.effectiveOrientations);
    expect(spread).toBeGreaterThan(2 * (gathered as number));
  });
});
