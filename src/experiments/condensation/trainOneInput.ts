/** Trains the network with one input of Figs 5 and 6 on a few points. Measures nothing. */
import type { Network } from "../../engine/network.ts";
import type { TrainingState } from "../../engine/train.ts";
import type { RunContext } from "../experiment.ts";
import type { DataPoint } from "../points.ts";
import { sampleOfPoints } from "../sampleOfPoints.ts";
import type { OneInput } from "./oneInputParameters.ts";
import { smallNetwork, trainSmall } from "./setting.ts";

/** Adam's rate in Figs 5 and 6. */
const PAPERS_RATE = 5e-4;
/** Δt of gradient descent. */
const TIME_STEP = 0.1;

/** A network under way. */
export interface OnItsWay {
  readonly step: number;
  readonly finished: boolean;
  /** Share of the steps made. */
  readonly progress: number;
  /** R/R(0), where R(0) is the risk of f = 0. */
  readonly relativeRisk: number;
  readonly network: Network;
  readonly state: () => Promise<TrainingState>;
}

/** The network that a seed draws. */
export function startOf({ width, deviation }: Pick<OneInput, "width" | "deviation">, seed: number): Network {
  return smallNetwork(width, 2, deviation, seed);
}

/** Reports as `train` does, and throws what it throws. */
export async function* trainOneInput(
  { activation, deviation, width, optimiser, rate, steps }: OneInput,
  points: readonly DataPoint[],
  { seed, ...context }: Pick<RunContext, "seed" | "stride" | "signal" | "from">,
): AsyncGenerator<OnItsWay> {
  const initialRisk = points.reduce((sum, { y }) => sum + y * y, 0) / (2 * points.length);
  const training = {
    activation,
    optimiser,
    rate: rate * (optimiser === "adam" ? PAPERS_RATE : TIME_STEP),
    steps,
  };
  const start = startOf({ width, deviation }, seed);
  for await (const { step, finished, risk, network, state } of trainSmall(
    start,
    sampleOfPoints(points),
    training,
    context,
  )) {
    const relativeRisk = risk / initialRisk;
    yield { step, finished, progress: step / steps, relativeRisk, network: await network(), state };
  }
}
