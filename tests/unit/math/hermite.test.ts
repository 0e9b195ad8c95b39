// Hermite polynomials and coefficients against closed forms: of ReLU, exponential, sine, step and |x| among others.
import { describe, expect, it } from "vitest";
import { exp, sin } from "../../../src/math/elementary.ts";
import {
  FAR,
  hermite,
  hermiteExpansion,
  hermiteInto,
  hermitePolynomial,
  hermiteSum,
} from "../../../src/math/hermite.ts";
import { valueAt } from "../../../src/math/polynomial.ts";

const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
/** The tolerance of an integral is 1e-12 of √(E φ²), which is below 3 here. */
const DIGITS = 11;

describe("orthonormal Hermite polynomials", () => {
  it("are those of the books, over √k!", () => {
    const at = new Float64Array(5);
    const x = 1.3;
    hermiteInto(x, at);
    const wanted = [1, x, x * x - 1, x ** 3 - 3 * x, x ** 4 - 6 * x * x + 3];
    for (const [k, value] of wanted.entries()) expect(at[k]).toBeCloseTo(value / Math.sqrt(factorial(k)), 14);
    expect(hermite(3, x)).toBe(at[3]);
    expect(hermiteSum([2, 0, 0, -1], x)).toBeCloseTo(2 - (at[3] as number), 14);
  });

  it("are orthonormal for the Gaussian", () => {
    for (let k = 0; k <= 8; k++) {
      const { coefficients } = hermiteExpansion((x) => hermite(k, x), 9);
      for (const [j, value] of coefficients.entries())
        expect(value, `${j}, ${k}`).toBeCloseTo(j === k ? 1 : 0, DIGITS);
    }
  });
});

describe("the coefficients", () => {
  const root = Math.sqrt(2 * Math.PI);
  /** φ, its coefficients in closed form, E φ². */
  const known: readonly [string, (x: number) => number, (k: number) => number, number][] = [
    [
      "of ReLU",
      (x) => Math.max(0, x),
      // 1/√2π, ½, then (−1)^(k/2−1) (k−3)!! / √(2π k!) for even k.
      (k) =>
        [
          1 / root,
          0.5,
          1 / (root * Math.SQRT2),
          0,
          -1 / (root * Math.sqrt(24)),
          0,
          3 / (root * Math.sqrt(720)),
        ][k] ?? 0,
      0.5,
    ],
    ["of |x|", Math.abs, (k) => [2 / root, 0, Math.SQRT2 / root, 0, -2 / (root * Math.sqrt(24))][k] ?? 0, 1],
    ["of a step", Math.sign, (k) => [0, 2 / root, 0, -2 / (root * Math.sqrt(6)), 0][k] ?? 0, 1],
    ["of eˣ", exp, (k) => Math.exp(0.5) / Math.sqrt(factorial(k)), Math.exp(2)],
    [
      "of sin x",
      sin,
      (k) => (k % 2 === 0 ? 0 : (k % 4 === 1 ? 1 : -1) * (Math.exp(-0.5) / Math.sqrt(factorial(k)))),
      (1 - Math.exp(-2)) / 2,
    ],
    [
      "of a step where no piece ends",
      (x) => (x > 0.3712 ? 1 : 0),
      // E 1(G > c) hₖ = h₍ₖ₋₁₎(c) e^(−c²/2)/√(2πk); h₀ is left to E φ².
      (k) =>
        k === 0
          ? 0.355244286556
          : (hermite(k - 1, 0.3712) * Math.exp(-(0.3712 ** 2) / 2)) / (root * Math.sqrt(k)),
      0.355244286556,
    ],
  ];

  it.each(known)("%s", (_, phi, wanted, ofSquare) => {
    const { coefficients, square, error } = hermiteExpansion(phi, 4);
    for (const [k, value] of coefficients.entries()) expect(value).toBeCloseTo(wanted(k), DIGITS);
    expect(square).toBeCloseTo(ofSquare, DIGITS - 1);
    expect(error).toBeLessThan(1e-11);
  });

  it("of ReLU up to degree 6, and what degrees above leave of E φ²", () => {
    const { coefficients, square } = hermiteExpansion((x) => Math.max(0, x), 6);
    expect(coefficients[6]).toBeCloseTo(3 / (root * Math.sqrt(720)), DIGITS);
    const explained = coefficients.reduce((sum, value) => sum + value * value, 0);
    // Bessel: never more than all of it; degree 8 alone adds 15²/(2π 8!) = 9e-4.
    expect(square - explained).toBeGreaterThan(9e-4);
    expect(square - explained).toBeLessThan(4e-3);
  });
});

describe("what tells a target that is not square-integrable", () => {
  it("is how much comes from far out: nothing below e^(x²/4), all of it above", () => {
    const shareOf = (rate: number) => {
      const { far, square } = hermiteExpansion((x) => exp(rate * x * x), 2);
      return far / square;
    };
    // E φ² = 1/√(1 − 4 rate), and its part beyond FAR about e^(−(1 − 4 rate) FAR²/2).
    expect(hermiteExpansion((x) => exp(0.24 * x * x), 2).square).toBeCloseTo(5, 9);
    expect(shareOf(0.24)).toBeLessThan(Math.exp(-0.02 * FAR * FAR));
    expect(shareOf(0.25)).toBeGreaterThan(0.1);
    expect(shareOf(0.26)).toBeGreaterThan(0.9);
  });

  it("is that the integrals do not settle", () => {
    const { error, worst } = hermiteExpansion((x) => 1 / (x - 0.3), 2);
    expect(error).toBeGreaterThan(1);
    expect(worst.from).toBeCloseTo(0.3, 6);
    // x^(−¼) is square-integrable, and settles though it has no bound.
    expect(hermiteExpansion((x) => 1 / Math.sqrt(Math.sqrt(Math.abs(x))), 2).error).toBeLessThan(1e-6);
  });

  it("is a place where it is not a number", () => {
    expect(() => hermiteExpansion((x) => Math.sqrt(x), 2)).toThrow(/not a finite number at x = −/);
    expect(() => hermiteExpansion((x) => exp(x * x), 2)).toThrow(/not a finite number at x = −\d+/);
  });
});

describe("sums of them as polynomials in x", () => {
  it("have the values of the sums", () => {
    for (const coefficients of [
      [],
      [3],
      [0, 0, 1],
      [1, 2, Math.SQRT2, -Math.sqrt(6)],
      [0.3, -1, 0.5, 0, 2, 1],
    ])
      for (const x of [-2.5, -1, 0, 0.3, 3])
        expect(valueAt(hermitePolynomial(coefficients), x)).toBeCloseTo(hermiteSum(coefficients, x), 11);
  });

  it("are those of the books", () => {
    // h₂ = (x² − 1)/√2 and h₃ = (x³ − 3x)/√6.
    hermitePolynomial([1, 2, Math.SQRT2, -Math.sqrt(6)]).forEach((coefficient, power) => {
      expect(coefficient).toBeCloseTo([0, 5, 1, -1][power] as number, 14);
    });
  });
});
