/**
 * One-pass stochastic gradient descent of a two-layer network whose neurons stay on the unit sphere, an example a step and
 * each example once. Float64 and naive: the definition, to the bit, of what kernels/wasm/onePass.ts does.
 *
 *     f(x) = 1/m Σᵢ aᵢ σ(wᵢ·x)        ℓ = ½ (y − f(x))²        |wᵢ| = 1
 *
 *     wᵢ ← unit of wᵢ − m η (I − wᵢwᵢᵀ) ∂ℓ/∂wᵢ        aᵢ ← aᵢ − m η′ ∂ℓ/∂aᵢ
 *
 * One example a step is a chain of small steps, each of which needs the one before: on a graphics card every step would be a
 * round of all its cores for some twenty thousand products, and they would wait most of the time. So there is no kernel
 * in WGSL. Float64, so that the kernel gives the bits of this file and a run is the same wherever it is made; float32
 * would be twice as fast, where the flow that a run is compared with takes longer than either.
 */
import { derivativeOf, type Polynomial, valueAt } from "../math/polynomial.ts";
import type { Network } from "./network.ts";

/** How a step is made. */
export interface OnePassRule {
  /** σ. */
  readonly activation: Polynomial;
  /** η. */
  readonly inputStep: number;
  /** η′. */
  readonly outputStep: number;
}

/** Examples in the order in which they are met. */
export interface Examples {
  /** x, shape [K, d]. */
  readonly inputs: Float64Array;
  /** y, shape [K]. */
  readonly targets: Float64Array;
}

/** The network after a step on each of the examples; the one given stays as it is. */
export type OnePass = (
  network: Network<Float64Array>,
  examples: Examples,
  rule: OnePassRule,
) => Network<Float64Array>;

/** K steps; sums go from the first input to the last, and from the first neuron to the last. */
export const onePassReference: OnePass = (network, { inputs, targets }, rule) => {
  const { inputDimension } = network;
  const moved = {
    ...network,
    inputWeights: network.inputWeights.slice(),
    outputWeights: network.outputWeights.slice(),
  };
  targets.forEach((target, k) => {
    step(moved, inputs.subarray(k * inputDimension, (k + 1) * inputDimension), target, rule);
  });
  return moved;
};

/** Moves the network. */
function step(
  { width, inputWeights, outputWeights }: Network<Float64Array>,
  x: Float64Array,
  y: number,
  { activation, inputStep, outputStep }: OnePassRule,
): void {
  const z = new Float64Array(width);
  const squares = new Float64Array(width);
  x.forEach((input, j) => {
    for (let i = 0; i < width; i++) {
      const w = inputWeights[j * width + i] as number;
      z[i] = (z[i] as number) + w * input;
      squares[i] = (squares[i] as number) + w * w;
    }
  });
  const slope = derivativeOf(activation);
  const sigma = z.map((each) => valueAt(activation, each));
  const output = sigma.reduce((sum, each, i) => sum + (outputWeights[i] as number) * each, 0) / width;
  const residual = y - output;
  const square = squareOf(x);
  for (let i = 0; i < width; i++) {
    const [a, along] = [outputWeights[i] as number, z[i] as number];
    // w + δ (x − (w·x) w), over its length, in which what rounding has left of |w|² ≠ 1 is reckoned with.
    const delta = inputStep * residual * a * valueAt(slope, along);
    const rest = 1 - delta * along;
    const length = Math.sqrt(
      rest * rest * (squares[i] as number) + (2 * rest * delta * along + delta * delta * square),
    );
    const [keep, add] = [rest / length, delta / length];
    x.forEach((input, j) => {
      inputWeights[j * width + i] = keep * (inputWeights[j * width + i] as number) + add * input;
    });
    outputWeights[i] = a + outputStep * residual * (sigma[i] as number);
  }
}

/** |x|². */
export function squareOf(x: Float64Array): number {
  return x.reduce((sum, input) => sum + input * input, 0);
}
