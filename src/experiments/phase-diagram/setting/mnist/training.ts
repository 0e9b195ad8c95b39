/** Training on the digits at a point of the phase diagram, as the experiments on digits have it. */
import type { Network } from "../../../../engine/network.ts";
import { riskOfNothing } from "../../../riskOfNothing.ts";
import { descentAt, trainingBy } from "../training.ts";
import { digitNeurons, distanceInAll, initialSpanNetwork } from "./network.ts";
import type { PixelRange, Stop } from "./parameters.ts";
import { spanSample } from "./sample.ts";

export interface DigitPoint {
  readonly gamma: number;
  readonly gammaPrime: number;
  /** m: all neurons, as there are no mirrored halves here. */
  readonly width: number;
  readonly pixels: PixelRange;
  readonly stop: Stop;
}

/** Where training ends, as a share of the risk of f = 0; the script's mean squared error is twice the risk. */
const SCRIPT_ERROR = 1e-4;
function targetShare(stop: Stop, initial: number): number {
  return stop === "early" ? 1e-3 : stop === "usual" ? 1e-4 : SCRIPT_ERROR / 2 / initial;
}

/**
 * Training of the network that a seed gives, without antisymmetric halves as in the authors' script; R of f = 0; and how far
 * the network has moved by now, and its neurons.
 */
export function* trainingOnDigits({ pixels, stop, ...point }: DigitPoint, seed: number) {
  const { basis, sample } = spanSample(pixels);
  const start = yield* initialSpanNetwork(point.width, seed, basis);
  const initial = riskOfNothing(sample.targets);
  const descent = { ...descentAt(point, sample), targetRisk: targetShare(stop, initial) * initial };
  return {
    training: trainingBy(descent, start.inside, sample),
    initialRisk: initial,
    distance: (now: Network) => distanceInAll(now, start),
    neurons: (now: Network) => digitNeurons(now, start, basis),
  };
}
