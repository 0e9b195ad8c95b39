// Matrices of few rows and of many have the same eigenpairs, whichever method finds them.
import { expect, it } from "vitest";
import { symmetricEigenpairs } from "../../../src/math/eigenvalues.ts";
import { normal, stream } from "../../../src/math/random.ts";
import { dot } from "../../../src/math/vectors.ts";
import { eigenpairsOf } from "../../../src/theory/eigenpairs.ts";

it.each([6, 60])("finds those of %i rows", (rows) => {
  const source = stream(7, "matrix");
  const matrix = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: rows }, (__, j) => normal(source, Math.min(i, j) * rows + Math.max(i, j))),
  );
  const expected = symmetricEigenpairs(matrix);
  for (const [k, { value, vector }] of eigenpairsOf(matrix).entries()) {
    expect(value).toBeCloseTo(expected[k]?.value as number, 9);
    expect(dot(vector, expected[k]?.vector as number[])).toBeCloseTo(1, 9);
  }
});
