/**
 * Gradient descent of a two-layer network in float64, written as the lecture has it: the definition that every kernel
 * is tested against. It is not meant to be fast, though TensorFlow.js's `cpu` backend runs it as its kernel.
 *
 *     f(x) = κ Σₖ aₖ σ(wₖ·x)                      eᵢ = f(xᵢ) − yᵢ
 *     R    = 1/(2n) Σᵢ eᵢ²
 *     ∂R/∂aₖ = κ/n Σᵢ eᵢ σ(wₖ·xᵢ)                 ∂R/∂wₖ = κ/n Σᵢ eᵢ aₖ σ′(wₖ·xᵢ) xᵢ
 *     a ← a − Δt ρₐ ∂R/∂a                         w ← w − Δt ρ_w ∂R/∂w
 */
import type { Network, Sample } from "./network.ts";

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

/** Fraction of the stability estimates that an adaptive step takes. */
export const STEP_FRACTION = 0.5;
/** Risks from here on count as diverged: the network is left as it is. Below the largest float32 with room to spare. */
export const DIVERGED_RISK = 1e30;

/** σ(z) = max(z, 0). */
export function relu(z: number): number {
  return Math.max(z, 0);
}

/** σ′(z), with σ′(0) = 0 as in TensorFlow.js. */
export function reluSlope(z: number): number {
  return z > 0 ? 1 : 0;
}

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
): Float64Array {
  return outputsAt(preactivations(network, sample), network.outputWeights, outputFactor);
}

function outputsAt(z: Float64Array, outputWeights: Numbers, outputFactor: number): Float64Array {
  const width = outputWeights.length;
  return Float64Array.from({ length: z.length / width }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (outputWeights[k] as number) * relu(z[i * width + k] as number);
    return outputFactor * sum;
  });
}

/** R = 1/(2n) Σ eᵢ². */
export function empiricalRisk(residuals: Float64Array): number {
  return residuals.reduce((sum, e) => sum + e * e, 0) / (2 * residuals.length);
}

/** Σⱼ xᵢⱼ² for every i, shape [n]. */
function squaredNorms({ inputs, sampleSize, inputDimension }: Sample): Float64Array {
  return Float64Array.from({ length: sampleSize }, (_, i) =>
    inputs.subarray(i * inputDimension, (i + 1) * inputDimension).reduce((sum, x) => sum + x * x, 0),
  );
}

/**
 * Trace of the (preconditioned) tangent-kernel Gram matrix, an upper bound of its largest eigenvalue and so of the
 * fastest rate of the linearised flow ė = −G e:
 *
 *     tr G = κ²/n Σᵢₖ [ρₐ σ(zᵢₖ)² + ρ_w aₖ² σ′(zᵢₖ)² |xᵢ|²].
 */
export function gramTrace(
  z: Float64Array,
  norms: Float64Array,
  outputWeights: Numbers,
  descent: Descent,
): number {
  const width = outputWeights.length;
  let outputPart = 0;
  let inputPart = 0;
  for (let i = 0; i < norms.length; i++) {
    for (let k = 0; k < width; k++) {
      const zik = z[i * width + k] as number;
      outputPart += relu(zik) ** 2;
      inputPart += ((outputWeights[k] as number) * reluSlope(zik)) ** 2 * (norms[i] as number);
    }
  }
  return (
    (descent.outputFactor ** 2 / norms.length) *
    (descent.outputRate * outputPart + descent.inputRate * inputPart)
  );
}

/**
 * Fastest rate at which a neuron can grow, from ȧ = −ρₐ ∂R/∂a and ẇ = −ρ_w ∂R/∂w, which are linear in (a, w) for
 * given residuals: κ √(ρₐρ_w) · 1/n Σᵢ |eᵢ||xᵢ|. It limits the step while a small network is still growing.
 */
export function growthRate(residuals: Float64Array, norms: Float64Array, descent: Descent): number {
  const drive =
    residuals.reduce((sum, e, i) => sum + Math.abs(e) * Math.sqrt(norms[i] as number), 0) / residuals.length;
  return descent.outputFactor * Math.sqrt(descent.outputRate * descent.inputRate) * drive;
}

/** Δt = min{timeStep, ½/tr G, ½/growth rate}: about a quarter of what the stability of gradient descent allows. */
export function adaptiveTimeStep(trace: number, growth: number, descent: Descent): number {
  return Math.min(descent.timeStep, STEP_FRACTION / Math.max(trace, growth, Number.MIN_VALUE));
}

/** ∂R/∂w, shape [d, m], and ∂R/∂a, shape [m]. */
export function gradients(
  network: Network<Numbers>,
  sample: Sample,
  z: Float64Array,
  residuals: Float64Array,
  outputFactor: number,
): { inputWeights: Float64Array; outputWeights: Float64Array } {
  const { width, inputDimension, outputWeights } = network;
  const byInput = new Float64Array(inputDimension * width);
  const byOutput = new Float64Array(width);
  const factor = outputFactor / sample.sampleSize;
  for (let i = 0; i < sample.sampleSize; i++) {
    const pull = factor * (residuals[i] as number);
    for (let k = 0; k < width; k++) {
      const zik = z[i * width + k] as number;
      byOutput[k] = (byOutput[k] as number) + pull * relu(zik);
      const slope = pull * (outputWeights[k] as number) * reluSlope(zik);
      for (let j = 0; j < inputDimension; j++) {
        byInput[j * width + k] =
          (byInput[j * width + k] as number) + slope * (sample.inputs[i * inputDimension + j] as number);
      }
    }
  }
  return { inputWeights: byInput, outputWeights: byOutput };
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
}

/**
 * K steps of full-batch gradient descent. A network stops where R ≤ targetRisk, or where R is not a number below
 * {@link DIVERGED_RISK}; its weights are then those at which that risk was measured.
 */
export function descend(
  start: Network<Numbers>,
  sample: Sample,
  descent: Descent,
  { steps, adaptive }: { steps: number; adaptive: boolean },
): Descended {
  const network = {
    ...start,
    inputWeights: Float64Array.from(start.inputWeights),
    outputWeights: Float64Array.from(start.outputWeights),
  };
  const norms = squaredNorms(sample);
  const risks = new Float64Array(steps);
  const timeSteps = new Float64Array(steps);
  for (let step = 0; step < steps; step++) {
    const z = preactivations(network, sample);
    const residuals = outputsAt(z, network.outputWeights, descent.outputFactor).map(
      (f, i) => f - (sample.targets[i] as number),
    );
    const risk = empiricalRisk(residuals);
    if (risk <= descent.targetRisk || !(risk < DIVERGED_RISK)) {
      risks.fill(risk, step);
      return { network, risks, timeSteps, steps: step };
    }
    const timeStep = adaptive
      ? adaptiveTimeStep(
          gramTrace(z, norms, network.outputWeights, descent),
          growthRate(residuals, norms, descent),
          descent,
        )
      : descent.timeStep;
    const gradient = gradients(network, sample, z, residuals, descent.outputFactor);
    subtract(network.outputWeights, gradient.outputWeights, timeStep * descent.outputRate);
    subtract(network.inputWeights, gradient.inputWeights, timeStep * descent.inputRate);
    risks[step] = risk;
    timeSteps[step] = timeStep;
  }
  return { network, risks, timeSteps, steps };
}

function subtract(weights: Float64Array, gradient: Float64Array, rate: number): void {
  for (let k = 0; k < weights.length; k++)
    weights[k] = (weights[k] as number) - rate * (gradient[k] as number);
}
