/** How often two random directions are near each other's line by accident. A closed form. */
import { angleOf } from "../../math/elementary.ts";

/** P(|u · v| > cosine) for independent u and v, even on the unit sphere in so many dimensions; 0 < cosine < 1. */
export function alikeByChance(dimension: number, cosine: number): number {
  if (dimension === 1) return 1;
  const sine = Math.sqrt(1 - cosine * cosine);
  // ∫ sinⁿ over [0, θ] and over [0, π/2], n = d − 2, from that of n − 2: −sinⁿ⁻¹θ cos θ/n + (n − 1)/n ∫ sinⁿ⁻².
  const isOdd = dimension % 2 === 1;
  let [cap, half] = isOdd ? [1 - cosine, 1] : [angleOf(sine, cosine), Math.PI / 2];
  let power = isOdd ? sine * sine : sine;
  for (let n = isOdd ? 3 : 2; n <= dimension - 2; n += 2) {
    cap = (-power * cosine + (n - 1) * cap) / n;
    half = ((n - 1) * half) / n;
    power *= sine * sine;
  }
  // In many dimensions the difference is rounding.
  return Math.max(0, cap / half);
}
