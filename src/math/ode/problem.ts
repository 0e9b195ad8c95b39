/**
 * What is integrated, by which method, and what a step leaves behind: types, and the polynomial between the two ends of
 * a step. Float64, and + − × ÷ √ and our own elementary functions only, so that a solution has the same bits everywhere.
 */

/** f of y′ = f(t, y), shape of y. It keeps neither of its arguments. */
export type Derivative = (t: number, y: Float64Array) => ArrayLike<number>;

/** Where an integration begins or goes on: plain data. */
export interface Start {
  readonly t: number;
  readonly y: ArrayLike<number>;
  /** Size of the step to try first, in units of t, without sign; chosen by `steps` where it is missing. */
  readonly size?: number;
  /** Estimated error of the step before, 1 being what is tolerated: what the choice of sizes remembers. */
  readonly lastError?: number;
}

/** A step that was accepted, a start itself: from it an integration goes on with the same bits. */
export interface Step extends Start {
  readonly y: Float64Array;
  readonly size: number;
  readonly lastError: number;
  /** t and y before the step. */
  readonly from: number;
  readonly before: Float64Array;
  /** r₁, r₂, r₃ of the polynomial between the ends. */
  readonly bends: Bends;
  /** Sizes that were tried before this one and refused. */
  readonly refused: number;
}

export type Bends = readonly [Float64Array, Float64Array, Float64Array];

/**
 * y between the ends of a step, to fourth order in its size: with θ = (t − t₀)/(t₁ − t₀)
 *
 *     y(θ) = y₀ + θ (y₁ − y₀ + (1 − θ)(r₁ + θ (r₂ + θ r₃))),
 *
 * y₁ itself, to the bit, at t₁.
 */
export function valueAt({ from, before, t: to, y, bends }: Step, t: number): Float64Array {
  if (t === to) return y.slice();
  const theta = (t - from) / (to - from);
  const [first, second, third] = bends;
  return before.map((start, j) => {
    const bend = (first[j] as number) + theta * ((second[j] as number) + theta * (third[j] as number));
    return start + theta * ((y[j] as number) - start + (1 - theta) * bend);
  });
}

/** From where a step is tried. */
export interface Place {
  readonly derivative: Derivative;
  readonly t: number;
  readonly y: Float64Array;
  /** f(t, y). */
  readonly slope: ArrayLike<number>;
}

/** A step that was tried and is yet to be judged. */
export interface Attempt {
  readonly y: Float64Array;
  /** Estimated error of y. */
  readonly error: ArrayLike<number>;
  readonly bends: () => Bends;
  /** f at the end, where the method has it. */
  readonly slope?: ArrayLike<number>;
}

/** A one-step method with an estimate of its error: what it does at a place for a signed size. */
export type Method = (place: Place) => (size: number) => Attempt;

/** Σⱼ weightⱼ vectorⱼ of as many vectors as there are weights, from the first to the last; `base` is added to. */
export function combination(
  base: ArrayLike<number>,
  weights: readonly number[],
  vectors: readonly ArrayLike<number>[],
): Float64Array {
  const sum = new Float64Array(base);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight === 0) continue;
    const vector = vectors[i] as ArrayLike<number>;
    for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] as number) + weight * (vector[j] as number);
  }
  return sum;
}
