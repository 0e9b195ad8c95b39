/**
 * What a population flow spends its time on: sums over all pairs of neurons, O(m² d). Here as loops to be read; who has
 * them faster and with the same bits hands them in.
 */
import { addRows } from "../../math/rows.ts";
import { turnOf } from "./arcCosine.ts";
import { type Inputs, innerProduct, kernelAmong, lengthsOf, type Neurons } from "./neurons.ts";

export interface PairSums {
  /** κ(bᵢ, bⱼ), row by row, shape [m, m]. */
  readonly kernelAmong: (neurons: Inputs) => Float64Array;
  /** Σᵢ wᵢ ∇κ(bⱼ, bᵢ) of the first `width` neurons, over all of them, shape [width, d]. */
  readonly kernelGradient: (neurons: Neurons, width: number) => Float64Array;
}

export const PLAIN_SUMS: PairSums = { kernelAmong, kernelGradient };

function kernelGradient(neurons: Neurons, width: number): Float64Array {
  const { inputDimension: d, weights, inputs } = neurons;
  const lengths = lengthsOf(neurons);
  const count = weights.length;
  // Row j: wᵢ (π − φ)/2π, with which ∇κ(bⱼ, bᵢ) points along bᵢ; and what of it all points along bⱼ itself.
  const shares = new Float64Array(width * count);
  const along = new Float64Array(width);
  for (let j = 0; j < count; j++) {
    const [length, weight] = [lengths[j] as number, weights[j] as number];
    for (let i = 0; i < Math.min(j, width); i++) {
      const other = lengths[i] as number;
      const { sine, share } = turnOf(innerProduct(neurons, i, j), length, other);
      const turn = sine / (2 * Math.PI);
      shares[i * count + j] = weight * share;
      along[i] = (along[i] as number) + (weight * length * turn) / other;
      if (j >= width) continue;
      shares[j * count + i] = (weights[i] as number) * share;
      along[j] = (along[j] as number) + ((weights[i] as number) * other * turn) / length;
    }
    if (j < width) shares[j * count + j] = weight / 2;
  }
  const sums = new Float64Array(width * d);
  for (let j = 0; j < width; j++) {
    const sum = sums.subarray(j * d, (j + 1) * d);
    addRows(sum, shares, j * count, inputs);
    for (let k = 0; k < d; k++)
      sum[k] = (sum[k] as number) + (along[j] as number) * (inputs[j * d + k] as number);
  }
  return sums;
}
