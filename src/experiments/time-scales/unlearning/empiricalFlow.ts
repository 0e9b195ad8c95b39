/**
 * Gradient flow on the empirical risk of a finite sample with noisy labels, of a network whose neurons stay on the unit
 * sphere; both layers equally fast. States are those of `finiteFlow.ts`, in all d dimensions.
 *
 *     R̂ = 1/2n Σₖ (yₖ − f(xₖ))²       ȧᵢ = −m ∂R̂/∂aᵢ        u̇ᵢ = −m (I − uᵢuᵢᵀ) ∂R̂/∂uᵢ
 */
import { hermitePolynomial } from "../../../math/hermite.ts";
import type { Derivative } from "../../../math/ode/problem.ts";
import { derivativeOf, type Polynomial, valueAt } from "../../../math/polynomial.ts";
import { normal, stream } from "../../../math/random.ts";
import { addRows, productsWithRows } from "../../../math/rows.ts";
import { dot } from "../../../math/vectors.ts";
import type { FiniteFlow, FiniteState } from "../../../theory/time-scales/finiteFlow.ts";

/** n noisy labels of Gaussian inputs. */
export interface NoisySample {
  /** x, shape [n, d]. */
  readonly inputs: Float64Array;
  /** y, shape [n]. */
  readonly labels: Float64Array;
}

/** y = φ(x₁) + τ z with standard normal x and z; example k draws the same however many there are. */
export function noisySample(
  { target }: Pick<FiniteFlow, "target">,
  { sampleSize, inputDimension, noise }: { sampleSize: number; inputDimension: number; noise: number },
  seed: number,
): NoisySample {
  const [ofInputs, ofNoise] = [stream(seed, "inputs"), stream(seed, "noise")];
  const phi = hermitePolynomial(target);
  const inputs = Float64Array.from({ length: sampleSize * inputDimension }, (_, k) => normal(ofInputs, k));
  const labels = Float64Array.from(
    { length: sampleSize },
    (_, k) => valueAt(phi, inputs[k * inputDimension] as number) + noise * normal(ofNoise, k),
  );
  return { inputs, labels };
}

/** Σₖ cₖ zᵏ of every number. */
function valuesAt(polynomial: Polynomial, z: Float64Array): Float64Array {
  const values = new Float64Array(z.length);
  for (let k = polynomial.length - 1; k >= 0; k--) {
    const coefficient = polynomial[k] as number;
    for (let i = 0; i < z.length; i++) values[i] = (values[i] as number) * (z[i] as number) + coefficient;
  }
  return values;
}

/** uᵢ·xₖ, a row per neuron, and y − f. */
function residualsIn({ width, activation }: FiniteFlow, { inputs, labels }: NoisySample, state: FiniteState) {
  const dimension = state.length / width - 1;
  const sigma = hermitePolynomial(activation);
  const residual = labels.slice();
  const along = Array.from({ length: width }, (_, i) => {
    const products = new Float64Array(labels.length);
    productsWithRows(products, state.subarray(width + i * dimension, width + (i + 1) * dimension), inputs);
    return products;
  });
  const activations = along.map((products) => valuesAt(sigma, products));
  activations.forEach((values, i) => {
    const share = (state[i] as number) / width;
    for (let k = 0; k < residual.length; k++)
      residual[k] = (residual[k] as number) - share * (values[k] as number);
  });
  return { along, activations, residual };
}

/** R̂. */
export function empiricalRiskOf(flow: FiniteFlow, sample: NoisySample, state: FiniteState): number {
  const { residual } = residualsIn(flow, sample, state);
  return dot(residual, residual) / (2 * residual.length);
}

/** The right side; it costs 2 n m d products. */
export function empiricalDerivative(flow: FiniteFlow, sample: NoisySample): Derivative {
  const { width, activation } = flow;
  const sigmaSlope = derivativeOf(hermitePolynomial(activation));
  return (_, state) => {
    const dimension = state.length / width - 1;
    const { along, activations, residual } = residualsIn(flow, sample, state);
    const count = residual.length;
    const slope = new Float64Array(state.length);
    for (let i = 0; i < width; i++) {
      slope[i] = dot(residual, activations[i] as Float64Array) / count;
      const factor = (state[i] as number) / count;
      const weights = valuesAt(sigmaSlope, along[i] as Float64Array);
      for (let k = 0; k < count; k++) weights[k] = factor * (residual[k] as number) * (weights[k] as number);
      const [from, to] = [width + i * dimension, width + (i + 1) * dimension];
      const [u, force] = [state.subarray(from, to), slope.subarray(from, to)];
      addRows(force, weights, 0, sample.inputs);
      const outward = dot(u, force);
      for (let j = 0; j < dimension; j++) force[j] = (force[j] as number) - outward * (u[j] as number);
    }
    return slope;
  };
}

/**
 * About the fastest rate near the state: 3 ⟨a²⟩ E σ′² + E σ² covers what sums over the sample and the neurons do while the
 * network is not far from fitting. An estimate, no bound: where it is too low, the error of a step says so.
 */
export function usualRate({ width, activation }: FiniteFlow, state: FiniteState): number {
  const readouts = state.subarray(0, width);
  let [values, slopes] = [0, 0];
  for (let k = 0; k < activation.length; k++) {
    const square = (activation[k] as number) * (activation[k] as number);
    values += square;
    slopes += k * square;
  }
  return (3 * slopes * dot(readouts, readouts)) / width + values;
}
