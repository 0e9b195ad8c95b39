/** A few neurons of a wide network, which stand for all: they are drawn independently of each other. */
import type { AnyNetwork } from "./underway.ts";

/** Its first neurons; of an antisymmetric start as many of one half as of their mirror images. The whole network, if it is small. */
export function someNeurons(network: AnyNetwork, most: number, isMirrored: boolean): AnyNetwork {
  const { width, inputDimension, inputWeights, outputWeights } = network;
  if (width <= most) return network;
  const half = Math.floor(most / 2);
  const count = isMirrored ? 2 * half : most;
  const some = {
    width: count,
    inputDimension,
    inputWeights: new Float64Array(inputDimension * count),
    outputWeights: new Float64Array(count),
  };
  for (let k = 0; k < count; k++) {
    const from = isMirrored && k >= half ? width / 2 + k - half : k;
    some.outputWeights[k] = outputWeights[from] as number;
    for (let j = 0; j < inputDimension; j++)
      some.inputWeights[j * count + k] = inputWeights[j * width + from] as number;
  }
  return some;
}
