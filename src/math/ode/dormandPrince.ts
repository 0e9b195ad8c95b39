/**
 * The explicit method of Dormand and Prince: order 5, an embedded one of order 4 for the error, seven stages of which the
 * last is the first of the next step (J. Comput. Appl. Math. 6, 1980, 19–26), and Shampine's polynomial of order 4 in
 * between (Hairer, Nørsett, Wanner, Solving ODEs I, 1993, II.6). For what is not stiff.
 *
 *     kᵢ = f(t + cᵢh, y + h Σⱼ aᵢⱼkⱼ)       y₁ = y + h Σⱼ a₇ⱼkⱼ       error = h Σᵢ eᵢkᵢ
 */
import { type Bends, combination, type Method } from "./problem.ts";

/** aᵢⱼ, stage by stage; the last row is the solution. */
export const STAGES: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** cᵢ. */
export const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1] as const;
/** eᵢ: weights of the solution less those of the embedded one. */
export const ERROR_WEIGHTS = [
  71 / 57600,
  0,
  -71 / 16695,
  71 / 1920,
  -17253 / 339200,
  22 / 525,
  -1 / 40,
] as const;
/** What of the stages bends the polynomial most. */
export const BEND_WEIGHTS = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
] as const;

export const dormandPrince: Method =
  ({ derivative, t, y, slope }) =>
  (size) => {
    const slopes = [slope];
    let end = y;
    for (let i = 1; i < STAGES.length; i++) {
      const weights = (STAGES[i] as readonly number[]).map((weight) => size * weight);
      end = combination(y, weights, slopes);
      slopes.push(derivative(t + (NODES[i] as number) * size, end));
    }
    const nothing = new Float64Array(y.length);
    const scaled = (weights: readonly number[]) => weights.map((weight) => size * weight);
    return {
      y: end,
      error: combination(nothing, scaled(ERROR_WEIGHTS), slopes),
      slope: slopes.at(-1) as ArrayLike<number>,
      bends: () => bendsOf(y, end, slopes, size),
    };
  };

/** r₁ = hk₁ − Δ, r₂ = Δ − hk₇ − r₁ + b, r₃ = −b, with Δ = y₁ − y₀ and b = h Σ dᵢkᵢ. */
function bendsOf(y: Float64Array, end: Float64Array, slopes: ArrayLike<number>[], size: number): Bends {
  const [first, last] = [slopes[0], slopes.at(-1)] as [ArrayLike<number>, ArrayLike<number>];
  const bend = combination(
    new Float64Array(y.length),
    BEND_WEIGHTS.map((weight) => size * weight),
    slopes,
  );
  const change = end.map((value, j) => value - (y[j] as number));
  const r1 = change.map((delta, j) => size * (first[j] as number) - delta);
  const r2 = change.map(
    (delta, j) => delta - size * (last[j] as number) - (r1[j] as number) + (bend[j] as number),
  );
  return [r1, r2, bend.map((value) => -value)];
}
