// How clearly a control misses: counted in widths of its interval, or in sizes of its only bound.
import { describe, expect, it } from "vitest";
import { controlPower, missOf } from "../../../src/claims/controlPower.ts";
import { atLeast, atMost, between, exactly } from "../../../src/claims/interval.ts";
import { mean } from "../../../src/math/statistics.ts";

const show = (value: number, digits: number) => String(Number(value.toPrecision(digits)));
const power = (
  expected: ReturnType<typeof between>,
  values: number[],
  statistic: "mean" | "median" = "mean",
) =>
  controlPower(
    { expected, control: { values, got: values.length ? mean(values) : null, fails: true } },
    statistic,
    show,
  );

describe("a miss", () => {
  it.each([
    [5, between(1, 3), { value: 5, distance: 2, unit: { name: "width", size: 2 } }],
    [0, between(1, 3), { value: 0, distance: 1, unit: { name: "width", size: 2 } }],
    [0.5, atMost(0.1), { value: 0.5, distance: 0.4, unit: { name: "bound", size: 0.1 } }],
    [-7, atLeast(-5), { value: -7, distance: 2, unit: { name: "bound", size: 5 } }],
    [2, exactly(1), { value: 2, distance: 1, unit: null }],
    [2, atMost(0), { value: 2, distance: 2, unit: null }],
    [3, between(1, 3), null],
  ] as const)("of %d", (value, interval, miss) => {
    expect(missOf(value, interval)).toEqual(miss);
  });
});

describe("the power of a control", () => {
  it("is told by its nearest run", () => {
    expect(power(between(1, 3), [7, 9])).toBe(
      "0 of 2 runs inside; the nearest, 7, misses by 2 times the interval’s width.",
    );
    expect(power(atMost(10), [12, 30])).toBe(
      "0 of 2 runs inside; the nearest, 12, misses by 20 % of the bound.",
    );
    expect(power(between(1, 3), [5])).toContain("the nearest, 5, misses by the interval’s width.");
    expect(power(exactly(0), [0.25])).toBe("0 of 1 runs inside; the nearest, 0.25, misses by 0.25.");
  });

  it("is told by the centre where some runs are inside", () => {
    expect(power(between(1, 3), [3, 9])).toBe(
      "1 of 2 runs inside; their mean, 6, misses by 1.5 times the interval’s width.",
    );
    expect(power(between(1, 3), [2, 12], "median")).toContain("their median, 7, misses by");
  });

  it("is not told where there is none", () => {
    expect(power(between(1, 3), [2, 2])).toBe("2 of 2 runs inside.");
    expect(power(between(1, 3), [])).toBe("");
  });
});
