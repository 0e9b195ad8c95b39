/** Trains the network of layerParameters.ts, from the state before its first step on. Measures nothing. */
import type { Network, Sample } from "../../engine/network.ts";
import { empiricalRisk } from "../../engine/reference.ts";
import type { Progress } from "../../engine/train.ts";
import type { Measurement, RunContext } from "../experiment.ts";
import { type Layer, SAMPLE } from "./layerParameters.ts";
import { paperRate, sineSample, smallNetwork, trainSmall } from "./setting.ts";

/** Δt of gradient descent: a fifth of it changes what claim B8 measures by less than three per cent. */
const TIME_STEP = 0.01;

/** A network under way. */
export interface Watched {
  /** What of a report does not depend on what is measured. */
  readonly report: Pick<Measurement, "progress" | "step" | "finished" | "checkpoint">;
  /** R/R(0), where R(0) is the risk of f = 0. */
  readonly relativeRisk: number;
  readonly network: () => Promise<Network>;
}

/** The sample that a seed draws for a layer. */
export function sampleFor({ frequency }: Pick<Layer, "frequency">, seed: number): Sample {
  return sineSample({ ...SAMPLE, frequency }, seed);
}

/** Reports the start, unless the run goes on from elsewhere, then as `train` does. Throws what `train` throws. */
export async function* trainLayer(
  { activation, deviation, width, optimiser, rate, steps, stopAt }: Layer,
  sample: Sample,
  context: RunContext,
): AsyncGenerator<Watched> {
  const { seed, checkpointDue, from } = context;
  const start = smallNetwork(width, sample.inputDimension, deviation, seed);
  const nothing = new Float64Array(sample.sampleSize);
  const initialRisk = empiricalRisk(nothing, sample.targets);
  if (!from)
    yield {
      report: { progress: 0, step: 0, finished: false },
      relativeRisk: 1,
      network: async () => start,
    };
  const training = {
    activation,
    optimiser,
    rate: rate * (optimiser === "adam" ? paperRate(activation) : TIME_STEP),
    steps,
    ...(stopAt > 0 ? { targetRisk: stopAt * initialRisk } : {}),
  };
  for await (const progress of trainSmall(start, sample, training, context)) {
    const relativeRisk = progress.risk / initialRisk;
    yield {
      report: {
        progress: shareOf(progress, relativeRisk, { steps, stopAt }),
        step: progress.step,
        finished: progress.finished,
        ...(checkpointDue?.() ? { checkpoint: await progress.state() } : {}),
      },
      relativeRisk,
      network: progress.network,
    };
  }
}

/** The share of the steps, or of the way to the risk at which training stops, whichever is more. */
function shareOf(
  { step, finished }: Pick<Progress, "step" | "finished">,
  relativeRisk: number,
  { steps, stopAt }: Pick<Layer, "steps" | "stopAt">,
): number {
  const fallen = stopAt > 0 && stopAt < 1 ? (1 - relativeRisk) / (1 - stopAt) : 0;
  return finished ? 1 : Math.min(0.999, Math.max(step / steps, fallen || 0));
}
