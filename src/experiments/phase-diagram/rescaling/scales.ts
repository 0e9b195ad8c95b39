/** The three scales of a network as they come before any units are chosen, and how two of their combinations fix them. */
import type { Network } from "../../../engine/network.ts";

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

/** A network whose standard normal weights are multiplied by β₁ and β₂, in float64. */
export function scaled(standard: Network, { beta1, beta2 }: Scales): Network<Float64Array> {
  return {
    ...standard,
    inputWeights: Float64Array.from(standard.inputWeights, (weight) => beta2 * weight),
    outputWeights: Float64Array.from(standard.outputWeights, (weight) => beta1 * weight),
  };
}
