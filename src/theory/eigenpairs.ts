/**
 * Eigenpairs of symmetric matrices of any size, with + − × ÷ and √ alone, so that every machine gets the same bits: by
 * Jacobi's method for a few dozen rows, and for more by ml-matrix (Householder's and QL), which takes a sixtieth of the time
 * of 200.
 */
import { EigenvalueDecomposition, Matrix as Rows } from "ml-matrix";
import { type Eigenpair, type Matrix, symmetricEigenpairs } from "../math/eigenvalues.ts";

/** Up to so many rows by Jacobi's method. */
const MOST_ROWS = 48;

/** In rising order of eigenvalues; vectors of length 1 whose largest entry is positive. */
export function eigenpairsOf(matrix: Matrix): Eigenpair[] {
  if (matrix.length <= MOST_ROWS) return symmetricEigenpairs(matrix);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Rows(matrix.map((row) => [...row])),
    { assumeSymmetric: true },
  );
  return realEigenvalues
    .map((value, k) => ({ value, vector: withPositiveLargest(eigenvectorMatrix.getColumn(k)) }))
    .sort((one, other) => one.value - other.value);
}

function withPositiveLargest(vector: readonly number[]): readonly number[] {
  const largest = vector.reduce((most, entry) => (Math.abs(entry) > Math.abs(most) ? entry : most), 0);
  return largest < 0 ? vector.map((entry) => -entry) : vector;
}
