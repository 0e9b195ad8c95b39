/**
 * Gradient descent of a two-layer network in float64, written as the lecture has it: the definition that every kernel
 * is tested against. It is not meant to be fast, though TensorFlow.js's `cpu` backend runs it as its kernel.
 *
 *     f(x) = κ Σₖ aₖ σ(wₖ·x)                      R = 1/n Σᵢ ℓ(f(xᵢ), yᵢ)         pᵢ = ∂ℓ/∂f at (xᵢ, yᵢ)
 *     ∂R/∂aₖ = κ/n Σᵢ pᵢ σ(wₖ·xᵢ)                 ∂R/∂wₖ = κ/n Σᵢ pᵢ aₖ σ′(wₖ·xᵢ) xᵢ
 *     a ← a − Δt ρₐ ∂R/∂a                         w ← w − Δt ρ_w ∂R/∂w
 *
 * With the squared loss pᵢ is the residual eᵢ = f(xᵢ) − yᵢ and R = 1/(2n) Σ eᵢ². With a rate of 0 a layer is frozen.
 * Under Adam the gradients above are replaced by M̂/(√V̂ + ε).
 */
import { power } from "../math/elementary.ts";
import { type ActivationName, activations } from "./activations.ts";
import { type LossName, losses } from "./losses.ts";
import type { Network, Sample } from "./network.ts";
import { atOnce, overRanges, type Pieces } from "./pauses.ts";

/** How one network descends. */
export interface Descent {
  /** κ = 1/α: the factor in front of the sum over neurons. */
  readonly outputFactor: number;
  /** ρₐ: rate of the output weights relative to time. */
  readonly outputRate: number;
  /** ρ_w: rate of the input weights relative to time. */
  readonly inputRate: number;
  /** Δt; with `adaptive`, the largest one allowed. */
  readonly timeStep: number;
  /** Stop before the first update at which R is at or below this; a negative number never stops. */
  readonly targetRisk: number;
}

/** What is trained, on which loss and by which rule: the same for all networks of an ensemble. */
export interface Rule {
  readonly activation: ActivationName;
  readonly loss: LossName;
  /** h of the hinge loss. */
  readonly margin: number;
  readonly optimiser: "gradient" | "adam";
  /** Decay of Adam's first and second moments, and its ε. */
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Gradient descent of a ReLU network on the squared loss; Adam, where it is asked for, with its usual constants. */
export const PLAIN_RULE: Rule = {
  activation: "relu",
  loss: "squared",
  margin: 0,
  optimiser: "gradient",
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
};

/** Fraction of the stability estimates that an adaptive step takes. */
export const STEP_FRACTION = 0.5;
/** Risks from here on count as diverged: the network is left as it is. Below the largest float32 with room to spare. */
export const DIVERGED_RISK = 1e30;

type Numbers = Float32Array | Float64Array;

/** zᵢₖ = wₖ·xᵢ, shape [n, m]. */
export function preactivations(
  network: Network<Numbers>,
  sample: Pick<Sample, "sampleSize" | "inputs">,
): Float64Array {
  const { width, inputDimension, inputWeights } = network;
  const z = new Float64Array(sample.sampleSize * width);
  for (let i = 0; i < sample.sampleSize; i++) {
    for (let j = 0; j < inputDimension; j++) {
      const x = sample.inputs[i * inputDimension + j] as number;
      for (let k = 0; k < width; k++) {
        z[i * width + k] = (z[i * width + k] as number) + x * (inputWeights[j * width + k] as number);
      }
    }
  }
  return z;
}

/** f(xᵢ) = κ Σₖ aₖ σ(zᵢₖ), shape [n]. */
export function outputs(
  network: Network<Numbers>,
  sample: Pick<Sample, "sampleSize" | "inputs">,
  outputFactor: number,
  activation: ActivationName,
): Float64Array {
  return atOnce(outputsInPieces(network, sample, outputFactor, activation));
}

/** {@link outputs} for wide networks. */
export function* outputsInPieces(
  { width, inputDimension, inputWeights, outputWeights }: Network<Numbers>,
  { sampleSize, inputs }: Pick<Sample, "sampleSize" | "inputs">,
  outputFactor: number,
  activation: ActivationName,
): Pieces<Float64Array> {
  const { value } = activations[activation];
  const f = new Float64Array(sampleSize);
  // One neuron after the other: all preactivations of a network with a million neurons would fill the memory.
  for (let i = 0; i < sampleSize; i++) {
    const x = inputs.subarray(i * inputDimension, (i + 1) * inputDimension);
    let sum = 0;
    yield* overRanges(width, (from, to) => {
      let partial = sum;
      for (let k = from; k < to; k++) {
        let z = 0;
        for (let j = 0; j < inputDimension; j++)
          z += (x[j] as number) * (inputWeights[j * width + k] as number);
        partial += (outputWeights[k] as number) * value(z);
      }
      sum = partial;
    });
    f[i] = outputFactor * sum;
  }
  return f;
}

function outputsAt(
  z: Float64Array,
  outputWeights: Numbers,
  outputFactor: number,
  activation: ActivationName,
): Float64Array {
  const width = outputWeights.length;
  const { value } = activations[activation];
  return Float64Array.from({ length: z.length / width }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (outputWeights[k] as number) * value(z[i * width + k] as number);
    return outputFactor * sum;
  });
}

