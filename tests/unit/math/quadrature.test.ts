// Integrals against closed forms: smooth, with a corner, with a jump, and those that do not settle.
import { describe, expect, it } from "vitest";
import { gaussLegendre, integrals } from "../../../src/math/quadrature.ts";

describe("a Gauss–Legendre rule", () => {
  it.each([1, 2, 5, 16])("of %i nodes is exact up to degree 2n − 1, and not beyond", (n) => {
    const { nodes, weights } = gaussLegendre(n);
    const of = (degree: number) => nodes.reduce((sum, x, i) => sum + (weights[i] as number) * x ** degree, 0);
    for (let degree = 0; degree < 2 * n; degree++)
      expect(of(degree)).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 13);
    // The error of x²ⁿ is (2n)! 2^(2n+1) (n!)⁴ / ((2n + 1) (2n)!²): 1e-9 for 16 nodes.
    expect(Math.abs(of(2 * n) - 2 / (2 * n + 1))).toBeGreaterThan(1e-10);
  });

  it("of five nodes has the middle and its closed neighbours", () => {
    const neighbour = Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3;
    const { nodes, weights } = gaussLegendre(5);
    expect(nodes[3]).toBeCloseTo(neighbour, 14);
    expect(weights[2]).toBeCloseTo(128 / 225, 14);
  });
});

describe("integrals of several functions", () => {
  const over = (of: readonly ((x: number) => number)[], mostPieces = 500) =>
    integrals((x, into) => into.set(of.map((f) => f(x))), {
      count: of.length,
      edges: [-1, 0, 2],
      scalesOf: (values) => values.map(() => 1),
      tolerance: 1e-12,
      mostPieces,
    });

  it("find a corner, a jump and waves wherever they are", () => {
    const { values, error } = over([
      (x) => Math.abs(x - 0.3),
      (x) => (x > 1.2345 ? 1 : 0),
      (x) => Math.cos(100 * x),
    ]);
    expect(error).toBeLessThanOrEqual(1e-12);
    // A hundred times the tolerance: sums of some hundred pieces round, too.
    expect(values[0]).toBeCloseTo((1.3 ** 2 + 1.7 ** 2) / 2, 10);
    expect(values[1]).toBeCloseTo(2 - 1.2345, 10);
    expect(values[2]).toBeCloseTo((Math.sin(200) + Math.sin(100)) / 100, 10);
  });

  it("say where a pole does not settle", () => {
    const { error, worst } = over([(x) => 1 / (x - 0.3) ** 2]);
    expect(error).toBeGreaterThan(1);
    expect(worst.from).toBeCloseTo(0.3, 6);
  });

  it("stop at so many pieces, and say how far off they are", () => {
    const { error } = over([(x) => Math.cos(1e5 * x)], 50);
    expect(error).toBeGreaterThan(1e-6);
  });
});
