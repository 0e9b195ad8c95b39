/** Hyperbolic sine and cosine and the inverse of the sine, with our own bits: from `exp` and `log` of elementary.ts. */
import { exp, logOfOnePlus } from "./elementary.ts";

/** sinh x, by its series below ¼, where the two exponentials would cancel. */
export function sinh(x: number): number {
  if (Math.abs(x) >= 0.25) return (exp(x) - exp(-x)) / 2;
  // Σ x^(2j+1)/(2j+1)!; the term left out is below 1e-20 of it.
  let series = 1;
  for (let j = 6; j >= 1; j--) series = 1 + ((x * x) / (2 * j * (2 * j + 1))) * series;
  return x * series;
}

/** cosh x. */
export function cosh(x: number): number {
  return (exp(x) + exp(-x)) / 2;
}

/** arsinh x = log(x + √(x² + 1)), odd to the last bit; ±∞ at ±∞. */
export function arsinh(x: number): number {
  const size = Math.abs(x);
  if (size === Infinity) return x;
  const value = logOfOnePlus(size + (size * size) / (1 + Math.sqrt(1 + size * size)));
  return x < 0 ? -value : value;
}
