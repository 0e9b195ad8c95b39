/**
 * Polynomials of one coordinate that are orthonormal over a sample, 1/n Σᵢ pⱼ(zᵢ)pₖ(zᵢ) = δⱼₖ: what Hermite polynomials are for a
 * Gaussian. With + − × ÷ √ only: the same on every machine.
 */
import { dot } from "./vectors.ts";

/** What is left of a polynomial is rounding if it is shorter than this share of it. */
const DEPENDENT = 1e-8;

/**
 * pₖ at every place, for k from 0 on, with a positive leading coefficient; at most `count`, and no more than the sample has
 * different places.
 */
export function polynomialsOver(places: Float64Array, count: number): Float64Array[] {
  const n = places.length;
  const centre = places.reduce((sum, place) => sum + place, 0) / n;
  const found: Float64Array[] = [];
  let next = new Float64Array(n).fill(1);
  while (found.length < count) {
    const size = Math.sqrt(dot(next, next) / n);
    // Twice, which keeps them orthogonal to rounding.
    for (const known of [...found, ...found]) {
      const share = dot(next, known) / n;
      for (let i = 0; i < n; i++) next[i] = (next[i] as number) - share * (known[i] as number);
    }
    const left = Math.sqrt(dot(next, next) / n);
    if (!(left > DEPENDENT * size)) break;
    const polynomial = next.map((value) => value / left);
    found.push(polynomial);
    next = polynomial.map((value, i) => value * ((places[i] as number) - centre));
  }
  return found;
}
