/** A few neurons of a wide network, which stand for all: they are drawn independently of each other. */
import type { AnyNetwork } from "./underway.ts";

/** Its first neurons; of an antisymmetric start as many of one half as of their mirror images. The whole network, if it is small. */
export function someNeurons(network: AnyNetwork, most: number, isMirrored: boolean): AnyNetwork {
  const { width, inputDimension, inputWeights, outputWeights } = network;
  if (width <= most) return network;
  const half = Math.floor(most / 2);
  const kept = isMirrored
    ? [...Array(half).keys(), ...Array.from({ length: half }, (_, k) => width / 2 + k)]
    : [...Array(most).keys()];
  return {
    width: kept.length,
    inputDimension,
    inputWeights: Float64Array.from(
      { length: inputDimension * kept.length },
      (_, at) =>
        inputWeights[Math.floor(at / kept.length) * width + (kept[at % kept.length] as number)] as number,
    ),
    outputWeights: Float64Array.from(kept, (k) => outputWeights[k] as number),
  };
}
