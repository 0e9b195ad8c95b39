/**
 * How long a step may be: the size of an error against what is tolerated, and the next size after it (Gustafsson's PI
 * controller, as in Hairer, Wanner, Solving ODEs II, 1996, IV.2).
 */
import { power } from "../elementary.ts";
import type { Derivative } from "./problem.ts";

/** What error a step may have in a component y: absolute + relative |y|. Each for all components, or one by one. */
export interface Tolerances {
  readonly absolute: number | ArrayLike<number>;
  readonly relative: number | ArrayLike<number>;
}

/** Root of the mean square of errors, each by what is tolerated there: at most 1 in a step that is accepted. */
export function sizeOfError(
  error: ArrayLike<number>,
  y: ArrayLike<number>,
  end: ArrayLike<number>,
  { absolute, relative }: Tolerances,
): number {
  const of = (tolerance: number | ArrayLike<number>, j: number) =>
    typeof tolerance === "number" ? tolerance : (tolerance[j] as number);
  let sum = 0;
  for (let j = 0; j < error.length; j++) {
    const size = Math.max(Math.abs(y[j] as number), Math.abs(end[j] as number));
    const share = (error[j] as number) / (of(absolute, j) + of(relative, j) * size);
    sum += share * share;
  }
  return error.length > 0 ? Math.sqrt(sum / error.length) : 0;
}

const SAFETY = 0.9;
const LEAST = 0.2;
const MOST = 10;
/** How much the error before counts, and how much less for that the present one does. */
const MEMORY = 0.04;
/** An error so small says no more than that the step may grow. */
const SMALL_ERROR = 1e-4;

/**
 * Factor from this step's size to the next one's, from 0.2 to 10: 0.9 E^−(1/q − 0.03) E₋₁^0.04 for a method whose error
 * estimate falls like h^q; 0.2 where E is not finite.
 */
export function growthAfter(error: number, lastError: number, errorOrder: number): number {
  if (!Number.isFinite(error)) return LEAST;
  if (error === 0) return MOST;
  const factor =
    (SAFETY * power(Math.max(lastError, SMALL_ERROR), MEMORY)) / power(error, 1 / errorOrder - 0.75 * MEMORY);
  return Math.min(MOST, Math.max(LEAST, factor));
}

/**
 * A size to begin with, without sign: such that f changes little over it (Hairer, Nørsett, Wanner, Solving ODEs I,
 * 1993, II.4).
 */
export function firstSize(
  derivative: Derivative,
  { t, y }: { readonly t: number; readonly y: Float64Array },
  slope: ArrayLike<number>,
  direction: number,
  tolerances: Tolerances,
): number {
  const norm = (vector: ArrayLike<number>) => sizeOfError(vector, y, y, tolerances);
  const [length, speed] = [norm(y), norm(slope)];
  const guess = length < 1e-5 || speed < 1e-5 ? 1e-6 : (0.01 * length) / speed;
  const next = y.map((value, j) => value + direction * guess * (slope[j] as number));
  const there = derivative(t + direction * guess, next);
  const bend = norm(y.map((_, j) => (there[j] as number) - (slope[j] as number))) / guess;
  const rate = Math.max(speed, bend);
  const second = rate <= 1e-15 ? Math.max(1e-6, guess * 1e-3) : power(0.01 / rate, 1 / 5);
  return Math.min(100 * guess, second);
}
