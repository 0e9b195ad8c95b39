/** The neurons of a network one by one, as the theory of a single neuron takes them. */
import type { Network } from "../../../engine/network.ts";
import type { Neuron } from "../../../theory/condensation/leadingOrder.ts";

export function neuronsOf({ width, inputDimension, inputWeights, outputWeights }: Network): Neuron[] {
  return Array.from({ length: width }, (_, k) => ({
    output: outputWeights[k] as number,
    input: Float64Array.from(
      { length: inputDimension },
      (_unused, j) => inputWeights[j * width + k] as number,
    ),
  }));
}
