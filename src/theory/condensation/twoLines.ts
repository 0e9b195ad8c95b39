/**
 * Where neurons with a quadratic activation near 0, p = 2, turn to while all weights are tiny, for any number of inputs
 * (derived here; the paper leaves more than one input open): F(w) = w·Mw, whose only maximum and only minimum on the
 * sphere are, up to sign, the extreme eigenvectors of M.
 */
import type { Eigenpair, Matrix } from "../../math/eigenvalues.ts";
import { eigenpairsOf } from "../eigenpairs.ts";
import type { Inputs } from "./leadingOrder.ts";

/** M = −(1/n) Σᵢ eᵢ xᵢxᵢᵀ, shape [d, d]. */
export function quadraticForm(
  { sampleSize, inputDimension, inputs }: Inputs,
  residuals: ArrayLike<number>,
): Matrix {
  const indices = Array.from({ length: inputDimension }, (_, j) => j);
  const entry = (j: number, k: number) => {
    let sum = 0;
    for (let i = 0; i < sampleSize; i++) {
      const row = i * inputDimension;
      sum -= (residuals[i] as number) * (inputs[row + j] as number) * (inputs[row + k] as number);
    }
    return sum / sampleSize;
  };
  return indices.map((j) => indices.map((k) => entry(Math.min(j, k), Math.max(j, k))));
}

/** The two lines. */
export interface TwoLines {
  /** Largest eigenvalue of M, whose line attracts neurons with ac > 0. They grow there if it is positive. */
  readonly top: Eigenpair;
  /** Smallest eigenvalue of M, whose line attracts neurons with ac < 0. They grow there if it is negative. */
  readonly bottom: Eigenpair;
}

/** @throws RangeError for a single coordinate, which has one direction only. */
export function twoLinesOf(inputs: Inputs, residuals: ArrayLike<number>): TwoLines {
  const pairs = eigenpairsOf(quadraticForm(inputs, residuals));
  const [bottom, top] = [pairs[0], pairs.at(-1)];
  if (!bottom || !top || pairs.length < 2)
    throw new RangeError("Two lines need weights with two coordinates or more.");
  return { top, bottom };
}
