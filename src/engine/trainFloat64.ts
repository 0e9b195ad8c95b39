/**
 * Training one network with the float64 reference, for what float32 cannot resolve: slow, on no backend, and with the
 * same bits everywhere, since it takes + − × ÷, √ and our own elementary functions only.
 */
import type { Network, Sample } from "./network.ts";
import { pauses } from "./pauses.ts";
import {
  type Descent,
  DIVERGED_RISK,
  descend,
  empiricalRisk,
  outputs,
  type Rule,
  zeroMoments,
} from "./reference.ts";
import {
  DivergedError,
  type Progress,
  type TrainingOptions,
  type TrainingState,
  UnfinishedError,
} from "./train.ts";

/** The state before the first step. */
export function initialStateFloat64(
  start: Network<Float32Array | Float64Array>,
  { optimiser }: Pick<Rule, "optimiser">,
): TrainingState<Float64Array> {
  return {
    step: 0,
    time: 0,
    inputWeights: Float64Array.from(start.inputWeights),
    outputWeights: Float64Array.from(start.outputWeights),
    ...(optimiser === "adam" ? { moments: Float64Array.from(zeroMoments(start)) } : {}),
  };
}

/**
 * Trains `start` until R ≤ targetRisk, or until all steps are made where there is no target (a target below 0), and
 * reports every `stride` steps: as `train` does, but that the risk it reports is that of the network as it is.
 * @throws DivergedError, UnfinishedError, or the signal's reason.
 */
export async function* trainFloat64(
  start: Network<Float32Array | Float64Array>,
  sample: Sample,
  { descent, rule, adaptive, stride, maximumSteps, signal, from }: TrainingOptions<Float64Array>,
): AsyncGenerator<Progress<Float64Array>> {
  const pause = pauses();
  let now = from ?? initialStateFloat64(start, rule);
  while (true) {
    signal.throwIfAborted();
    const report = Math.min(maximumSteps, now.step + stride);
    let isOver = false;
    while (now.step < report && !isOver) {
      const steps = Math.min(stepsOfACall(start, sample), report - now.step);
      const after = stepped({ ...start, ...now }, now, sample, descent, { steps, adaptive, rule });
      isOver = after.step < now.step + steps;
      now = after;
      await pause();
      signal.throwIfAborted();
    }
    const { step, time, inputWeights, outputWeights } = now;
    const network = { ...start, inputWeights, outputWeights };
    const f = outputs(network, sample, descent.outputFactor, rule.activation);
    const risk = empiricalRisk(f, sample.targets, rule);
    if (!(risk < DIVERGED_RISK)) throw new DivergedError(step, risk);
    const finished = descent.targetRisk >= 0 ? risk <= descent.targetRisk : step === maximumSteps;
    const state = now;
    yield { step, time, risk, finished, network: async () => network, state: async () => state };
    if (finished) return;
    if (step === maximumSteps) throw new UnfinishedError(step, risk, descent.targetRisk);
  }
}

/** The state after some more steps, fewer where the target is met. */
function stepped(
  network: Network<Float64Array>,
  { step, time, moments }: TrainingState<Float64Array>,
  sample: Sample,
  descent: Descent,
  options: { readonly steps: number; readonly adaptive: boolean; readonly rule: Rule },
): TrainingState<Float64Array> {
  const descended = descend(network, sample, descent, {
    ...options,
    firstStep: step,
    ...(moments ? { moments } : {}),
  });
  return {
    step: step + descended.steps,
    time: descended.timeSteps.reduce((sum, timeStep) => sum + timeStep, time),
    inputWeights: descended.network.inputWeights,
    outputWeights: descended.network.outputWeights,
    ...(moments ? { moments: descended.moments } : {}),
  };
}

/** Products zᵢₖ = Σⱼ wⱼₖ xᵢⱼ of one call, n d m of them per step: some 25 ms. */
const WORK_OF_A_CALL = 1e6;

function stepsOfACall({ width, inputDimension }: { width: number; inputDimension: number }, sample: Sample) {
  return Math.max(1, Math.floor(WORK_OF_A_CALL / (sample.sampleSize * inputDimension * width)));
}
