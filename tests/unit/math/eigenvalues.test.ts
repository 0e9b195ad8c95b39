// Eigenvalues and eigenvectors against matrices whose spectrum is known in closed form.
import { describe, expect, it } from "vitest";
import { symmetricEigenpairs, symmetricEigenvalues } from "../../../src/math/eigenvalues.ts";
import { normal, stream } from "../../../src/math/random.ts";

const close = (got: number[], wanted: number[], digits = 12) => {
  expect(got).toHaveLength(wanted.length);
  for (const [k, value] of wanted.entries()) expect(got[k]).toBeCloseTo(value, digits);
};

describe("eigenvalues of symmetric matrices", () => {
  it("are the diagonal of a diagonal matrix, in rising order", () => {
    close(
      symmetricEigenvalues([
        [3, 0, 0],
        [0, -1, 0],
        [0, 0, 2],
      ]),
      [-1, 2, 3],
    );
    close(symmetricEigenvalues([[7]]), [7]);
  });

  it("are 2 − 2 cos(kπ/(n + 1)) for the second difference", () => {
    const n = 12;
    const matrix = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    );
    close(
      symmetricEigenvalues(matrix),
      Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1))),
    );
  });

  it("keep small ones beside large ones", () => {
    // Eigenvalues 1e-6 and 1000 along (1, 2) and (2, −1), both over √5.
    const [small, large] = [1e-6, 1000];
    const entry = (a: number, b: number) => (a * small + b * large) / 5;
    const off = (2 * small - 2 * large) / 5;
    const [least, most] = symmetricEigenvalues([
      [entry(1, 4), off],
      [off, entry(4, 1)],
    ]) as [number, number];
    expect(least).toBeCloseTo(small, 11);
    expect(most).toBeCloseTo(large, 9);
  });

  it("have the trace as their sum and the sum of squared entries as that of their squares", () => {
    const source = stream(1, "eigenvalues");
    const n = 9;
    const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(0));
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++)
        (matrix[i] as number[])[j] = (matrix[j] as number[])[i] = normal(source, n * i + j);
    const values = symmetricEigenvalues(matrix);
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
    expect(sum(values)).toBeCloseTo(sum(matrix.map((row, k) => row[k] as number)), 12);
    expect(sum(values.map((value) => value * value))).toBeCloseTo(sum(matrix.flat().map((v) => v * v)), 11);
  });

  it("are refused to matrices that are not square, symmetric and finite", () => {
    expect(() => symmetricEigenvalues([])).toThrow(/square/);
    expect(() => symmetricEigenvalues([[1, 2]])).toThrow(/square/);
    expect(() =>
      symmetricEigenvalues([
        [1, 2],
        [3, 1],
      ]),
    ).toThrow(/symmetric/);
    expect(() => symmetricEigenvalues([[Number.NaN]])).toThrow(/finite/);
  });
});

describe("eigenvectors of symmetric matrices", () => {
  it("are (1, 2) and (2, −1) over √5 where these were put, with their largest entry positive", () => {
    const [least, most] = symmetricEigenpairs([
      [(1 + 4 * 7) / 5, (2 - 2 * 7) / 5],
      [(2 - 2 * 7) / 5, (4 + 7) / 5],
    ]);
    close([...(least?.vector ?? [])], [1 / Math.sqrt(5), 2 / Math.sqrt(5)]);
    close([...(most?.vector ?? [])], [2 / Math.sqrt(5), -1 / Math.sqrt(5)]);
  });

  it("satisfy M v = λ v and are orthonormal, for equal eigenvalues too", () => {
    const matrix = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (__, j) => 1 + (i === j ? (i < 2 ? 3 : i) : 0)),
    );
    const pairs = symmetricEigenpairs(matrix);
    const dot = (one: readonly number[], other: readonly number[]) =>
      one.reduce((sum, entry, k) => sum + entry * (other[k] as number), 0);
    for (const [k, { value, vector }] of pairs.entries()) {
      close(
        matrix.map((row) => dot(row, vector)),
        vector.map((entry) => value * entry),
      );
      close(
        pairs.map((other) => dot(vector, other.vector)),
        pairs.map((_, j) => (j === k ? 1 : 0)),
      );
    }
  });
});
