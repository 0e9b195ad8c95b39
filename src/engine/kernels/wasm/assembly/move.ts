/** How weights move, by gradient descent or Adam, once the sums over the samples are known. */
import { GROUP, groupOfInputs, moments, movedInput, movedOutput, rowOfNeurons } from "./arrays";
import { multiplyAdd } from "./vectors";

let isAdam: bool;
// Of the current step: Δt ρ κ/n for gradient descent; Δt ρ and the rest for Adam.
let outputStep: v128, inputStep: v128, perSampleFactor: v128;
let beta1: v128, beta2: v128, oneMinusBeta1: v128, oneMinusBeta2: v128, epsilon: v128;
let firstCorrection: v128, secondCorrection: v128;

/** Once per call; `perSample` is κ/n. */
export function setRule(adam: bool, perSample: f32, decay1: f64, decay2: f64, smallest: f32): void {
  isAdam = adam;
  perSampleFactor = f32x4.splat(perSample);
  beta1 = f32x4.splat(<f32>decay1); oneMinusBeta1 = f32x4.splat(<f32>(1 - decay1));
  beta2 = f32x4.splat(<f32>decay2); oneMinusBeta2 = f32x4.splat(<f32>(1 - decay2));
  epsilon = f32x4.splat(smallest);
}

/** Once per step: Δt ρₐ and Δt ρ_w, and for gradient descent κ/n with them. */
export function setSteps(ofOutput: f32, ofInput: f32): void {
  outputStep = f32x4.splat(ofOutput);
  inputStep = f32x4.splat(ofInput);
}

/** Once a step of Adam: c₁ = 1/(1 − β₁ᵗ) and c₂. */
export function setCorrections(first: f64, second: f64): void {
  firstCorrection = f32x4.splat(<f32>first);
  secondCorrection = f32x4.splat(<f32>second);
}

/**
 * Moves weights by Adam's direction, w −= Δt ρ (M c₁)/(√(V c₂) + ε), after M ← β₁M + (1−β₁)g and V ← β₂V + (1−β₂)g²;
 * the moments of an array at `offset` from the first weight lie at `offset` from the first moment.
 */
function moveByAdam(weights: usize, offset: usize, gradient: v128, rate: v128): void {
  const first = moments + offset;
  const second = first + rowOfNeurons * (groupOfInputs / GROUP + 1);
  const m = multiplyAdd(beta1, v128.load(first), f32x4.mul(oneMinusBeta1, gradient));
  const v = multiplyAdd(beta2, v128.load(second), f32x4.mul(oneMinusBeta2, f32x4.mul(gradient, gradient)));
  v128.store(first, m);
  v128.store(second, v);
  const size = f32x4.add(f32x4.sqrt(f32x4.mul(v, secondCorrection)), epsilon);
  const direction = f32x4.div(f32x4.mul(m, firstCorrection), size);
  v128.store(weights, f32x4.sub(v128.load(weights), f32x4.mul(rate, direction)));
}

/** What Σᵢ pᵢσ′xᵢ of four neurons is multiplied with before it moves their input weights; a are their output weights. */
// @ts-ignore: decorator
@inline
export function inputFactor(outputWeights: v128): v128 {
  return f32x4.mul(isAdam ? perSampleFactor : inputStep, outputWeights);
}

/** Moves row j of w for eight neurons, whose input factors are u and v, by the sums p and q. */
// @ts-ignore: decorator
@inline
export function moveInputWeights(j: usize, block: usize, u: v128, v: v128, p: v128, q: v128): void {
  const offset = j * rowOfNeurons + block;
  const weights = movedInput + offset;
  if (isAdam) {
    moveByAdam(weights, offset, f32x4.mul(u, p), inputStep);
    moveByAdam(weights + 16, offset + 16, f32x4.mul(v, q), inputStep);
  } else {
    v128.store(weights, f32x4.sub(v128.load(weights), f32x4.mul(u, p)));
    v128.store(weights, f32x4.sub(v128.load(weights, 16), f32x4.mul(v, q)), 16);
  }
}

/** Moves a for eight neurons by the sums g and h. */
// @ts-ignore: decorator
@inline
export function moveOutputWeights(block: usize, g: v128, h: v128): void {
  const weights = movedOutput + block;
  if (isAdam) {
    const offset = rowOfNeurons * (groupOfInputs / GROUP) + block;
    moveByAdam(weights, offset, f32x4.mul(perSampleFactor, g), outputStep);
    moveByAdam(weights + 16, offset + 16, f32x4.mul(perSampleFactor, h), outputStep);
  } else {
    v128.store(weights, f32x4.sub(v128.load(weights), f32x4.mul(outputStep, g)));
    v128.store(weights, f32x4.sub(v128.load(weights, 16), f32x4.mul(outputStep, h)), 16);
  }
}
