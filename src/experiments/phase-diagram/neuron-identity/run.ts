/** Runs eq. 77 of the paper: trains one network and measures how far κ′²aₖ² − |wₖ|² of its neurons drifts. */
import type { Network } from "../../../engine/network.ts";
import { type Descent, firstTimeStep } from "../../../engine/reference.ts";
import { type TrainingState, UnfinishedError } from "../../../engine/train.ts";
import { trainFloat64 } from "../../../engine/trainFloat64.ts";
import type { Run, RunContext } from "../../experiment.ts";
import { measuredAtEnd, type Training } from "../measuredAtEnd.ts";
import { descentAt, initialNetwork, MAXIMUM_STEPS, SAMPLE, trainBy } from "../setting.ts";
import { withTrained } from "../trainedLayers.ts";
import type { OneRefinement } from "./division.ts";
import { identityDrift } from "./drift.ts";

type Weights = Network<Float32Array | Float64Array>;

export const run: Run<OneRefinement> = async function* (parameters, context) {
  const { gamma, gammaPrime, width, trained, refinement, precision } = parameters;
  const start = initialNetwork(width, context.seed);
  const normalised = descentAt({ gamma, gammaPrime, width });
  const unrefined = withTrained(trained, normalised);
  const descent = { ...unrefined, timeStep: firstTimeStep(start, SAMPLE, unrefined) / refinement };
  const training = (precision === "float32" ? inFloat32 : inFloat64)(descent, start, context);
  yield* measuredAtEnd(training, context, (network) => ({
    drift: identityDrift(network, start, normalised.inputRate),
  }));
};

function inFloat32(descent: Descent, start: Network, context: RunContext): AsyncGenerator<Training<Weights>> {
  return trainBy(descent, start, context, context.from as TrainingState | undefined);
}

async function* inFloat64(
  descent: Descent,
  start: Network,
  { stride, signal }: RunContext,
): AsyncGenerator<Training<Weights>> {
  const options = { descent, adaptive: true, stride, steps: MAXIMUM_STEPS, signal };
  for await (const { step, risk, network } of trainFloat64(start, SAMPLE, options)) {
    const finished = risk <= descent.targetRisk;
    yield { step, risk, finished, network: async () => network };
    if (!finished && step === MAXIMUM_STEPS) throw new UnfinishedError(step, risk, descent.targetRisk);
  }
}
