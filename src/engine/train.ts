/**
 * Training one network, to a target risk or for a number of steps: calls `descend` again and again on the current
 * backend and reports in between. The only state is the tensors of the network and of Adam and three numbers, so that
 * a run can be watched, paused between two reports, and aborted.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import { checkCall, type DescendOutputs, descend } from "./descend.ts";
import { faultOfDevice } from "./device.ts";
import { checkDescent } from "./hyperparameters.ts";
import { checkCount, InputError } from "./inputs.ts";
import { checkNetwork, checkSample, type Network, type Sample } from "./network.ts";
import { pauses } from "./pauses.ts";
import { type Descent, type Rule, zeroMoments } from "./reference.ts";
import { upload } from "./upload.ts";

/** The risk diverged. */
export class DivergedError extends Error {
  override readonly name = "DivergedError";
  readonly step: number;
  constructor(step: number, risk: number) {
    super(
      `Training diverged at step ${step}: the empirical risk became ${risk}. Take a smaller time step, learning rate or output scale.`,
    );
    this.step = step;
  }
}

/** The target was not reached in the allowed number of steps. */
export class UnfinishedError extends Error {
  override readonly name = "UnfinishedError";
  constructor(steps: number, risk: number, targetRisk: number) {
    super(
      `After ${steps.toLocaleString("en")} steps the empirical risk is ${risk.toExponential(1)}, still above its target ${targetRisk.toExponential(1)}. ` +
        "Training is slow with these settings: take a smaller network, or settings nearer to the middle of their ranges.",
    );
  }
}

/** A state does not belong to the network that is to go on from it. */
export class CheckpointError extends Error {
  override readonly name = "CheckpointError";
}

/** What a run needs to go on elsewhere: plain data that can be posted to another thread. */
export interface TrainingState<Numbers = Float32Array> {
  readonly step: number;
  readonly time: number;
  readonly inputWeights: Numbers;
  readonly outputWeights: Numbers;
  /** Adam's, in the precision of the weights; missing without Adam. */
  readonly moments?: Numbers;
}

export interface TrainingOptions<Numbers = Float32Array> {
  readonly descent: Descent;
  readonly rule: Rule;
  readonly adaptive: boolean;
  /** Steps between two reports. */
  readonly stride: number;
  /**
   * Steps after which training ends: without success, if there was a target that it has not reached. A target below 0,
   * which no risk reaches, means no target.
   */
  readonly maximumSteps: number;
  readonly signal: AbortSignal;
  /** Where an interrupted run goes on; from the start if missing. */
  readonly from?: TrainingState<Numbers> | undefined;
}

/** Where training is. */
export interface Progress<Numbers = Float32Array> {
  /** Steps made. */
  readonly step: number;
  /** t = Σ Δt over the steps made. */
  readonly time: number;
  /** R at the last step whose risk is known: the last one made, or the one at which the target was met. */
  readonly risk: number;
  readonly finished: boolean;
  /** The weights now; ask before the next report. */
  readonly network: () => Promise<Network<Numbers>>;
  /** The checkpoint to go on from; ask before the next report. */
  readonly state: () => Promise<TrainingState<Numbers>>;
}

/** The state before the first step. */
export function initialState(start: Network, { optimiser }: Pick<Rule, "optimiser">): TrainingState {
  const moments = optimiser === "adam" ? { moments: zeroMoments(start) } : {};
  return { step: 0, time: 0, ...weightsOf(start), ...moments };
}

/**
 * Trains `start` on `sample` until R ≤ targetRisk, or until all steps are made where there is no target, and reports
 * every `stride` steps. The result does not depend on the stride. Reports the last state before it throws.
 * @throws InputError, CapacityError or CheckpointError before anything is allocated; DivergedError, UnfinishedError,
 * OutOfMemoryError, DeviceLostError, or the signal's reason.
 */
