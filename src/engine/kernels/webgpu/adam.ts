/**
 * WGSL of Adam: how a pass over neurons turns a gradient into a direction, and what one workgroup per network prepares for it.
 *
 *     M ← β₁M + (1−β₁)g      V ← β₂V + (1−β₂)g²      g ← M/c₁ / (√(V/c₂) + ε)      cᵢ = 1 − βᵢᵗ
 */
import { log } from "../../../math/elementary.ts";
import type { Rule } from "../../reference.ts";

/** Members of the uniform that only Adam reads, all f32; the shares are 1 − β. */
export const ADAM_NUMBERS = [
  "firstStep",
  "epsilon",
  "beta1",
  "beta2",
  "share1",
  "share2",
  "logBeta1",
  "logBeta2",
] as const;

/** Of β, 1 − β and log β are taken here, in float64: in float32 1 − 0.999 has lost its last digits. */
export function adamNumbers({ epsilon, beta1, beta2 }: Rule, firstStep: number) {
  return {
    firstStep,
    epsilon,
    beta1,
    beta2,
    share1: 1 - beta1,
    share2: 1 - beta2,
    logBeta1: finiteLogarithm(beta1),
    logBeta2: finiteLogarithm(beta2),
  } satisfies Record<(typeof ADAM_NUMBERS)[number], number>;
}

/** log β, or for β = 0 a number so low that 1 − βᵗ is 1. */
function finiteLogarithm(beta: number): number {
  return Math.max(log(beta), -1e4);
}

/**
 * 1 − e^−2x = 2T/(1 + T) with T = tanh x and x = −½ t log β. Nothing is lost for small x, and rounding x costs no more
 * than as much again: the relative error of x is multiplied by 2x/(e^2x − 1) ≤ 1. So float32 is enough for t and
 * log β, even where t is too large to be exact.
 */
export const BIAS_CORRECTIONS = /* wgsl */ `
fn biasCorrections(step: f32) -> vec2f {
  let x = -0.5 * (call.firstStep + (step + 1.0)) * vec4f(call.logBeta1, call.logBeta2, 0.0, 0.0);
  let T = hyperbolicTangent(x, decay(-2.0 * x, 0));
  return (2.0 * T / (1.0 + T)).xy;
}
`;

/** Row j of a network's moments belongs to wⱼ, row d to a. `scales` is the last vec4f of the network's commands. */
export const ADAM_DIRECTION = /* wgsl */ `
fn direction(network: u32, row: u32, neuron: u32, scales: vec4f, gradient: f32) -> f32 {
  let half = (call.inputDimension + 1u) * call.width;
  let at = 2u * network * half + row * call.width + neuron;
  let g = scales.x * gradient;
  let first = call.beta1 * moments[at] + call.share1 * g;
  let second = call.beta2 * moments[at + half] + call.share2 * g * g;
  moments[at] = first;
  moments[at + half] = second;
  return first / scales.y / (sqrt(second / scales.z) + call.epsilon);
}
`;