/** R = 1/n Σᵢ ℓ(fᵢ, yᵢ). */
export function empiricalRisk(f: Float64Array, targets: Numbers, rule: Rule): number {
  const { value } = losses[rule.loss];
  return f.reduce((sum, output, i) => sum + value(output, targets[i] as number, rule.margin), 0) / f.length;
}

/** pᵢ = ∂ℓ/∂f, shape [n]: the residuals with the squared loss. */
export function pulls(f: Float64Array, targets: Numbers, rule: Rule): Float64Array {
  const { pull } = losses[rule.loss];
  return f.map((output, i) => pull(output, targets[i] as number, rule.margin));
}

/** Σⱼ xᵢⱼ² for every i, shape [n]. */
function squaredNorms({ inputs, sampleSize, inputDimension }: Sample): Float64Array {
  return Float64Array.from({ length: sampleSize }, (_, i) =>
    inputs.subarray(i * inputDimension, (i + 1) * inputDimension).reduce((sum, x) => sum + x * x, 0),
  );
}

/**
 * Trace of the (preconditioned) tangent-kernel Gram matrix, an upper bound of its largest eigenvalue and so of the
 * fastest rate of the linearised flow ė = −G e of the squared loss:
 *
 *     tr G = κ²/n Σᵢₖ [ρₐ σ(zᵢₖ)² + ρ_w aₖ² σ′(zᵢₖ)² |xᵢ|²].
 */
export function gramTrace(
  z: Float64Array,
  norms: Float64Array,
  outputWeights: Numbers,
  descent: Descent,
  activation: ActivationName,
): number {
  const width = outputWeights.length;
  const { value, slope } = activations[activation];
  let outputPart = 0;
  let inputPart = 0;
  for (let i = 0; i < norms.length; i++) {
    for (let k = 0; k < width; k++) {
      const byOutput = value(z[i * width + k] as number);
      const byPreactivation = (outputWeights[k] as number) * slope(z[i * width + k] as number);
      outputPart += byOutput * byOutput;
      inputPart += byPreactivation * byPreactivation * (norms[i] as number);
    }
  }
  const { outputFactor, outputRate, inputRate } = descent;
  return ((outputFactor * outputFactor) / norms.length) * (outputRate * outputPart + inputRate * inputPart);
}

/**
 * Fastest rate at which a neuron can grow, from ȧ = −ρₐ ∂R/∂a and ẇ = −ρ_w ∂R/∂w, which are linear in (a, w) for
 * given pulls: κ √(ρₐρ_w) · 1/n Σᵢ |pᵢ||xᵢ|. It limits the step while a small network is still growing.
 */
export function growthRate(pull: Float64Array, norms: Float64Array, descent: Descent): number {
  const drive =
    pull.reduce((sum, p, i) => sum + Math.abs(p) * Math.sqrt(norms[i] as number), 0) / pull.length;
  return descent.outputFactor * Math.sqrt(descent.outputRate * descent.inputRate) * drive;
}

/** Δt = min{timeStep, ½/tr G, ½/growth rate}: about a quarter of what the stability of gradient descent allows. */
export function adaptiveTimeStep(trace: number, growth: number, descent: Descent): number {
  return Math.min(descent.timeStep, STEP_FRACTION / Math.max(trace, growth, Number.MIN_VALUE));
}

/** The adaptive Δt of a network's first step. */
export function firstTimeStep(
  network: Network<Numbers>,
  sample: Sample,
  descent: Descent,
  rule: Rule,
): number {
  const z = preactivations(network, sample);
  const norms = squaredNorms(sample);
  const f = outputs(network, sample, descent.outputFactor, rule.activation);
  return adaptiveTimeStep(
    gramTrace(z, norms, network.outputWeights, descent, rule.activation),
    growthRate(pulls(f, sample.targets, rule), norms, descent),
    descent,
  );
}

/** ∂R/∂w, shape [d, m], and ∂R/∂a, shape [m]. */
export function gradients(
  network: Network<Numbers>,
  sample: Sample,
  z: Float64Array,
  pull: Float64Array,
  outputFactor: number,
  activation: ActivationName,
): { inputWeights: Float64Array; outputWeights: Float64Array } {
  const { width, inputDimension, outputWeights } = network;
  const byInput = new Float64Array(inputDimension * width);
  const byOutput = new Float64Array(width);
  const factor = outputFactor / sample.sampleSize;
  const { value, slope } = activations[activation];
  for (let i = 0; i < sample.sampleSize; i++) {
    const scaled = factor * (pull[i] as number);
    for (let k = 0; k < width; k++) {
      const zik = z[i * width + k] as number;
      byOutput[k] = (byOutput[k] as number) + scaled * value(zik);
      const byPreactivation = scaled * (outputWeights[k] as number) * slope(zik);
      for (let j = 0; j < inputDimension; j++) {
        byInput[j * width + k] =
          (byInput[j * width + k] as number) +
          byPreactivation * (sample.inputs[i * inputDimension + j] as number);
      }
    }
  }
  return { inputWeights: byInput, outputWeights: byOutput };
}

