/** Runs eq. 77 of the paper: trains one network and measures how far κ′²aₖ² − |wₖ|² of its neurons drifts. */
import type { Network } from "../../../engine/network.ts";
import { type Descent, firstTimeStep } from "../../../engine/reference.ts";
import { type TrainingState, UnfinishedError } from "../../../engine/train.ts";
import { trainFloat64 } from "../../../engine/trainFloat64.ts";
import type { Run, RunContext } from "../../experiment.ts";
import { descentAt, initialNetwork, MAXIMUM_STEPS, relativeRisk, SAMPLE, trainBy } from "../setting.ts";
import { withTrained } from "../trainedLayers.ts";
import type { OneRefinement } from "./division.ts";
import { identityDrift } from "./drift.ts";

export const run: Run<OneRefinement> = async function* (parameters, context) {
  const { gamma, gammaPrime, width, trained, refinement, precision } = parameters;
  const start = initialNetwork(width, context.seed);
  const normalised = descentAt({ gamma, gammaPrime, width });
  const unrefined = withTrained(trained, normalised);
  const descent = { ...unrefined, timeStep: firstTimeStep(start, SAMPLE, unrefined) / refinement };
  const training = precision === "float32" ? inFloat32 : inFloat64;
  for await (const progress of training(descent, start, context)) {
    const { step, finished, network, state } = progress;
    yield {
      progress: relativeRisk(progress).share,
      step,
      finished,
      quantities: finished ? { drift: identityDrift(await network(), start, normalised.inputRate) } : {},
      series: {},
      ...(state && context.checkpointDue?.() ? { checkpoint: await state() } : {}),
    };
  }
};

interface Training {
  readonly step: number;
  readonly risk: number;
  readonly finished: boolean;
  readonly network: () => Promise<Network<Float32Array | Float64Array>>;
  /** Missing where training is over too soon to be worth keeping. */
  readonly state?: () => Promise<TrainingState>;
}

function inFloat32(descent: Descent, start: Network, context: RunContext): AsyncGenerator<Training> {
  return trainBy(descent, start, context, context.from as TrainingState | undefined);
}

async function* inFloat64(
  descent: Descent,
  start: Network,
  { stride, signal }: RunContext,
): AsyncGenerator<Training> {
  const options = { descent, adaptive: true, stride, steps: MAXIMUM_STEPS, signal };
  for await (const { step, risk, network } of trainFloat64(start, SAMPLE, options)) {
    const finished = risk <= descent.targetRisk;
    yield { step, risk, finished, network: async () => network };
    if (!finished && step === MAXIMUM_STEPS) throw new UnfinishedError(step, risk, descent.targetRisk);
  }
}
