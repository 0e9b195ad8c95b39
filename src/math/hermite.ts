/**
 * Hermite polynomials that are orthonormal for a standard Gaussian G, E hⱼ(G)hₖ(G) = δⱼₖ, and the coefficients of a function
 * in them.
 */
import { exp } from "./elementary.ts";
import { integrals } from "./quadrature.ts";

/** h₀(x), h₁(x), … written into a list, as many as it has room for: √(k + 1) hₖ₊₁ = x hₖ − √k hₖ₋₁, h₀ = 1. */
export function hermiteInto(x: number, into: Float64Array): void {
  let [before, now] = [0, 1];
  for (let k = 0; k < into.length; k++) {
    into[k] = now;
    [before, now] = [now, (x * now - Math.sqrt(k) * before) / Math.sqrt(k + 1)];
  }
}

/** hₖ(x) of one degree. */
export function hermite(degree: number, x: number): number {
  const all = new Float64Array(degree + 1);
  hermiteInto(x, all);
  return all[degree] as number;
}

/** Σₖ cₖ hₖ(x). */
export function hermiteSum(coefficients: ArrayLike<number>, x: number): number {
  const all = new Float64Array(coefficients.length);
  hermiteInto(x, all);
  return all.reduce((sum, value, k) => sum + value * (coefficients[k] as number), 0);
}

/** Σₖ cₖ hₖ(x) as Σₖ pₖ xᵏ: √(k + 1) hₖ₊₁ = x hₖ − √k hₖ₋₁, h₀ = 1. */
export function hermitePolynomial(coefficients: ArrayLike<number>): number[] {
  const { length } = coefficients;
  const sum = new Array<number>(length).fill(0);
  let before = new Array<number>(length).fill(0);
  let now = before.map((_, power) => Number(power === 0));
  for (let k = 0; k < length; k++) {
    for (let power = 0; power < length; power++)
      sum[power] = (sum[power] as number) + (coefficients[k] as number) * (now[power] as number);
    const next = now.map(
      (_, power) => ((now[power - 1] ?? 0) - Math.sqrt(k) * (before[power] as number)) / Math.sqrt(k + 1),
    );
    [before, now] = [now, next];
  }
  return sum;
}

/** A function φ of a standard Gaussian in its Hermite coefficients. */
export interface Expansion {
  /** φₖ = E φ(G) hₖ(G), k = 0, …, degree. */
  readonly coefficients: readonly number[];
  /** E φ(G)², over |G| ≤ {@link REACH}. */
  readonly square: number;
  /** What of it comes from |G| > {@link FAR}: next to nothing, where E φ² is finite and the integral has seen all of it. */
  readonly far: number;
  /** Estimated: of the coefficients beside √(E φ²), of E φ² beside itself. */
  readonly error: number;
  /** Where the integrals settle worst. */
  readonly worst: { readonly from: number; readonly to: number };
}

/** As far as integrals go: a little farther the Gaussian density is below the smallest number. */
export const REACH = 37;
/** From where on what φ² still adds is told apart. */
export const FAR = 32;
/** Of E φ² and its root. Rounding in sums of some thousand terms is below it. */
const TOLERANCE = 1e-12;
/** Enough for jumps at dozens of places, or for two thousand waves where the Gaussian is. */
const MOST_PIECES = 2000;

/**
 * Expands a function up to a degree. Gauss–Hermite nodes would find the coefficients of a smooth function with a few dozen values
 * and those of |x| or a step to two digits with hundreds; so the integrals are taken piece by piece instead, halved where
 * they have not settled, and say how well they have. A spike narrower than a sixteenth, and whatever φ does beyond
 * {@link REACH}, goes unseen.
 * @throws RangeError where φ is not a finite number at a place of the integral
 */
export function hermiteExpansion(phi: (x: number) => number, degree: number): Expansion {
  const count = degree + 3;
  const polynomials = new Float64Array(degree + 1);
  const { values, error, worst } = integrals(
    (x, into) => {
      const value = phi(x);
      if (!Number.isFinite(value)) throw new RangeError(`It is not a finite number at x = ${places(x)}.`);
      // √ of the density twice, so that neither φ² nor the density alone leaves the range of numbers.
      const root = exp((-x * x) / 4) * DENSITY_AT_0_ROOT;
      const weighted = value * root;
      hermiteInto(x, polynomials);
      for (let k = 0; k <= degree; k++) into[k] = weighted * root * (polynomials[k] as number);
      into[degree + 1] = weighted * weighted;
      into[degree + 2] = Math.abs(x) > FAR ? weighted * weighted : 0;
    },
    {
      count,
      edges: Array.from({ length: 2 * REACH + 1 }, (_, k) => k - REACH),
      scalesOf: (first) => {
        const square = first[degree + 1] as number;
        return first.map((_, k) => (k <= degree ? Math.sqrt(square) : square));
      },
      tolerance: TOLERANCE,
      mostPieces: MOST_PIECES,
    },
  );
  return {
    coefficients: Array.from(values.subarray(0, degree + 1)),
    square: values[degree + 1] as number,
    far: values[degree + 2] as number,
    error,
    worst,
  };
}

/** ⁴√(1/2π). */
const DENSITY_AT_0_ROOT = Math.sqrt(1 / Math.sqrt(2 * Math.PI));

/** A place, in no more digits than a reader wants. */
function places(x: number): string {
  return String(Number(x.toPrecision(3))).replace("-", "−");
}
