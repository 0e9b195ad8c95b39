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