/** Adam's moments: M of w [d, m] and a [m], then V of w and a, one after the other, shape [2, d + 1, m]. */
export function zeroMoments({
  inputDimension,
  width,
}: Pick<Network, "inputDimension" | "width">): Float32Array {
  return new Float32Array(2 * (inputDimension + 1) * width);
}

/** What K steps leave behind. */
export interface Descended {
  readonly network: Network<Float64Array>;
  /** R before each of the K steps; once the network has stopped, the risk at which it did. */
  readonly risks: Float64Array;
  /** Δt of each of the K steps; 0 once the network has stopped. */
  readonly timeSteps: Float64Array;
  /** Updates made, at most K. */
  readonly steps: number;
  /** Adam's moments, as `zeroMoments` lays them out; empty without Adam. */
  readonly moments: Float64Array;
}

export interface DescendOptions {
  readonly steps: number;
  readonly adaptive: boolean;
  readonly rule: Rule;
  /** Adam's moments before the first step; all zero where they are missing. */
  readonly moments?: Numbers;
  /** Updates made before, for Adam's bias correction. */
  readonly firstStep?: number;
}

/**
 * K steps on the full sample. A network stops where R ≤ targetRisk, or where R is not a number below
 * {@link DIVERGED_RISK}; its weights are then those at which that risk was measured.
 */
export function descend(
  start: Network<Numbers>,
  sample: Sample,
  descent: Descent,
  { steps, adaptive, rule, moments: given, firstStep = 0 }: DescendOptions,
): Descended {
  const network = {
    ...start,
    inputWeights: Float64Array.from(start.inputWeights),
    outputWeights: Float64Array.from(start.outputWeights),
  };
  const moments =
    rule.optimiser === "adam" ? Float64Array.from(given ?? zeroMoments(start)) : new Float64Array(0);
  const norms = squaredNorms(sample);
  const risks = new Float64Array(steps);
  const timeSteps = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    const z = preactivations(network, sample);
    const f = outputsAt(z, network.outputWeights, descent.outputFactor, rule.activation);
    const risk = empiricalRisk(f, sample.targets, rule);
    if (risk <= descent.targetRisk || !(risk < DIVERGED_RISK)) {
      risks.fill(risk, step);
      return { network, risks, timeSteps, steps: step, moments };
    }
    const pull = pulls(f, sample.targets, rule);
    const timeStep = adaptive
      ? adaptiveTimeStep(
          gramTrace(z, norms, network.outputWeights, descent, rule.activation),
          growthRate(pull, norms, descent),
          descent,
        )
      : descent.timeStep;
    const gradient = gradients(network, sample, z, pull, descent.outputFactor, rule.activation);
    if (rule.optimiser === "adam") {
      adamDirections(gradient, moments, firstStep + step + 1, rule);
    }
    subtract(network.outputWeights, gradient.outputWeights, timeStep * descent.outputRate);
    subtract(network.inputWeights, gradient.inputWeights, timeStep * descent.inputRate);
    risks[step] = risk;
    timeSteps[step] = timeStep;
  }
  return { network, risks, timeSteps, steps, moments };
}

function subtract(weights: Float64Array, direction: Float64Array, rate: number): void {
  for (let k = 0; k < weights.length; k++)
    weights[k] = (weights[k] as number) - rate * (direction[k] as number);
}

/**
 * Turns gradients into Adam's directions, in place: M ← β₁M + (1−β₁)g, V ← β₂V + (1−β₂)g²,
 * g ← M/(1−β₁ᵗ) / (√(V/(1−β₂ᵗ)) + ε), with t updates including this one (Kingma, Ba, arXiv:1412.6980, Alg. 1).
 */
function adamDirections(
  gradient: { inputWeights: Float64Array; outputWeights: Float64Array },
  moments: Float64Array,
  updates: number,
  { beta1, beta2, epsilon }: Rule,
): void {
  const half = moments.length / 2;
  const firstCorrection = 1 - power(beta1, updates);
  const secondCorrection = 1 - power(beta2, updates);
  let at = 0;
  for (const part of [gradient.inputWeights, gradient.outputWeights]) {
    for (let k = 0; k < part.length; k++, at++) {
      const g = part[k] as number;
      const first = beta1 * (moments[at] as number) + (1 - beta1) * g;
      const second = beta2 * (moments[half + at] as number) + (1 - beta2) * g * g;
      moments[at] = first;
      moments[half + at] = second;
      part[k] = first / firstCorrection / (Math.sqrt(second / secondCorrection) + epsilon);
    }
  }
}
