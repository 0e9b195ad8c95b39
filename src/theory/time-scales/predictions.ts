/**
 * When each Hermite component should be learnt, in the limit of small ε. The scales are those of the canonical learning order,
 * a conjecture of Berthier, Montanari and Zhou; constants and widths were derived for this site.
 */
import { log, power } from "../../math/elementary.ts";
import type { Components } from "./reducedFlow.ts";

/** ε ln 2/σ₀²: when the constant residual is halved. */
export function constantTime(epsilon: number, activation: number): number {
  return (epsilon * log(2)) / (activation * activation);
}

/** Coefficients of degree 1, and the variance v of the readouts at the start. */
export interface LinearStage {
  readonly target: number;
  readonly activation: number;
  readonly variance: number;
}

/** √ε/(4|σ₁φ₁|) [log 1/ε + 2 log(4|φ₁/σ₁|/v)]: when the linear residual is halved; none without a spread of readouts. */
export function linearTime(epsilon: number, { target, activation, variance }: LinearStage): number {
  const wait = log(1 / epsilon) + 2 * log((4 * Math.abs(target / activation)) / variance);
  return (Math.sqrt(epsilon) * wait) / (4 * Math.abs(activation * target));
}

/** √ε ln 81/(2|σ₁φ₁|): how long the linear residual takes from 90 to 10 per cent. */
export function linearWidth(epsilon: number, { target, activation }: LinearStage): number {
  return (Math.sqrt(epsilon) * log(81)) / (2 * Math.abs(activation * target));
}

/** ε^(1/2k): the scale on which a component of degree k ≥ 1 is learnt, apart from the logarithm of the first; ε for k = 0. */
export function scaleOf(degree: number, epsilon: number): number {
  return degree === 0 ? epsilon : power(epsilon, 1 / (2 * degree));
}

/** When a component in its turn should be halved, for readouts of variance 1: a time for degrees 0 and 1, the scale alone above. */
export function expectedTime(degree: number, epsilon: number, { target, activation }: Components): number {
  const [phi, sigma] = [target[degree] as number, activation[degree] as number];
  if (degree === 0) return constantTime(epsilon, sigma);
  return degree === 1
    ? linearTime(epsilon, { target: phi, activation: sigma, variance: 1 })
    : scaleOf(degree, epsilon);
}

/** ½ Σ φₖ² over the degrees above `learnt`: the risk when those up to it are learnt and no other is. */
export function plateauAfter(learnt: number, target: ArrayLike<number>): number {
  let sum = 0;
  for (let k = learnt + 1; k < target.length; k++) sum += (target[k] as number) * (target[k] as number);
  return sum / 2;
}
