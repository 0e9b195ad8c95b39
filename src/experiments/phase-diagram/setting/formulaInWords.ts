/** An exponent by the formula as tables print it. Computes none. */
import { inWords } from "../../../plots/numbers.ts";

/** Decimals that are no rounding: γ and γ′ have fewer, and the formula halves once. */
const EXACT = 12;

/** In words, where −1.1 × 10⁻¹⁶, which is left of 1.1 − 1 − 0.1, is 0. */
export function formulaInWords(exponent: number): string {
  return inWords(Number(exponent.toFixed(EXACT)));
}
