/** What is measured of a network: how its work is shared among its neurons. */
import type { Network } from "../../../engine/network.ts";
import { dot } from "../../../math/vectors.ts";
import { inputOf, lengthsOf, type Neurons } from "../../../theory/quenching/neurons.ts";

/** From this share of the path norm on a neuron counts as activated: a definition of this site, the paper has none. */
export const ACTIVATED_SHARE = 0.1;

export function isActivated(coefficient: number, pathNorm: number): boolean {
  return pathNorm > 0 && Math.abs(coefficient) >= ACTIVATED_SHARE * pathNorm;
}

/** Aⱼ|bⱼ| of every neuron, with the factor in front of the sum. */
export function coefficientsOf(neurons: Neurons): Float64Array {
  const lengths = lengthsOf(neurons);
  return neurons.weights.map((weight, j) => weight * (lengths[j] as number));
}

/** The same of a network whose neurons are columns, without a copy: the same bits. */
export function coefficientsIn(
  { width, inputDimension, inputWeights, outputWeights }: Network<ArrayLike<number>>,
  factor: number,
): Float64Array {
  const squares = new Float64Array(width);
  for (let j = 0, at = 0; j < inputDimension; j++)
    for (let k = 0; k < width; k++, at++) {
      const weight = inputWeights[at] as number;
      squares[k] = (squares[k] as number) + weight * weight;
    }
  return squares.map((square, k) => factor * (outputWeights[k] as number) * Math.sqrt(square));
}

/** Numbers of the coefficients c. */
export function sharing(coefficients: Float64Array) {
  const sizes = coefficients.map(Math.abs);
  // Σ |c|, and N_eff = (Σ |c|)²/Σ c²: m where all are alike, 1 where one does everything.
  const pathNorm = sizes.reduce((sum, size) => sum + size, 0);
  const largest = sizes.reduce((most, size) => Math.max(most, size), -Infinity);
  if (pathNorm === 0) return { pathNorm };
  const effectiveNeurons = (pathNorm * pathNorm) / dot(sizes, sizes);
  return {
    pathNorm,
    effectiveNeurons,
    sharePerNeuron: effectiveNeurons / sizes.length,
    largest,
    activated: sizes.filter((size) => isActivated(size, pathNorm)).length,
  };
}

/** b̂ · v of every neuron, shape [m]. */
export function along(neurons: Neurons, direction: Float64Array): Float64Array {
  return lengthsOf(neurons).map((length, j) => dot(inputOf(neurons, j), direction) / length);
}

/** Largest cosine of every neuron to a neuron of the target, shape [m]. */
export function nearness(neurons: Neurons, target: Neurons): Float64Array {
  const every = target.weights.map((_, k) => k);
  const cosines = Array.from(every, (k) => along(neurons, inputOf(target, k)));
  return neurons.weights.map((_, j) => Math.max(...cosines.map((cosine) => cosine[j] as number)));
}

/** maxⱼ |aⱼ² − |bⱼ|² + 1|: gradient flow keeps aⱼ² − |bⱼ|² at its start, −1. */
export function driftOf(neurons: Neurons, factor: number): number {
  const drifts = Array.from(lengthsOf(neurons), (length, j) => {
    const a = (neurons.weights[j] as number) / factor;
    return Math.abs(a * a - length * length + 1);
  });
  return Math.max(...drifts);
}
