/**
 * Integrals over an interval, of several functions at once, to an error that is estimated and said. Halves of an interval
 * are halved again where they disagree with the whole, so that a corner or a jump costs a few dozen halvings wherever it
 * is, and what does not settle (a pole, a wild oscillation) is found out.
 */
import { symmetricEigenvalues } from "./eigenvalues.ts";

export interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** The Gauss–Legendre rule of n nodes on [−1, 1], in rising order: exact for polynomials up to degree 2n − 1. */
export function gaussLegendre(n: number): Rule {
  // Orthonormal on [−1, 1]: x pₖ = bₖ₊₁ pₖ₊₁ + bₖ pₖ₋₁. The nodes are the eigenvalues of that tridiagonal matrix, the weights 1/Σ pₖ².
  const between = (k: number) => (k === 0 ? 0 : k / Math.sqrt(4 * k * k - 1));
  const jacobi = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (Math.abs(i - j) === 1 ? between(Math.max(i, j)) : 0)),
  );
  const nodes = symmetricEigenvalues(jacobi);
  const weights = nodes.map((x) => {
    let [before, now, squares] = [0, Math.SQRT1_2, 0];
    for (let k = 0; k < n; k++) {
      squares += now * now;
      [before, now] = [now, (x * now - between(k) * before) / between(k + 1)];
    }
    return 1 / squares;
  });
  return { nodes, weights };
}

/** A few functions at a place, written into a list. */
export type Integrand = (x: number, into: Float64Array) => void;

export interface Wanted {
  /** How many functions. */
  readonly count: number;
  /** Ends of the pieces to begin with, in rising order; where a corner is expected, one of them. */
  readonly edges: readonly number[];
  /** What an error of each integral is measured by, given the integrals over the pieces to begin with. */
  scalesOf(values: Float64Array): ArrayLike<number>;
  /** Of these scales. */
  readonly tolerance: number;
  readonly mostPieces: number;
}

export interface Integrals {
  /** Of each function. */
  readonly values: Float64Array;
  /** Estimated, of the scales: how far pieces disagree with their own halves, all together. */
  readonly error: number;
  /** Where they disagree most. */
  readonly worst: Interval;
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

interface Piece extends Interval {
  readonly values: Float64Array;
  /** Integrals over its two halves. */
  readonly halves: readonly [Float64Array, Float64Array];
}

const RULE = gaussLegendre(16);
/** No piece is narrower than this share of the interval: beyond it a pole is a pole. */
const NARROWEST = 2 ** -44;

/**
 * ∫ of each of some functions from the first edge to the last. The piece whose halves disagree most with it is halved,
 * until all disagreements together are within the tolerance, there are `mostPieces`, or the worst piece is too narrow to
 * be halved: what is reached is `error`. What lies between all nodes goes unseen.
 */
export function integrals(integrand: Integrand, wanted: Wanted): Integrals {
  const { count, edges, tolerance, mostPieces } = wanted;
  const over = (from: number, to: number) => integralsOver(integrand, count, from, to);
  const pieceOf = (from: number, to: number, values = over(from, to)): Piece => {
    const middle = from + (to - from) / 2;
    return { from, to, values, halves: [over(from, middle), over(middle, to)] };
  };
  const pieces = edges.slice(1).map((to, k) => pieceOf(edges[k] as number, to));
  const scales = wanted.scalesOf(sumOf(pieces, count));
  const errors = pieces.map((piece) => disagreement(piece, scales));
  const narrowest = NARROWEST * ((edges.at(-1) as number) - (edges[0] as number));
  for (;;) {
    const worst = errors.reduce((most, error, k) => (error > (errors[most] as number) ? k : most), 0);
    const piece = pieces[worst] as Piece;
    const error = errors.reduce((sum, each) => sum + each, 0);
    const isOver = !(error > tolerance) || pieces.length >= mostPieces || piece.to - piece.from < narrowest;
    if (isOver) return { values: sumOf(pieces, count), error, worst: piece };
    const middle = piece.from + (piece.to - piece.from) / 2;
    const [left, right] = [
      pieceOf(piece.from, middle, piece.halves[0]),
      pieceOf(middle, piece.to, piece.halves[1]),
    ];
    pieces[worst] = left;
    errors[worst] = disagreement(left, scales);
    pieces.push(right);
    errors.push(disagreement(right, scales));
  }
}

function integralsOver(integrand: Integrand, count: number, from: number, to: number): Float64Array {
  const [half, middle] = [(to - from) / 2, from + (to - from) / 2];
  const [sum, at] = [new Float64Array(count), new Float64Array(count)];
  RULE.nodes.forEach((node, i) => {
    integrand(middle + half * node, at);
    const weight = half * (RULE.weights[i] as number);
    for (let j = 0; j < count; j++) sum[j] = (sum[j] as number) + weight * (at[j] as number);
  });
  return sum;
}

/** The largest difference between a piece and its halves, of the scales. */
function disagreement({ values, halves: [left, right] }: Piece, scales: ArrayLike<number>): number {
  let largest = 0;
  for (let j = 0; j < values.length; j++) {
    const difference = Math.abs((left[j] as number) + (right[j] as number) - (values[j] as number));
    if (difference !== 0) largest = Math.max(largest, difference / (scales[j] as number));
  }
  return largest;
}

/** By the halves, which are the better of the two. */
function sumOf(pieces: readonly Piece[], count: number): Float64Array {
  const sum = new Float64Array(count);
  for (const { halves } of pieces)
    for (const half of halves)
      for (let j = 0; j < count; j++) sum[j] = (sum[j] as number) + (half[j] as number);
  return sum;
}
