/** The run of a network in training, on the engine's backend or with the float64 reference. Measures nothing itself. */
import type { Network, Sample } from "../../engine/network.ts";
import { quickOutputsInPieces } from "../../engine/outputs.ts";
import { withPauses } from "../../engine/pauses.ts";
import { type Descent, empiricalRisk, firstTimeStep, type Rule } from "../../engine/reference.ts";
import {
  CheckpointError,
  DivergedError,
  initialState,
  type Progress,
  type TrainingOptions,
  type TrainingState,
  train,
} from "../../engine/train.ts";
import { initialStateFloat64, trainFloat64 } from "../../engine/trainFloat64.ts";
import { log } from "../../math/elementary.ts";
import type { Offer } from "../offer.ts";
import { isAlike } from "./alike.ts";
import { type Advance, type Course, courseOf, type Looks, type Standing } from "./course.ts";

/** A network and how it is trained. */
export interface Training<Numbers> {
  readonly start: Network<Numbers>;
  readonly sample: Sample;
  readonly descent: Descent;
  readonly rule: Rule;
  /** Whether every step is limited by the rule of `adaptiveTimeStep`. */
  readonly adaptive: boolean;
  /** Steps after which training ends: without success, if the descent has a target risk that was not reached. */
  readonly steps: number;
  /** How steps of another length are set, where the reader sets it: what is offered where training diverges. */
  readonly withStep?: (timeStep: number) => Offer;
}

/** The network after some steps. */
export interface Trained<Numbers> {
  readonly network: Network<Numbers>;
  readonly step: number;
  /** t = Σ Δt over the steps made. */
  readonly time: number;
  /** R. */
  readonly risk: number;
}

/** Training on the backend that is open: float32. */
export function trained<Item, Q extends string, S extends string>(
  training: Training<Float32Array>,
  looks: Looks<Trained<Float32Array>, Item, Q, S>,
): Course<Q, S> {
  const initial = initialState(training.start, training.rule);
  return courseOf(advanceOf(training, initial, train), looks);
}

/** Training with the float64 reference: slow, on no backend, and with the same bits everywhere. */
export function trainedInFloat64<Item, Q extends string, S extends string>(
  training: Training<Float32Array | Float64Array>,
  looks: Looks<Trained<Float64Array>, Item, Q, S>,
): Course<Q, S> {
  const initial = initialStateFloat64(training.start, training.rule);
  const { inputWeights, outputWeights } = initial;
  const start = { ...training.start, inputWeights, outputWeights };
  return courseOf(advanceOf({ ...training, start }, initial, trainFloat64), looks);
}

type Trainer<Numbers> = (
  start: Network<Numbers>,
  sample: Sample,
  options: TrainingOptions<Numbers>,
) => AsyncGenerator<Progress<Numbers>>;

/** A training as the driver takes it, from the state before its first step on. */
function advanceOf<Numbers extends Float32Array | Float64Array>(
  training: Training<Numbers>,
  initial: TrainingState<Numbers>,
  train: Trainer<Numbers>,
): Advance<Trained<Numbers>> {
  const { start, sample, descent, rule, adaptive, steps } = training;
  return async function* (stride, signal, from) {
    if (from !== undefined && !isAlike(initial, from))
      throw new CheckpointError("What was kept of this run belongs to another network. Begin it anew.");
    const risk = await riskOf(training, signal);
    const standing = (now: Progress<Numbers>): Standing<Trained<Numbers>> => ({
      step: now.step,
      share: shareOf(now, risk, training),
      finished: now.finished,
      now: async () => ({ step: now.step, time: now.time, risk: now.risk, network: await now.network() }),
      state: now.state,
    });
    if (from === undefined) {
      const given = { network: async () => start, state: async () => initial };
      yield standing({ step: 0, time: 0, risk, finished: false, ...given });
    }
    const options = { descent, rule, adaptive, stride, maximumSteps: steps, signal, from };
    try {
      for await (const progress of train(start, sample, options)) {
        // There is nothing to measure of a network whose risk is no number; training throws next.
        if (Number.isFinite(progress.risk)) yield standing(progress);
      }
    } catch (error) {
      throw error instanceof DivergedError ? Object.assign(error, { offer: shorterStep(training) }) : error;
    }
  };
}

/** Products, n d m, up to which what is stable is estimated: the reference takes about a second for them. */
const ESTIMATED = 1e8;

/** Steps half as long as what is stable at the start, since what is stable may change; of gradient descent alone. */
function shorterStep(training: Training<Float32Array | Float64Array>): Offer | undefined {
  const { start, sample, descent, rule, adaptive, withStep } = training;
  const products = sample.sampleSize * start.inputDimension * start.width;
  if (!withStep || adaptive || rule.optimiser !== "gradient" || products > ESTIMATED) return undefined;
  const stable = firstTimeStep(start, sample, { ...descent, timeStep: Number.MAX_VALUE }, rule);
  const half = Number((stable / 2).toPrecision(2));
  return half < descent.timeStep ? withStep(half) : undefined;
}

/** R of the network before its first step. */
async function riskOf(
  { start, sample, descent, rule }: Training<Float32Array | Float64Array>,
  signal: AbortSignal,
): Promise<number> {
  const pieces = quickOutputsInPieces(start, sample, descent.outputFactor, rule.activation);
  return empiricalRisk(await withPauses(pieces, signal), sample.targets, rule);
}

/** The share of the steps, or of the way of log R to the target, whichever is more. */
function shareOf(
  { step, risk }: { readonly step: number; readonly risk: number },
  initialRisk: number,
  { steps, descent: { targetRisk } }: Pick<Training<unknown>, "steps" | "descent">,
): number {
  const way = targetRisk > 0 && risk > 0 ? log(initialRisk / risk) / log(initialRisk / targetRisk) : 0;
  return Math.max(step / steps, Number.isFinite(way) ? way : 0);
}
