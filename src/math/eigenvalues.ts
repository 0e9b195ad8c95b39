/**
 * Eigenvalues and eigenvectors of small symmetric matrices by Jacobi's method. Ours and no package's, so that order and
 * operations (only + − × ÷ and √) are fixed and every machine gets the same bits. Meant for a few dozen rows: every sweep
 * costs O(n³).
 */

export type Matrix = readonly (readonly number[])[];

/** Jacobi's method converges quadratically; matrices of a few dozen rows take fewer than ten sweeps. */
const MOST_SWEEPS = 50;

export interface Eigenpair {
  readonly value: number;
  /** Of length 1; of its entries the first of those that are largest in size is positive. */
  readonly vector: readonly number[];
}

/**
 * Eigenvalues of a real symmetric matrix [n, n], in rising order, to a few units in the last place of the largest.
 * @throws RangeError for a matrix that is not square, not symmetric or not finite.
 */
export function symmetricEigenvalues(matrix: Matrix): number[] {
  return symmetricEigenpairs(matrix).map(({ value }) => value);
}

/**
 * The same with an orthonormal eigenvector each; within the space of an eigenvalue that comes twice, any two that are.
 * @throws RangeError for a matrix that is not square, not symmetric or not finite.
 */
export function symmetricEigenpairs(matrix: Matrix): Eigenpair[] {
  check(matrix);
  const a = matrix.map((row) => [...row]);
  // Row k becomes the eigenvector of the k-th entry of the diagonal.
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  const size = Math.sqrt(a.flat().reduce((sum, entry) => sum + entry * entry, 0));
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > Number.EPSILON * size; sweep++) {
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) rotate(a, vectors, p, q);
    }
  }
  return a
    .map((row, k) => ({ value: row[k] as number, vector: withPositiveLargest(vectors[k] as number[]) }))
    .sort((one, other) => one.value - other.value);
}

/** The vector or its opposite. */
function withPositiveLargest(vector: readonly number[]): readonly number[] {
  const largest = vector.reduce((most, entry) => (Math.abs(entry) > Math.abs(most) ? entry : most), 0);
  return largest < 0 ? vector.map((entry) => -entry) : vector;
}

function check(matrix: Matrix): void {
  const n = matrix.length;
  if (n === 0 || matrix.some((row) => row.length !== n))
    throw new RangeError("Only a square matrix has eigenvalues.");
  if (!matrix.flat().every(Number.isFinite))
    throw new RangeError("A matrix with eigenvalues holds finite numbers only.");
  if (matrix.some((row, i) => row.some((entry, j) => entry !== matrix[j]?.[i])))
    throw new RangeError("The matrix is not symmetric, which this method needs.");
}

/** √ of the sum of squares above the diagonal. */
function offDiagonal(a: number[][]): number {
  let squares = 0;
  for (const [p, row] of a.entries()) for (const entry of row.slice(p + 1)) squares += entry * entry;
  return Math.sqrt(squares);
}

/** Turns the plane (p, q) in place so that a_pq becomes 0 (Golub, Van Loan, Matrix Computations, §8.5). */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const [rowP, rowQ] = [a[p] as number[], a[q] as number[]];
  const [app, apq, aqq] = [rowP[p] as number, rowP[q] as number, rowQ[q] as number];
  if (apq === 0) return;
  const halfCotangent = (aqq - app) / (2 * apq);
  const tangent =
    (halfCotangent < 0 ? -1 : 1) / (Math.abs(halfCotangent) + Math.sqrt(halfCotangent * halfCotangent + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const [k, row] of a.entries()) {
    if (k === p || k === q) continue;
    const [akp, akq] = [row[p] as number, row[q] as number];
    row[p] = rowP[k] = cosine * akp - sine * akq;
    row[q] = rowQ[k] = sine * akp + cosine * akq;
  }
  rowP[p] = app - tangent * apq;
  rowQ[q] = aqq + tangent * apq;
  rowP[q] = rowQ[p] = 0;
  const [vectorP, vectorQ] = [vectors[p] as number[], vectors[q] as number[]];
  for (const [k, alongP] of vectorP.entries()) {
    const alongQ = vectorQ[k] as number;
    vectorP[k] = cosine * alongP - sine * alongQ;
    vectorQ[k] = sine * alongP + cosine * alongQ;
  }
}
