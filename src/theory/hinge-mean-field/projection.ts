/**
 * The law of the projection x∥ of an input on the direction that decides its label, for laws of inputs that look the same from
 * every side. It is all that the mean-field theory asks of the data.
 */
import { angleOf, cos, exp, sin, wholePower } from "../../math/elementary.ts";
import { erf } from "../../math/errorFunction.ts";

/** A symmetric law on the line. */
export interface Projection {
  /** P(|x∥| < s), for s from 0 to ∞. */
  massWithin(s: number): number;
  /** E[|x∥|; |x∥| < s], for s from 0 to ∞. */
  pullWithin(s: number): number;
}

/** What inputs can be drawn from: their mean square is d. */
export const DATA_LAWS = ["gaussian", "sphere", "near-and-far"] as const;
export type DataLaw = (typeof DATA_LAWS)[number];

/** Factors of a Gaussian input that is near and of one that is far, each for half of the inputs; the mean of their squares is 1. */
export const SPREADS = [0.25, Math.sqrt(31) / 4] as const;

/** The projection of inputs of a law in d dimensions. @throws RangeError below two dimensions on the sphere */
export function projectionOf(law: DataLaw, inputDimension: number): Projection {
  if (law === "gaussian") return gaussian(1);
  if (law === "sphere") return spherical(inputDimension);
  const [near, far] = SPREADS.map(gaussian) as [Projection, Projection];
  return {
    massWithin: (s) => (near.massWithin(s) + far.massWithin(s)) / 2,
    pullWithin: (s) => (near.pullWithin(s) + far.pullWithin(s)) / 2,
  };
}

/** N(0, c²): erf(s/c√2) and c√(2/π)(1 − e^(−s²/2c²)). */
function gaussian(spread: number): Projection {
  return {
    massWithin: (s) => erf(s / (spread * Math.SQRT2)),
    pullWithin: (s) => spread * Math.sqrt(2 / Math.PI) * (1 - exp((-s * s) / (2 * spread * spread))),
  };
}

/** Uniform on the sphere of radius √d: |x∥| = √d sin θ with density ∝ cos^(d−2) θ. */
function spherical(inputDimension: number): Projection {
  if (inputDimension < 2) throw new RangeError(`A sphere needs two dimensions, not ${inputDimension}.`);
  const radius = Math.sqrt(inputDimension);
  const whole = cosinePower(inputDimension - 2, Math.PI / 2);
  const angleAt = (s: number) =>
    s >= radius ? Math.PI / 2 : angleOf(s, Math.sqrt((radius - s) * (radius + s)));
  return {
    massWithin: (s) => cosinePower(inputDimension - 2, angleAt(s)) / whole,
    pullWithin: (s) =>
      (radius * (1 - wholePower(cos(angleAt(s)), inputDimension - 1))) / ((inputDimension - 1) * whole),
  };
}

/** ∫₀^θ cosⁿ, from Iₙ = cosⁿ⁻¹θ sin θ/n + (n − 1)/n Iₙ₋₂. */
function cosinePower(n: number, angle: number): number {
  const [sine, cosine] = [sin(angle), cos(angle)];
  let integral = n % 2 === 0 ? angle : sine;
  for (let k = (n % 2) + 2; k <= n; k += 2)
    integral = (wholePower(cosine, k - 1) * sine + (k - 1) * integral) / k;
  return integral;
}

/** The s with P(|x∥| < s) = share, for 0 < share < 1, by halving. */
export function sizeBelowWhich(share: number, { massWithin }: Projection): number {
  let [below, above] = [0, 1];
  while (massWithin(above) < share) above *= 2;
  for (let middle = above / 2; middle > below && middle < above; middle = below + (above - below) / 2) {
    if (massWithin(middle) < share) below = middle;
    else above = middle;
  }
  return above;
}
