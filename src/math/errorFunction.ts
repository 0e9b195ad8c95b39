/** The error function, with our own bits. */
import { exp } from "./elementary.ts";

/** From here on erf is 1 to the last bit. */
const FAR = 6;

/** erf x = (2/√π) ∫₀ˣ e^(−u²) du = (2/√π) e^(−x²) Σ 2ᵏ x^(2k+1)/(2k+1)!!, whose terms all have one sign. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size >= FAR) return Math.sign(x);
  let term = size;
  let sum = size;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= (2 * size * size) / (2 * k + 1);
    sum += term;
  }
  const value = Math.min(1, (2 / Math.sqrt(Math.PI)) * exp(-size * size) * sum);
  return x < 0 ? -value : value;
}
