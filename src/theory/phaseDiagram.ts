/**
 * The phase diagram of two-layer ReLU networks (Luo, Xu, Ma, Zhang, JMLR 22(71), 2021): coordinates, boundary, regimes.
 * Formulas only; nothing is trained here.
 */
import { power } from "../math/elementary.ts";

export type Regime = "linear" | "critical" | "condensed";

/** κ = m^−γ, κ′ = m^−γ′ for the width m: the scalings of the normalised model (paper, eqs 7–13). */
export function scalings(
  gamma: number,
  gammaPrime: number,
  width: number,
): { kappa: number; kappaPrime: number } {
  return { kappa: power(width, -gamma), kappaPrime: power(width, -gammaPrime) };
}

/** f(x) = 1/α Σₖ aₖ σ(wₖ·x) with aₖ ~ N(0, β₁²) and wₖ ~ N(0, β₂² I) (paper, p. 1–5). */
export interface Scales {
  readonly alpha: number;
  readonly beta1: number;
  readonly beta2: number;
}

/** The scales with given κ = β₁β₂/α, κ′ = β₁/β₂ and β₂. */
export function scalesWith(kappa: number, kappaPrime: number, beta2: number): Scales {
  const beta1 = kappaPrime * beta2;
  return { alpha: (beta1 * beta2) / kappa, beta1, beta2 };
}

/** The same with the two layers' scales exchanged: κ stays, κ′ becomes 1/κ′. */
export function exchanged({ alpha, beta1, beta2 }: Scales): Scales {
  return { alpha, beta1: beta2, beta2: beta1 };
}

/** γ on the boundary at γ′: 1 for γ′ ≤ 0, 1 + γ′ above (paper, Fig. 1). */
export function boundary(gammaPrime: number): number {
  return 1 + Math.max(0, gammaPrime);
}

/** Regime of a point in the limit of infinite width: linear left of the boundary, condensed right of it. */
export function regimeAt(gamma: number, gammaPrime: number): Regime {
  const distance = gamma - boundary(gammaPrime);
  if (Math.abs(distance) < 1e-9) return "critical";
  return distance < 0 ? "linear" : "condensed";
}
