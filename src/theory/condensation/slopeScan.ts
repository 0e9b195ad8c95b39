/** Where F(θ) is stationary, found without any polynomial: by looking at F′(θ) all the way round. */
import { cos, sin } from "../../math/elementary.ts";
import type { PlaneInputs } from "./criticalLines.ts";

/** Angles at which F′ is looked at, 0.1° apart and half the way round; none is a round one, where F′ may be exactly 0. */
const LOOKS = Array.from({ length: 1801 }, (_, k) => {
  const angle = ((k - 0.5) * Math.PI) / 1800;
  return { angle, cosine: cos(angle), sine: sin(angle) };
});

/**
 * For each order p = 1, 2, …, `highest`: the angles in [0, π) between whose neighbours
 * F′(θ) = −(p/n) Σ eᵢ (u·xᵢ)ᵖ⁻¹ (u′·xᵢ) changes its sign, u = (cos θ, sin θ). They are middles of intervals of 0.1°, in
 * rising order.
 */
export function signChangesOfSlopes(
  inputs: PlaneInputs,
  residuals: readonly number[],
  highest: number,
): number[][] {
  const [xs, ys, errors] = [inputs.map(([x]) => x), inputs.map(([, y]) => y), residuals].map((numbers) =>
    Float64Array.from(numbers),
  ) as [Float64Array, Float64Array, Float64Array];
  const found = Array.from({ length: highest }, (): number[] => []);
  const slopes = new Float64Array(highest);
  const wasRising = new Array<boolean>(highest);
  for (const [k, { angle, cosine, sine }] of LOOKS.entries()) {
    slopes.fill(0);
    for (let i = 0; i < errors.length; i++) {
      const [x, y] = [xs[i] as number, ys[i] as number];
      const along = cosine * x + sine * y;
      let term = -(errors[i] as number) * (cosine * y - sine * x);
      for (let p = 0; p < highest; p++, term *= along) slopes[p] = (slopes[p] as number) + term;
    }
    for (const [p, slope] of slopes.entries()) {
      const isRising = slope > 0;
      if (k > 0 && isRising !== wasRising[p]) found[p]?.push((angle + (LOOKS[k - 1]?.angle ?? 0)) / 2);
      wasRising[p] = isRising;
    }
  }
  return found;
}

/** Largest angle, in degrees, between lines that are taken in pairs, in the order of their angles; 90 if they cannot be. */
export function largestGapOf(some: readonly number[], others: readonly number[]): number {
  if (some.length !== others.length) return 90;
  // A line near 0 may be counted as one near π: all ways to go on round are tried.
  const gaps = some.map((_, shift) =>
    Math.max(...some.map((angle, k) => between(angle, others[(k + shift) % others.length] as number))),
  );
  return some.length === 0 ? 0 : Math.min(...gaps);
}

/** Angle between two lines, in degrees. */
function between(one: number, other: number): number {
  const apart = (Math.abs(one - other) * 180) / Math.PI;
  return Math.min(apart, 180 - apart);
}
