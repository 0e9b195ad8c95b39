/**
 * The kernel of ReLU neurons on Gaussian inputs, the arc-cosine kernel of order 1 (Cho, Saul 2009), and its gradient:
 *
 *     κ(b, c) = E σ(b·x) σ(c·x) = |b||c|/2π (sin φ + (π − φ) cos φ),     x ~ N(0, I),   φ = ∠(b, c)
 *     ∇_b κ = 1/2π (|c| sin φ b/|b| + (π − φ) c)
 *
 * For x on the sphere of radius √d both are the same. Since κ is homogeneous, κ = b·∇_b κ.
 */
import { angleOf } from "../../math/elementary.ts";

/** What κ and ∇_b κ take of two vectors: sin φ, and (π − φ)/2π, which is ½ for vectors that point the same way. */
export interface Turn {
  readonly sine: number;
  readonly share: number;
}

/** From b·c and the lengths; vectors without a length count as square to each other. */
export function turnOf(inner: number, lengthB: number, lengthC: number): Turn {
  const product = lengthB * lengthC;
  const cosine = product > 0 ? Math.min(1, Math.max(-1, inner / product)) : 0;
  const sine = Math.sqrt((1 - cosine) * (1 + cosine));
  return { sine, share: 0.5 - angleOf(sine, cosine) / (2 * Math.PI) };
}

/** κ(b, c) from b·c and the lengths. */
export function arcCosine(inner: number, lengthB: number, lengthC: number): number {
  const { sine, share } = turnOf(inner, lengthB, lengthC);
  return (lengthB * lengthC * sine) / (2 * Math.PI) + share * inner;
}
