// What the scenario says of each component, from coefficients alone; and the heights and times that go with it.
import { expect, it } from "vitest";
import {
  constantTime,
  linearTime,
  linearWidth,
  plateauAfter,
  scaleOf,
} from "../../../../src/theory/time-scales/predictions.ts";
import { fatesOf } from "../../../../src/theory/time-scales/scenario.ts";
import { stageTime } from "../../../../src/theory/time-scales/stageFlow.ts";

const ONES = [1, 1, 1, 1];
const LAW = { isSpread: true, groups: 6 };

it.each([
  ["all there", ONES, ONES, LAW, ["in turn", "in turn", "in turn", "in turn"]],
  ["no linear", [1, 0, 1, 1], ONES, LAW, ["in turn", "nothing to learn", "blocked", "blocked"]],
  ["no quadratic", [1, 1, 0, 1], ONES, LAW, ["in turn", "in turn", "nothing to learn", "not launched"]],
  ["unseen", ONES, [1, 1, 0, 1], LAW, ["in turn", "in turn", "never", "not launched"]],
  ["sign", [1, 1, 1, -1], ONES, LAW, ["in turn", "in turn", "in turn", "wrong sign"]],
  ["both signs", [1, -1, 1, -1], ONES, LAW, ["in turn", "in turn", "in turn", "in turn"]],
  ["alike", ONES, ONES, { ...LAW, isSpread: false }, ["in turn", "unspread", "unspread", "unspread"]],
  ["many", ONES, ONES, { ...LAW, groups: 1000 }, ["in turn", "in turn", "in turn", "early"]],
  ["high", [1, 1, 1, 1, 1], [1, 1, 1, 1, 1], LAW, [...Array(4).fill("in turn"), "uncertain"]],
  ["few", ONES, ONES, { ...LAW, groups: 3 }, ["in turn", "in turn", "in turn", "too few groups"]],
])("tells the fates: %s", (_, target, activation, law, fates) => {
  expect(fatesOf({ target, activation }, law)).toEqual(fates);
});

it("puts plateaus at the energy that is left", () => {
  expect([-1, 0, 1, 2, 3].map((learnt) => plateauAfter(learnt, [1, 2, 0.5, 1]))).toEqual([
    3.125, 2.625, 0.625, 0.5, 0,
  ]);
});

it("has the formulas of the first two steps, by arithmetic of its own", () => {
  expect(constantTime(1e-4, 2)).toBeCloseTo((1e-4 * Math.log(2)) / 4, 15);
  const linear = { target: 2, activation: 0.5, variance: 1 };
  expect(linearTime(1e-6, linear)).toBeCloseTo((1e-3 / 4) * (Math.log(1e6) + 2 * Math.log(16)), 12);
  expect(linearWidth(1e-6, linear)).toBeCloseTo((1e-3 * Math.log(81)) / 2, 12);
  expect(scaleOf(0, 1e-8)).toBe(1e-8);
  expect(scaleOf(3, 1e-12)).toBeCloseTo(0.01, 12);
});

it.each([
  [2, 1],
  [2, 0.8],
  [3, 1],
  [3, 1.25],
])(
  "knows when a stage of degree %i from A = %d blows up, as a sum over small steps does",
  (degree, readout) => {
    // A′ = S^l, S′ = l A S^(l−1) from S = 1, with r = 1/S as the variable: dτ = dr/(r² l A S^(l−1)), A² = A₀² + (S² − 1)/l.
    let time = 0;
    const count = 200_000;
    for (let k = 0; k < count; k++) {
      const r = (k + 0.5) / count;
      const S = 1 / r;
      const A = Math.sqrt(readout * readout + (S * S - 1) / degree);
      time += 1 / (count * r * r * degree * A * S ** (degree - 1));
    }
    expect(stageTime(degree, readout)).toBeCloseTo(time, 5);
  },
);

it("has the constants of the claim for a start of 1", () => {
  expect(stageTime(2, 1)).toBeCloseTo(Math.asinh(1) / Math.SQRT2, 14);
  expect(stageTime(3, 1)).toBeCloseTo((1 - 1 / Math.sqrt(3)) / 2, 14);
});

it("has no closed form for other degrees or readouts", () => {
  expect(() => stageTime(4, 1)).toThrow(/degrees 2 and 3/);
  expect(() => stageTime(2, 0.5)).toThrow(/A₀ = 0.5/);
});
