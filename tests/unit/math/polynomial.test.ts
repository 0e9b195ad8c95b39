// Roots of polynomials against products of known factors.
import { describe, expect, it } from "vitest";
import { derivativeOf, type Polynomial, realRoots, valueAt } from "../../../src/math/polynomial.ts";

/** (t − r₁)(t − r₂)… times a constant. */
const withRoots = (roots: readonly number[], factor = 1): Polynomial =>
  roots.reduce<number[]>(
    (product, root) =>
      Array.from({ length: product.length + 1 }, (_, k) => (product[k - 1] ?? 0) - root * (product[k] ?? 0)),
    [factor],
  );

describe("real roots of a polynomial", () => {
  it.each([
    [[0.5]],
    [[-3, 2]],
    [[-1, 0, 1]],
    [[-2, -1.5, 0.1, 4, 1000]],
    [[-0.3, -0.29, 0, 0.7, 0.9, 1.1, 5]],
  ])("are those of its factors: %j", (roots) => {
    for (const factor of [1, -1e-9]) {
      const found = realRoots(withRoots(roots, factor));
      expect(found).toHaveLength(roots.length);
      for (const [k, root] of roots.entries()) expect(found[k]).toBeCloseTo(root, 9);
    }
  });

  it("are none of t² + 1, and one of (t² + 1)(t − 2)", () => {
    expect(realRoots([1, 0, 1])).toEqual([]);
    expect(realRoots([-2, 1, -2, 1])).toEqual([2]);
  });

  it("are where the sign changes: of t³ one, of t² none, at a turning point of another piece too", () => {
    expect(realRoots([0, 0, 1])).toEqual([]);
    expect(realRoots([0, 0, 0, 1])).toEqual([0]);
    expect(realRoots([0, 1, 0, 1])).toEqual([0]);
  });

  it("do not mind leading coefficients that are 0", () => {
    expect(realRoots([-6, 2, 0, 0])).toEqual([3]);
    expect(realRoots([5])).toEqual([]);
  });

  it("are refused where everything is a root, or nothing is a number", () => {
    expect(() => realRoots([0, 0])).toThrow(/Every number/);
    expect(() => realRoots([1, Number.NaN])).toThrow(/finite/);
  });
});

it("a polynomial is evaluated and differentiated", () => {
  expect(valueAt([1, -2, 3], 2)).toBe(9);
  expect(derivativeOf([1, -2, 3])).toEqual([-2, 6]);
  expect(derivativeOf([4])).toEqual([]);
});
