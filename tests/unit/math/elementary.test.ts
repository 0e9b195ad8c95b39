// The portable elementary functions against the engine's own, which are good to about one unit in the last place.
import { describe, expect, it } from "vitest";
import {
  angleOf,
  cos,
  exp,
  log,
  logOfOnePlus,
  power,
  sin,
  tanh,
  wholePower,
} from "../../../src/math/elementary.ts";

/** A few units in the last place of a result near 1. */
const TOLERANCE = 4 * Number.EPSILON;
const steps = Array.from({ length: 4001 }, (_, k) => k / 2000 - 1);

describe("elementary functions", () => {
  it("log agrees with Math.log over the whole range of doubles", () => {
    for (const t of steps) {
      const x = Math.exp(t * 700);
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(
        TOLERANCE * Math.max(1, Math.abs(Math.log(x))),
      );
    }
    expect(log(5e-324)).toBeCloseTo(Math.log(5e-324), 12);
  });

  it("log of zero, negative numbers and infinity is what IEEE arithmetic expects", () => {
    expect([log(0), log(-1), log(Infinity), log(Number.NaN), log(1)]).toEqual([
      -Infinity,
      Number.NaN,
      Infinity,
      Number.NaN,
      0,
    ]);
  });

  it("exp agrees with Math.exp, overflows to infinity and underflows to zero", () => {
    for (const t of steps) {
      const x = t * 709;
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(TOLERANCE);
    }
    expect([exp(0), exp(710), exp(-746), exp(Infinity), exp(-Infinity)]).toEqual([
      1,
      Infinity,
      0,
      Infinity,
      0,
    ]);
    expect(exp(Number.NaN)).toBeNaN();
  });

  it("log of 1 + x and tanh keep the digits of small results", () => {
    for (const t of steps) {
      const x = Math.exp(t * 40);
      for (const [got, expected] of [
        [logOfOnePlus(x), Math.log1p(x)],
        [tanh(x), Math.tanh(x)],
      ] as const)
        expect(Math.abs(got / expected - 1), `at ${x}`).toBeLessThanOrEqual(TOLERANCE);
      expect(tanh(-x)).toBe(-tanh(x));
    }
    expect([logOfOnePlus(0), logOfOnePlus(Infinity), tanh(0), tanh(1e300), tanh(Infinity)]).toEqual([
      0,
      Infinity,
      0,
      1,
      1,
    ]);
    expect([logOfOnePlus(Number.NaN), tanh(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });

  it("power agrees with ** for the widths and exponents of the phase diagram", () => {
    for (const m of [10, 1000, 40_000, 1e6]) {
      for (const gamma of [-1, 0, 0.3, 0.5, 1, 1.75, 2]) {
        // The relative error of x^y is the absolute error of y log x, at most 28 here.
        expect(Math.abs(power(m, -gamma) / m ** -gamma - 1)).toBeLessThanOrEqual(28 * TOLERANCE);
      }
    }
  });

  it("sin and cos agree with Math.sin and Math.cos, over one turn and over thousands", () => {
    for (const range of [1, 8, 1e4]) {
      for (const t of steps) {
        const x = range * t;
        expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThanOrEqual(TOLERANCE);
        expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThanOrEqual(TOLERANCE);
      }
    }
    for (const x of [1e-300, -1e-9, 0.01]) expect(sin(x) / Math.sin(x)).toBeCloseTo(1, 14);
    expect([sin(0), cos(0), sin(Infinity), cos(Number.NaN)]).toEqual([0, 1, Number.NaN, Number.NaN]);
  });

  it("angleOf agrees with Math.atan2 in all quadrants and on the axes", () => {
    for (const t of steps) {
      const [x, y] = [3 * Math.cos(Math.PI * t), 3 * Math.sin(Math.PI * t)];
      expect(Math.abs(angleOf(y, x) - Math.atan2(y, x))).toBeLessThanOrEqual(TOLERANCE);
    }
    expect([angleOf(0, 1), angleOf(1, 0), angleOf(-1, 0), angleOf(0, -1), angleOf(0, 0)]).toEqual([
      0,
      Math.PI / 2,
      -Math.PI / 2,
      Math.PI,
      0,
    ]);
  });
});

it("a whole power is the product of so many factors, for any sign", () => {
  expect([0, 1, 2, 3, 5].map((k) => wholePower(-2, k))).toEqual([1, -2, 4, -8, -32]);
  expect(wholePower(0, 0)).toBe(1);
});
