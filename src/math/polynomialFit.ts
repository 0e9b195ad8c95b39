/** Least-squares fits of polynomials in a basis that is orthogonal on the abscissae; + − × ÷ alone. */
import { dot } from "./vectors.ts";

/** The polynomial of one degree that is nearest to some values. */
export interface PolynomialFit {
  /** Its values at the abscissae. */
  readonly fitted: Float64Array;
  /** 1 − R² = Σ(y − fitted)²/Σ(y − ȳ)², kept apart from R² for the digits; NaN for values that are all the same. */
  readonly leftOver: number;
  readonly rSquared: number;
}

/**
 * The least-squares polynomials of degree 0, 1, …, `degree` through (xᵢ, yᵢ). Their basis comes from the three-term
 * recurrence qₖ₊₁ = (x − αₖ) qₖ − βₖ qₖ₋₁ of polynomials orthogonal on the xᵢ (Forsythe, J. SIAM 5 (1957) 74–88).
 * @throws RangeError for lists of different lengths, and for no more abscissae than the degree.
 */
export function fitPolynomials(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  degree: number,
): readonly PolynomialFit[] {
  const n = x.length;
  if (n !== y.length) throw new RangeError(`${n} abscissae cannot go with ${y.length} values.`);
  if (n <= degree)
    throw new RangeError(`A polynomial of degree ${degree} needs more than ${degree} abscissae, not ${n}.`);
  const residual = Float64Array.from(y);
  const fitted = new Float64Array(n);
  const fits: PolynomialFit[] = [];
  let previous = new Float64Array(n);
  let basis = new Float64Array(n).fill(1);
  let previousSquare = Number.NaN;
  let total = Number.NaN;
  for (let k = 0; k <= degree; k++) {
    const square = dot(basis, basis);
    const coefficient = dot(residual, basis) / square;
    for (let i = 0; i < n; i++) {
      const part = coefficient * (basis[i] as number);
      fitted[i] = (fitted[i] as number) + part;
      residual[i] = (residual[i] as number) - part;
    }
    const left = dot(residual, residual);
    if (k === 0) total = left;
    const leftOver = total > 0 ? left / total : Number.NaN;
    fits.push({ fitted: fitted.slice(), leftOver, rSquared: 1 - leftOver });
    const shift = basis.reduce((sum, q, i) => sum + (x[i] as number) * q * q, 0) / square;
    const share = k === 0 ? 0 : square / previousSquare;
    const next = basis.map((q, i) => ((x[i] as number) - shift) * q - share * (previous[i] as number));
    [previous, basis, previousSquare] = [basis, next, square];
  }
  return fits;
}
