/**
 * Solvers of (1 − sJ) x = b for a Rosenbrock method: for a J that is given entry by entry, one that is found by
 * differences, and one that is something simple and a few outer products.
 */
import type { Matrix } from "../eigenvalues.ts";
import { dot } from "../vectors.ts";
import type { Derivative } from "./problem.ts";
import type { Linearisation, Solve } from "./rosenbrock.ts";

/** For J given by its rows, [∂fⱼ/∂yₖ]: a factorisation a size of step, O(n³), and O(n²) per system. */
export function dense(jacobian: (t: number, y: Float64Array) => Matrix): Linearisation {
  return (t, y) => {
    const rows = jacobian(t, y);
    return (s) =>
      factorised(rows.map((row, j) => Float64Array.from(row, (entry, k) => (j === k ? 1 : 0) - s * entry)));
  };
}

/**
 * The same for J from n + 1 derivatives: (f(t, y + δₖeₖ) − f(t, y))/δₖ with δₖ = √(ε max(|yₖ|, 10⁻⁵)), which suits
 * components that are of order one when they matter.
 */
export function differences(derivative: Derivative): Linearisation {
  return dense((t, y) => {
    const here = Float64Array.from(derivative(t, y));
    const columns = Array.from(y, (value, k) => {
      const moved = y.slice();
      moved[k] = value + Math.sqrt(Number.EPSILON * Math.max(1e-5, Math.abs(value)));
      const there = derivative(t, moved);
      return here.map((each, j) => ((there[j] as number) - each) / ((moved[k] as number) - value));
    });
    return Array.from(y, (_, j) => columns.map((column) => column[j] as number));
  });
}

/** J = D + Σₖ uₖvₖᵀ. */
export interface LowRank {
  /** What solves with D alone: `diagonal` or `pairs`. */
  readonly rest: (s: number) => Solve;
  /** uₖ and vₖ, K of shape [n] each. */
  readonly left: readonly ArrayLike<number>[];
  readonly right: readonly ArrayLike<number>[];
}

/** Solver with D = diag(d), d of shape [n]. */
export function diagonal(d: ArrayLike<number>): (s: number) => Solve {
  return (s) => (b) => Float64Array.from(b, (entry, j) => entry / (1 - s * (d[j] as number)));
}

/** Entries of n blocks of 2 × 2, each list of shape [n]. */
export interface Blocks {
  readonly topLeft: ArrayLike<number>;
  readonly topRight: ArrayLike<number>;
  readonly bottomLeft: ArrayLike<number>;
  readonly bottomRight: ArrayLike<number>;
}

/** Solver with a D that couples each of the first n components with its partner among the last n, by Cramer’s rule. */
export function pairs({ topLeft, topRight, bottomLeft, bottomRight }: Blocks): (s: number) => Solve {
  const n = topLeft.length;
  return (s) => (b) => {
    const x = new Float64Array(2 * n);
    for (let i = 0; i < n; i++) {
      const first = 1 - s * (topLeft[i] as number);
      const second = 1 - s * (bottomRight[i] as number);
      const up = s * (topRight[i] as number);
      const down = s * (bottomLeft[i] as number);
      const top = b[i] as number;
      const bottom = b[n + i] as number;
      const determinant = first * second - up * down;
      x[i] = (second * top + up * bottom) / determinant;
      x[n + i] = (down * top + first * bottom) / determinant;
    }
    return x;
  };
}

/**
 * For J = D + UVᵀ with K columns, by Woodbury's identity: with E = 1 − sD,
 *
 *     (E − sUVᵀ)⁻¹ b = E⁻¹b + s E⁻¹U (1 − s VᵀE⁻¹U)⁻¹ VᵀE⁻¹b,
 *
 * O(nK²) a size of step and O(nK) per system.
 */
export function lowRank(jacobian: (t: number, y: Float64Array) => LowRank): Linearisation {
  return (t, y) => {
    const { rest, left, right } = jacobian(t, y);
    return (s) => {
      const alone = rest(s);
      const columns = left.map((column) => alone(Float64Array.from(column)));
      const solve = factorised(
        right.map((v, j) =>
          Float64Array.from(columns, (column, k) => (j === k ? 1 : 0) - s * dot(v, column)),
        ),
      );
      return (b) => {
        const x = alone(b);
        const shares = solve(Float64Array.from(right, (v) => dot(v, x)));
        columns.forEach((column, k) => {
          const share = s * (shares[k] as number);
          for (let j = 0; j < x.length; j++) x[j] = (x[j] as number) + share * (column[j] as number);
        });
        return x;
      };
    };
  };
}

/** Solver of Ax = b by elimination with the largest pivot of a column; not finite where A is singular. The rows are used up. */
export function factorised(rows: Float64Array[]): Solve {
  const n = rows.length;
  const order = Array.from(rows, (_, j) => j);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let j = k + 1; j < n; j++)
      if (Math.abs(rows[j]?.[k] as number) > Math.abs(rows[pivot]?.[k] as number)) pivot = j;
    [rows[k], rows[pivot]] = [rows[pivot] as Float64Array, rows[k] as Float64Array];
    [order[k], order[pivot]] = [order[pivot] as number, order[k] as number];
    const above = rows[k] as Float64Array;
    for (let j = k + 1; j < n; j++) {
      const row = rows[j] as Float64Array;
      const factor = (row[k] as number) / (above[k] as number);
      row[k] = factor;
      if (factor !== 0)
        for (let i = k + 1; i < n; i++) row[i] = (row[i] as number) - factor * (above[i] as number);
    }
  }
  return (b) => substituted(rows, order, b);
}

/** Forwards through the factors below the diagonal, then back through what is on and above it. */
function substituted(rows: readonly Float64Array[], order: readonly number[], b: Float64Array): Float64Array {
  const x = Float64Array.from(order, (j) => b[j] as number);
  for (let j = 0; j < x.length; j++) {
    const row = rows[j] as Float64Array;
    for (let k = 0; k < j; k++) x[j] = (x[j] as number) - (row[k] as number) * (x[k] as number);
  }
  for (let j = x.length - 1; j >= 0; j--) {
    const row = rows[j] as Float64Array;
    for (let k = j + 1; k < x.length; k++) x[j] = (x[j] as number) - (row[k] as number) * (x[k] as number);
    x[j] = (x[j] as number) / (row[j] as number);
  }
  return x;
}
