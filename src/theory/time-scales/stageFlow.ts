/**
 * The flow of one atom that learns a single component, started on the scales that the stage before leaves behind: the
 * simplified flow of Theorem 1 of Berthier, Montanari and Zhou, as a one-atom reduced flow.
 *
 *     σ_l = φ_l = 1, all others 0        a(0) = ε^(−(l−1)/2l)        s(0) = ε^(1/2l)
 */
import { log, power } from "../../math/elementary.ts";
import type { Components, ReducedState } from "./reducedFlow.ts";

/** Coefficients with degree l alone. */
export function singleComponent(degree: number): Components {
  const coefficients = Array.from({ length: degree + 1 }, (_, k) => (k === degree ? 1 : 0));
  return { target: coefficients, activation: coefficients };
}

/** a and s of the start. */
export function stageStart(degree: number, epsilon: number): ReducedState {
  const overlap = power(epsilon, 1 / (2 * degree));
  return Float64Array.of(power(epsilon, -(degree - 1) / (2 * degree)), overlap);
}

/**
 * When the component is learnt, over ε^(1/2l), as ε → 0: where A′ = Sˡ, S′ = l A Sˡ⁻¹, A(0) = S(0) = 1 blows up. Known in
 * closed form for l = 2, asinh(1)/√2, and l = 3, (1 − 1/√3)/2.
 * @throws RangeError for another degree
 */
export function stageTime(degree: number): number {
  if (degree === 2) return log(1 + Math.SQRT2) / Math.SQRT2;
  if (degree === 3) return (1 - 1 / Math.sqrt(3)) / 2;
  throw new RangeError(`The time of a stage is known in closed form for degrees 2 and 3, not for ${degree}.`);
}