export async function* train(
  start: Network,
  sample: Sample,
  options: TrainingOptions,
): AsyncGenerator<Progress> {
  const { descent, rule, adaptive, stride, maximumSteps, signal, from } = options;
  const pause = pauses();
  checkTraining(start, sample, options);
  const initial = initialState(start, rule);
  if (from) checkState(from, initial);
  const begin = from ?? initial;
  let ensemble = upload([{ ...start, ...weightsOf(begin) }], sample, [descent], begin.moments);
  const portion = portions(start, sample);
  let step = from?.step ?? 0;
  let time = from?.time ?? 0;
  try {
    while (true) {
      // One report may take several calls, since a call keeps its thread from hearing of anything else.
      let risk = Number.NaN;
      let isOver = false;
      for (let toGo = Math.min(stride, maximumSteps - step); toGo > 0 && !isOver; await pause()) {
        signal.throwIfAborted();
        const steps = Math.min(toGo, portion.steps());
        const attributes = { steps, adaptive, rule, firstStep: step };
        const result = portion.timed(steps, () => descend(ensemble, attributes));
        const { inputWeights, outputWeights, moments } = result;
        const left = { inputWeights, outputWeights, ...(moments ? { moments } : {}) };
        for (const name of Object.keys(left) as (keyof typeof left)[]) ensemble[name]?.dispose();
        ensemble = { ...ensemble, ...left };
        const { risks, timeSteps, made } = await readTrace(result);
        const fault = faultOfDevice();
        if (fault) throw fault;
        step += made;
        toGo -= made;
        for (const timeStep of timeSteps) time += timeStep;
        risk = risks[Math.min(made, steps - 1)] as number;
        isOver = made < steps;
      }
      const isComplete = descent.targetRisk < 0 && step >= maximumSteps && !isOver;
      const finished = isComplete || (isOver && risk <= Math.fround(descent.targetRisk));
      const { inputWeights, outputWeights, moments } = ensemble;
      const network = async () => ({
        ...start,
        inputWeights: (await inputWeights.data()) as Float32Array,
        outputWeights: (await outputWeights.data()) as Float32Array,
      });
      const [stepNow, timeNow] = [step, time];
      const state = async () => ({
        step: stepNow,
        time: timeNow,
        ...weightsOf(await network()),
        ...(moments ? { moments: (await moments.data()) as Float32Array } : {}),
      });
      yield { step, time, risk, finished, network, state };
      if (finished) return;
      if (isOver) throw new DivergedError(step, risk);
      if (step >= maximumSteps) throw new UnfinishedError(step, risk, descent.targetRisk);
    }
  } finally {
    for (const held of Object.values(ensemble)) held.dispose();
  }
}

function checkTraining(network: Network, sample: Sample, options: TrainingOptions): void {
  const { descent, rule, adaptive, stride, maximumSteps } = options;
  checkNetwork(network);
  checkSample(sample);
  if (network.inputDimension !== sample.inputDimension) {
    throw new InputError(
      `A network with ${network.inputDimension} inputs cannot learn from a sample with ${sample.inputDimension}.`,
    );
  }
  checkDescent(descent);
  checkCount("number of steps after which a run ends", maximumSteps);
  const { width, inputDimension } = network;
  const { sampleSize } = sample;
  checkCall(
    { networks: 1, samples: 1, width, inputDimension, sampleSize },
    { steps: stride, adaptive, rule },
  );
}

type Arrays = Pick<TrainingState, "inputWeights" | "outputWeights" | "moments">;

function checkState(state: TrainingState, initial: Arrays): void {
  const fits =
    (["inputWeights", "outputWeights", "moments"] as const).every(
      (name) =>
        state[name]?.length === initial[name]?.length && (state[name]?.every(Number.isFinite) ?? true),
    ) &&
    Number.isSafeInteger(state.step) &&
    state.step >= 0 &&
    Number.isFinite(state.time);
  if (!fits)
    throw new CheckpointError("What was kept of this run belongs to another network. Begin it anew.");
}

function weightsOf({ inputWeights, outputWeights }: Pick<Network, "inputWeights" | "outputWeights">) {
  return { inputWeights, outputWeights };
}

async function readTrace({ risks, timeSteps, steps }: DescendOutputs<Tensor>) {
  try {
    const [riskValues, timeStepValues, made] = await Promise.all([
      risks.data(),
      timeSteps.data(),
      steps.data(),
    ]);
    return { risks: riskValues, timeSteps: timeStepValues, made: made[0] as number };
  } finally {
    for (const read of [risks, timeSteps, steps]) read.dispose();
  }
}

/** How long, in milliseconds, one call may keep its thread busy. */
const CALL_TIME = 100;
/** Multiplications, n d m per step, that every backend makes within the time of one call. */
const FIRST_WORK = 1e7;

/**
 * How many steps go into one call, by how long the last one kept this thread busy: on WebGPU, which computes elsewhere,
 * as many as are asked for.
 */
function portions({ width, inputDimension }: Network, { sampleSize }: Sample) {
  let most = Math.max(1, Math.floor(FIRST_WORK / (sampleSize * inputDimension * width)));
  return {
    steps: () => most,
    timed: <Result>(steps: number, call: () => Result): Result => {
      const begun = performance.now();
      const result = call();
      const busy = Math.max(1, performance.now() - begun);
      most = Math.max(1, Math.floor((steps * CALL_TIME) / busy));
      return result;
    },
  };
}
