// Least-squares polynomials against ones that are known, and against the conditions that define them.
import { describe, expect, it } from "vitest";
import { fitPolynomials } from "../../../src/math/polynomialFit.ts";

const x = Array.from({ length: 51 }, (_, i) => -1 + i / 20);
const cubic = x.map((t) => 2 - t + 3 * t * t - 0.5 * t * t * t);

describe("polynomial fits", () => {
  it("give a polynomial back from its degree on, and not before", () => {
    const fits = fitPolynomials(x, cubic, 5);
    expect(fits).toHaveLength(6);
    for (const { fitted, rSquared } of fits.slice(3)) {
      expect(rSquared).toBeCloseTo(1, 14);
      for (const [i, value] of fitted.entries()) expect(Math.abs(value - cubic[i]!)).toBeLessThan(1e-13);
    }
    expect(fits[0]).toMatchObject({ leftOver: 1, rSquared: 0 });
    for (const [lower, higher] of [0, 1, 2].map((k) => [fits[k]!, fits[k + 1]!] as const))
      expect(higher.rSquared).toBeGreaterThan(lower.rSquared + 1e-3);
  });

  it("leave residuals orthogonal to every power up to the degree", () => {
    const y = x.map((t) => Math.exp(2 * t) - Math.abs(t));
    for (const [degree, { fitted, rSquared }] of fitPolynomials(x, y, 4).entries()) {
      const residuals = y.map((value, i) => value - fitted[i]!);
      for (let power = 0; power <= degree; power++) {
        const product = residuals.reduce((sum, r, i) => sum + r * x[i]! ** power, 0);
        // Terms of at most 20 · 1.5⁴, each rounded to 1e-16 of itself, fifty of them.
        expect(Math.abs(product), `degree ${degree}, power ${power}`).toBeLessThan(1e-11);
      }
      const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
      const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      expect(rSquared).toBeCloseTo(1 - residuals.reduce((sum, r) => sum + r * r, 0) / total, 12);
    }
  });

  it("have no R² for a constant, and refuse too few abscissae", () => {
    expect(fitPolynomials([0, 1, 2], [4, 4, 4], 1).map(({ rSquared }) => rSquared)).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
    expect(() => fitPolynomials([0, 1], [4, 5], 2)).toThrow(/more than 2 abscissae, not 2/);
    expect(() => fitPolynomials([0, 1], [4], 0)).toThrow(/2 abscissae cannot go with 1 values/);
  });
});
