// Summaries and fits on numbers whose answers are known.
import { describe, expect, it } from "vitest";
import {
  fitLine,
  fitPowerLaw,
  mean,
  median,
  medianRange,
  quantile,
  standardDeviation,
  standardError,
} from "../../../src/math/statistics.ts";

describe("statistics", () => {
  it("gives mean, deviation, standard error and median of a short list", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 14);
    expect(standardError(values)).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14);
    expect([median(values), median([3, 1, 2]), median([7])]).toEqual([4.5, 2, 7]);
  });

  it("knows a median about as surely as order statistics tell, √n/2 places from the middle", () => {
    expect(medianRange([5, 1, 4, 2, 3])).toEqual([2, 4]);
    expect(medianRange(Array.from({ length: 25 }, (_, k) => k))).toEqual([10, 14]);
    expect([medianRange([3, 1, 2]), medianRange([7])]).toEqual([
      [1, 3],
      [7, 7],
    ]);
  });

  it("refuses the mean of nothing and a line through one abscissa", () => {
    expect(() => mean([])).toThrow(/no numbers/);
    expect(() => fitLine([1, 1], [2, 3])).toThrow(/two different/);
  });

  it("finds the line with the least squares", () => {
    const { slope, intercept } = fitLine([0, 1, 2, 3], [1, 3, 2, 5]);
    expect(slope).toBeCloseTo(1.1, 14);
    expect(intercept).toBeCloseTo(1.1, 14);
  });

  it("recovers the exponent and factor of an exact power law", () => {
    const widths = [1000, 4000, 16_000];
    const { exponent, factor } = fitPowerLaw(
      widths,
      widths.map((m) => 0.3 * m ** -0.5),
    );
    expect(exponent).toBeCloseTo(-0.5, 13);
    expect(factor).toBeCloseTo(0.3, 12);
  });
});

it("a quantile lies between two numbers in proportion, from the least to the greatest", () => {
  const values = [5, 1, 3, 2, 4];
  expect([0, 0.25, 0.5, 1].map((share) => quantile(values, share))).toEqual([1, 2, 3, 5]);
  expect(quantile(values, 0.05)).toBeCloseTo(1.2, 14);
  expect(quantile([7], 0.3)).toBe(7);
});
