// Hyperbolic functions and the error function against the engine's own, tables and differences.
import { expect, it } from "vitest";
import { erf } from "../../../src/math/errorFunction.ts";
import { arsinh, cosh, sinh } from "../../../src/math/hyperbolic.ts";

/** A few units in the last place, as elementary.ts promises of what these are made of. */
const RELATIVE = 2e-15;
const SIZES = [1e-12, 1e-4, 0.1, 0.2499, 0.2501, 0.9, 1, 3, 12, 300];

it.each(SIZES)("are those of the engine at ±%d", (x) => {
  for (const at of [x, -x]) {
    expect(Math.abs(sinh(at) / Math.sinh(at) - 1)).toBeLessThan(RELATIVE * Math.max(1, x));
    expect(Math.abs(cosh(at) / Math.cosh(at) - 1)).toBeLessThan(RELATIVE * Math.max(1, x));
    expect(Math.abs(arsinh(at) / Math.asinh(at) - 1)).toBeLessThan(RELATIVE);
  }
});

it("go through 0 and to infinity", () => {
  expect([sinh(0), arsinh(0), erf(0)]).toEqual([0, 0, 0]);
  expect([arsinh(Infinity), arsinh(-Infinity), erf(Infinity), erf(-Infinity)]).toEqual([
    Infinity,
    -Infinity,
    1,
    -1,
  ]);
});

// Abramowitz & Stegun, table 7.1, to ten digits.
it.each([
  [0.1, 0.1124629160182849],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [2, 0.9953222650189527],
  [3, 0.9999779095030014],
])("has erf %d from a table", (x, value) => {
  expect(erf(x)).toBeCloseTo(value, 14);
  expect(erf(-x)).toBe(-erf(x));
});

it("has an error function that rises as the bell says, and never above 1", () => {
  for (let x = 0; x < 7; x += 0.01) {
    const slope = (erf(x + 1e-4) - erf(x - 1e-4)) / 2e-4;
    // The third derivative over 6 times 10⁻⁸, and rounding over 10⁻⁴.
    expect(slope).toBeCloseTo((2 / Math.sqrt(Math.PI)) * Math.exp(-x * x), 7);
    expect(erf(x)).toBeLessThanOrEqual(1);
  }
});
