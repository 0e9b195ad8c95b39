/** The neurons of a network one by one, as the theory of a single neuron takes them, and where they point. */
import type { Network } from "../../../engine/network.ts";
import { unit } from "../../../math/vectors.ts";
import type { Neuron } from "../../../theory/condensation/leadingOrder.ts";

export function neuronsOf(network: Network<ArrayLike<number>>): Neuron[] {
  const { width, inputDimension, inputWeights, outputWeights } = network;
  return Array.from({ length: width }, (_, k) => ({
    output: outputWeights[k] as number,
    input: Float64Array.from({ length: inputDimension }, (_, j) => inputWeights[j * width + k] as number),
  }));
}

/** wₖ/|wₖ|, the null vector for a neuron without input weights. */
export function directionOf({ input }: Neuron): number[] {
  return [...unit(input)];
}

/** Those of all neurons. */
export function directionsOf(network: Network<ArrayLike<number>>): number[][] {
  return neuronsOf(network).map(directionOf);
}
