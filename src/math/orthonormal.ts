/** Orthonormal bases of a few vectors' span, in float64 with + − × ÷ √ only: the same on every machine. */
import { dot } from "./vectors.ts";

/** What is left of a vector is rounding if it is shorter than this share of it. */
const DEPENDENT = 1e-10;

/**
 * An orthonormal basis of the span of n vectors of d entries, by the Gram–Schmidt process made twice, which keeps it
 * orthogonal to rounding: the first k of it span the first k vectors.
 * @throws RangeError if a vector lies in the span of those before it.
 */
export function orthonormalBasis(vectors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = Float64Array.from(vector);
    for (const direction of [...basis, ...basis]) {
      const share = dot(direction, rest);
      for (let j = 0; j < rest.length; j++) rest[j] = (rest[j] as number) - share * (direction[j] as number);
    }
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > DEPENDENT * Math.sqrt(dot(vector, vector))))
      throw new RangeError(`Vector ${basis.length + 1} lies in the span of those before it.`);
    basis.push(rest.map((entry) => entry / length));
  }
  return basis;
}
