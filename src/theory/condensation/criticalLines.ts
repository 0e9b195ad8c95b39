/**
 * Where the neurons of a network with one input and a bias may turn to while their weights are tiny (Xu, Zhou, Luo,
 * Zhang, arXiv:2105.11686, Case 2 of their theory): the directions at which F(w) = −(1/n) Σᵢ eᵢ (w·xᵢ)ᵖ is stationary on
 * the circle. A polynomial of degree p decides; nothing is trained or integrated here.
 */
import { angleOf, cos, sin, wholePower } from "../../math/elementary.ts";
import { type Polynomial, realRoots } from "../../math/polynomial.ts";

/** Inputs as rows (x, 1), or any others with two coordinates. */
export type PlaneInputs = readonly (readonly [number, number])[];

/** A line through the origin on which the leading-order flow θ̇ = a c rᵖ⁻² F′(θ) turns no neuron. */
export interface CriticalLine {
  /** Angle of its head (cos, sin) in [0, π). */
  readonly angle: number;
  /** F at that head; (−1)ᵖ times this at the opposite one. */
  readonly value: number;
  /** F″(θ) at that head; (−1)ᵖ times this at the opposite one. */
  readonly curvature: number;
  /** The sign of ac for which neurons turn towards the head at `angle`: −sign F″. */
  readonly attractedSign: 1 | -1;
  /**
   * Signs of ac for which the line is stable: one of them if p is even, and then at both heads. If p is odd, neurons of
   * either sign settle on it, those with `attractedSign` at `angle` and the others at `angle` + π.
   */
  readonly stableFor: "positive" | "negative" | "either";
  /**
   * Whether neurons that it attracts grow there, ac F > 0. Where they do not, a falls through 0, changes its sign, and the
   * line lets them go.
   */
  readonly feeds: boolean;
}

/** F(θ), F′(θ) and F″(θ) of F(w) = −(1/n) Σᵢ eᵢ (w·xᵢ)ᵖ at w = (cos θ, sin θ), for p ≥ 1. */
export function formAt(
  inputs: PlaneInputs,
  residuals: readonly number[],
  order: number,
  angle: number,
): { value: number; slope: number; curvature: number } {
  const [cosine, sine] = [cos(angle), sin(angle)];
  let [value, slope, curvature] = [0, 0, 0];
  for (const [i, [x, y]] of inputs.entries()) {
    const along = cosine * x + sine * y;
    const across = cosine * y - sine * x;
    const weight = -(residuals[i] as number) / inputs.length;
    value += weight * wholePower(along, order);
    slope += weight * order * wholePower(along, order - 1) * across;
    // d/dθ of (w·x)ᵖ⁻¹ (w′·x), with w″ = −w.
    const bent = order < 2 ? 0 : (order - 1) * wholePower(along, order - 2) * across * across;
    curvature += weight * order * (bent - wholePower(along, order));
  }
  return { value, slope, curvature };
}

/**
 * The left side minus the right one of Σᵢ (ûξᵢ + ηᵢ)ᵖ⁻¹ eᵢξᵢ = û Σᵢ (ûξᵢ + ηᵢ)ᵖ⁻¹ eᵢηᵢ (the paper's Case 2), a polynomial
 * of degree p in û, the ratio of the two coordinates of w.
 */
export function stationaryPolynomial(
  inputs: PlaneInputs,
  residuals: readonly number[],
  order: number,
): Polynomial {
  const coefficients = new Array<number>(order + 1).fill(0);
  for (const [i, [xi, eta]] of inputs.entries()) {
    let binomial = residuals[i] as number;
    for (let k = 0; k < order; k++) {
      const term = binomial * wholePower(xi, k) * wholePower(eta, order - 1 - k);
      coefficients[k] = (coefficients[k] as number) + term * xi;
      coefficients[k + 1] = (coefficients[k + 1] as number) - term * eta;
      binomial = (binomial * (order - 1 - k)) / (k + 1);
    }
  }
  return coefficients;
}

/**
 * All critical lines, in rising order of their angles; generically at most p of them, and p − 2j.
 * The residuals are eᵢ = f(xᵢ) − yᵢ, about −yᵢ while the weights are tiny.
 * @throws RangeError for an order that is no whole number from 1 on, for lists of different lengths, and where F is the
 * same in all directions.
 */
export function criticalLines(
  inputs: PlaneInputs,
  residuals: readonly number[],
  order: number,
): CriticalLine[] {
  if (!Number.isSafeInteger(order) || order < 1)
    throw new RangeError(`The order p is a whole number from 1 on, not ${order}.`);
  if (inputs.length === 0 || inputs.length !== residuals.length)
    throw new RangeError(`${inputs.length} inputs cannot go with ${residuals.length} residuals.`);
  const infinity = steepestAngle(inputs, residuals, order);
  const [cosine, sine] = [cos(infinity), sin(infinity)];
  const turned = inputs.map(([x, y]) => [cosine * x + sine * y, cosine * y - sine * x] as const);
  return realRoots(stationaryPolynomial(turned, residuals, order))
    .map((ratio) => headOf(angleOf(ratio * sine + cosine, ratio * cosine - sine)))
    .sort((one, other) => one - other)
    .map((angle) => lineAt(angle, formAt(inputs, residuals, order, angle), order));
}

/**
 * Of p + 1 lines evenly apart the one with the largest |F′|: none of the p roots is near it, so that it can be û = ∞.
 */
function steepestAngle(inputs: PlaneInputs, residuals: readonly number[], order: number): number {
  const candidates = Array.from({ length: order + 1 }, (_, k) => {
    const angle = (k * Math.PI) / (order + 1);
    return { angle, steepness: Math.abs(formAt(inputs, residuals, order, angle).slope) };
  });
  const steepest = candidates.reduce((best, each) => (each.steepness > best.steepness ? each : best));
  if (!(steepest.steepness > Number.EPSILON * sizeOf(inputs, residuals, order)))
    throw new RangeError("F is the same in all directions, so that no line stands out.");
  return steepest.angle;
}

/** The scale for rounding errors of F: (p/n) Σ |eᵢ| |xᵢ|ᵖ. */
function sizeOf(inputs: PlaneInputs, residuals: readonly number[], order: number): number {
  const sizes = inputs.map(
    ([x, y], i) => Math.abs(residuals[i] as number) * wholePower(Math.sqrt(x * x + y * y), order),
  );
  return (order / inputs.length) * sizes.reduce((sum, size) => sum + size, 0);
}

function lineAt(
  angle: number,
  { value, curvature }: { value: number; curvature: number },
  order: number,
): CriticalLine {
  const attractedSign = curvature < 0 ? 1 : -1;
  const stableFor = order % 2 === 1 ? "either" : attractedSign > 0 ? "positive" : "negative";
  return { angle, value, curvature, attractedSign, stableFor, feeds: attractedSign * value > 0 };
}

/** The head in [0, π) of the line with a head at an angle in [−π, π]. */
function headOf(angle: number): number {
  const turned = angle < 0 ? angle + Math.PI : angle;
  return turned >= Math.PI ? turned - Math.PI : turned;
}
