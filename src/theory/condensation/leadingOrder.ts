/**
 * How one neuron moves while all weights are tiny and f ≈ 0 (derived from the polar form of Xu, Zhou, Luo, Zhang,
 * arXiv:2105.11686): with F(w) = −(1/n) Σᵢ eᵢ (w·xᵢ)ᵖ for the residuals eᵢ ≈ −yᵢ, and σ(z) = c zᵖ + …,
 *
 *     ȧ = c F(w)        ẇ = a c ∇F(w)        |w|² − p a² = constant.
 *
 * Neurons do not feel each other. An activation with σ(0) ≠ 0 adds a term to ȧ that is not here. Nothing is integrated.
 */
import { wholePower } from "../../math/elementary.ts";
import { dot } from "../../math/vectors.ts";

/** xᵢ, shape [n, d]. */
export interface Inputs {
  readonly sampleSize: number;
  readonly inputDimension: number;
  readonly inputs: ArrayLike<number>;
}

/** What F is made of. */
export interface Form {
  readonly inputs: Inputs;
  /** e, shape [n]. */
  readonly residuals: ArrayLike<number>;
  /** p ≥ 1. */
  readonly order: number;
}

/** A neuron, or its velocity. */
export interface Neuron {
  /** a. */
  readonly output: number;
  /** w, shape [d]. */
  readonly input: ArrayLike<number>;
}

/** F(w) and ∇F(w), shape [d]. */
export function pullOn(
  { inputs: { sampleSize, inputDimension, inputs }, residuals, order }: Form,
  weights: ArrayLike<number>,
): { value: number; gradient: Float64Array } {
  let value = 0;
  const gradient = new Float64Array(inputDimension);
  for (let i = 0, row = 0; i < sampleSize; i++, row += inputDimension) {
    let z = 0;
    for (let j = 0; j < inputDimension; j++) z += (weights[j] as number) * (inputs[row + j] as number);
    const drive = (-(residuals[i] as number) * wholePower(z, order - 1)) / sampleSize;
    value += drive * z;
    const slope = order * drive;
    for (let j = 0; j < inputDimension; j++) {
      gradient[j] = (gradient[j] as number) + slope * (inputs[row + j] as number);
    }
  }
  return { value, gradient };
}

/** (ȧ, ẇ) for an activation c zᵖ. */
export function velocityOf(form: Form, coefficient: number, { output, input }: Neuron): Neuron {
  const { value, gradient } = pullOn(form, input);
  return {
    output: coefficient * value,
    input: gradient.map((component) => output * coefficient * component),
  };
}

/** The same of w = r u in polar form, for w ≠ 0: ṙ = u·ẇ = a c p rᵖ⁻¹ F(u), and u̇ = (ẇ − ṙ u)/r. */
export function polarVelocityOf(
  form: Form,
  coefficient: number,
  neuron: Neuron,
): { radial: number; turning: Float64Array } {
  const { input } = velocityOf(form, coefficient, neuron);
  const length = Math.sqrt(dot(neuron.input, neuron.input));
  const radial = dot(neuron.input, input) / length;
  const turning = Float64Array.from(
    input,
    (component, j) => (component - (radial * (neuron.input[j] as number)) / length) / length,
  );
  return { radial, turning };
}

/** |w|² − p a², which the flow keeps: w·∇F = p F (Euler). */
export function conservedBy(order: number, { output, input }: Neuron): number {
  return dot(input, input) - order * output * output;
}
