/** Real roots of polynomials of small degree, by + − × ÷ alone, so that they are the same on every machine. */

/** c₀ + c₁t + c₂t² + … as [c₀, c₁, c₂, …]. */
export type Polynomial = readonly number[];

/** The value at t, by Horner's rule. */
export function valueAt(polynomial: Polynomial, t: number): number {
  let value = 0;
  for (let k = polynomial.length - 1; k >= 0; k--) value = value * t + (polynomial[k] as number);
  return value;
}

/** The derivative, one coefficient shorter. */
export function derivativeOf(polynomial: Polynomial): number[] {
  return polynomial.slice(1).map((coefficient, k) => (k + 1) * coefficient);
}

/**
 * Where a polynomial changes its sign, in rising order: every real root of odd multiplicity once, none of even
 * multiplicity. Between two such places of its derivative it is monotone, and bisection finds its one root to the last
 * place of the root. A leading coefficient that is tiny beside the others puts a root far out; choose coordinates in
 * which it is not.
 * @throws RangeError if all coefficients vanish or one is not finite.
 */
export function realRoots(polynomial: Polynomial): number[] {
  if (!polynomial.every(Number.isFinite))
    throw new RangeError("A polynomial with roots has finite coefficients.");
  const degree = polynomial.findLastIndex((coefficient) => coefficient !== 0);
  if (degree < 0) throw new RangeError("Every number is a root of the polynomial 0.");
  return signChanges(polynomial.slice(0, degree + 1));
}

/** The same for a polynomial whose leading coefficient is not 0. */
function signChanges(polynomial: Polynomial): number[] {
  if (polynomial.length < 2) return [];
  const leading = polynomial.at(-1) as number;
  // Cauchy's bound on the size of the roots.
  const bound =
    1 + Math.max(...polynomial.slice(0, -1).map((coefficient) => Math.abs(coefficient / leading)));
  const turns = signChanges(derivativeOf(polynomial)).filter((turn) => Math.abs(turn) < bound);
  const roots: number[] = [];
  let last = -bound;
  for (const place of [...turns, bound]) {
    const value = valueAt(polynomial, place);
    if (value === 0) continue;
    if (value > 0 !== valueAt(polynomial, last) > 0) roots.push(bisect(polynomial, last, place));
    last = place;
  }
  return roots;
}

/** The root between two places where the polynomial has different signs. */
function bisect(polynomial: Polynomial, from: number, to: number): number {
  let [low, high] = [from, to];
  const isPositiveBelow = valueAt(polynomial, low) > 0;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    const value = valueAt(polynomial, middle);
    if (value === 0) return middle;
    if (value > 0 === isPositiveBelow) low = middle;
    else high = middle;
  }
}
