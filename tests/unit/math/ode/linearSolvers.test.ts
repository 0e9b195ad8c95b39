// Solvers of (1 − sJ) x = b give an x that satisfies it, and agree with one another.
import { expect, test } from "vitest";
import {
  dense,
  diagonal,
  differences,
  factorised,
  lowRank,
  pairs,
} from "../../../../src/math/ode/linearSolvers.ts";
import { normal, stream } from "../../../../src/math/random.ts";

const N = 12;
const source = stream(1, "matrix");
const entries = (from: number, count: number) =>
  Float64Array.from({ length: count }, (_, k) => normal(source, from + k));
const rowsOf = (from: number) => Array.from({ length: N }, (_, j) => entries(from + j * N, N));
const b = entries(5000, N);
const gap = (u: Float64Array, v: Float64Array) =>
  Math.max(...u.map((entry, j) => Math.abs(entry - (v[j] as number))));
const product = (rows: readonly ArrayLike<number>[], x: Float64Array) =>
  Float64Array.from(rows, (row) => x.reduce((sum, entry, k) => sum + (row[k] as number) * entry, 0));

test("elimination solves a system, also where the first pivot is 0", () => {
  const rows = rowsOf(0);
  (rows[0] as Float64Array)[0] = 0;
  const x = factorised(rows.map((row) => row.slice()))(b);
  expect(gap(product(rows, x), b)).toBeLessThan(1e-12);
});

test("a singular matrix gives what is not finite", () => {
  const rows = [Float64Array.of(1, 2), Float64Array.of(2, 4)];
  expect(factorised(rows)(Float64Array.of(1, 1)).every(Number.isFinite)).toBe(false);
});

test("low rank agrees with dense, with a diagonal of 10¹⁴ as well, and for no columns at all", () => {
  for (const [rank, scale] of [
    [3, 1],
    [3, 1e14],
    [0, 1],
  ] as const) {
    const d = entries(900, N).map((entry) => -Math.abs(entry) * scale);
    const [left, right] = [1000, 2000].map((from) =>
      Array.from({ length: rank }, (_, k) => entries(from + k * N, N)),
    );
    const rows = Array.from(d, (entry, i) =>
      Array.from(d, (_, j) =>
        (left ?? []).reduce(
          (sum, u, k) => sum + (u[i] as number) * (right?.[k]?.[j] as number),
          i === j ? entry : 0,
        ),
      ),
    );
    const x = lowRank(() => ({ rest: diagonal(d), left: left ?? [], right: right ?? [] }))(0, b)(0.3)(b);
    expect(gap(x, dense(() => rows)(0, b)(0.3)(b))).toBeLessThan(1e-12);
    expect(x.every(Number.isFinite)).toBe(true);
  }
});

test("pairs agree with dense, each component with its partner alone", () => {
  const n = N / 2;
  const [topLeft, topRight, bottomLeft, bottomRight] = [3000, 3100, 3200, 3300].map((from) =>
    entries(from, n),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const rows = Array.from({ length: N }, () => new Array<number>(N).fill(0));
  const put = (i: number, j: number, entry: number) => {
    (rows[i] as number[])[j] = entry;
  };
  for (let i = 0; i < n; i++) {
    put(i, i, topLeft[i] as number);
    put(i, n + i, topRight[i] as number);
    put(n + i, i, bottomLeft[i] as number);
    put(n + i, n + i, bottomRight[i] as number);
  }
  const rest = pairs({ topLeft, topRight, bottomLeft, bottomRight });
  const x = lowRank(() => ({ rest, left: [], right: [] }))(0, b)(0.3)(b);
  expect(gap(x, dense(() => rows)(0, b)(0.3)(b))).toBeLessThan(1e-12);
});

test("differences find J of a nonlinear f to seven digits", () => {
  const derivative = (_: number, [x = 0, y = 0]: Float64Array) => [x * y, x * x - y];
  const exact = dense((_, [x = 0, y = 0]) => [
    [y, x],
    [2 * x, -1],
  ]);
  const [point, right] = [Float64Array.of(2, -3), Float64Array.of(1, 1)];
  expect(gap(differences(derivative)(0, point)(0.1)(right), exact(0, point)(0.1)(right))).toBeLessThan(1e-7);
});
