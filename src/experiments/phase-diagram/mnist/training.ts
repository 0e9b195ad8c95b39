/** Trains a network on the digits at a point of the phase diagram, as the experiments on digits have it. */
import type { Network } from "../../../engine/network.ts";
import { withPauses } from "../../../engine/pauses.ts";
import type { Progress, TrainingState } from "../../../engine/train.ts";
import type { RunContext } from "../../experiment.ts";
import { descentAt, initialRisk, relativeRisk, trainBy } from "../setting.ts";
import { type DigitNeurons, digitNeurons, distanceInAll, initialSpanNetwork } from "./network.ts";
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

/** A training, and how to read what has become of its network. */
export interface DigitTraining {
  readonly training: AsyncGenerator<Progress>;
  /** R over that of f = 0, and the share of the way to the target. */
  readonly risk: (progress: Pick<Progress, "risk" | "finished">) => { relative: number; share: number };
  readonly distance: (now: Network) => number;
  readonly neurons: (now: Network) => DigitNeurons;
  readonly initialNeurons: () => DigitNeurons;
}

/** Where training ends, as a share of the risk of f = 0; the script's mean squared error is twice the risk. */
const SCRIPT_ERROR = 1e-4;
function targetShare(stop: Stop, initial: number): number {
  return stop === "early" ? 1e-3 : stop === "usual" ? 1e-4 : SCRIPT_ERROR / 2 / initial;
}

/** Trains the network that a seed gives, without antisymmetric halves as in the authors' script. */
export async function trainOnDigits(
  { pixels, stop, ...point }: DigitPoint,
  context: RunContext,
): Promise<DigitTraining> {
  const { basis, sample } = spanSample(pixels);
  const start = await withPauses(initialSpanNetwork(point.width, context.seed, basis), context.signal);
  const initial = initialRisk(sample);
  const share = targetShare(stop, initial);
  const descent = { ...descentAt(point, sample), targetRisk: share * initial };
  const from = context.from as TrainingState | undefined;
  const neurons = (now: Network) => digitNeurons(now, start, basis);
  return {
    training: trainBy(descent, start.inside, context, from, sample),
    risk: (progress) => relativeRisk(progress, sample, share),
    distance: (now) => distanceInAll(now, start),
    neurons,
    initialNeurons: () => neurons(start.inside),
  };
}
