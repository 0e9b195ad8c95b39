/**
 * The flow of one atom that learns a single component, started on the scales that the stage before leaves behind: the
 * simplified flow of Theorem 1 of Berthier, Montanari and Zhou, as a one-atom reduced flow.
 *
 *     σ_l = φ_l = 1, all others 0        a(0) = A₀ ε^(−(l−1)/2l)        s(0) = ε^(1/2l)
 */
import { power } from "../../math/elementary.ts";
import { arsinh } from "../../math/hyperbolic.ts";
import type { Components, ReducedState } from "./reducedFlow.ts";

/** Coefficients with degree l alone. */
export function singleComponent(degree: number): Components {
  const coefficients = Array.from({ length: degree + 1 }, (_, k) => (k === degree ? 1 : 0));
  return { target: coefficients, activation: coefficients };
}

/** a and s of the start, for A₀ > 0. */
export function stageStart(degree: number, epsilon: number, readout: number): ReducedState {
  const overlap = power(epsilon, 1 / (2 * degree));
  return Float64Array.of(readout * power(epsilon, -(degree - 1) / (2 * degree)), overlap);
}

/**
 * When the component is learnt, over ε^(1/2l), as ε → 0: where A′ = Sˡ, S′ = l A Sˡ⁻¹ blows up from A = A₀, S = 1. With
 * c = l A₀² − 1 > 0
 *
 *     l = 2: asinh(√c)/√(2c)        l = 3: (√(1 + c) − 1)/(√3 c)
 *
 * which for A₀ = 1 is asinh(1)/√2 and (1 − 1/√3)/2.
 * @throws RangeError for another degree, or a smaller A₀
 */
export function stageTime(degree: number, readout: number): number {
  const c = degree * readout * readout - 1;
  if (!(c > 0))
    throw new RangeError(`The time of a stage is known here for l A₀² > 1, not for A₀ = ${readout}.`);
  if (degree === 2) return arsinh(Math.sqrt(c)) / Math.sqrt(2 * c);
  if (degree === 3) return (Math.sqrt(1 + c) - 1) / (Math.sqrt(3) * c);
  throw new RangeError(`The time of a stage is known in closed form for degrees 2 and 3, not for ${degree}.`);
}
