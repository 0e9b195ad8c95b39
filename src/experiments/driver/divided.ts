/**
 * The run of one network in training on a sample in pieces, on the graphics device where one is open, else by the workers
 * that whoever runs it lends. Measures nothing itself.
 */
import { type DividedDescent, type DividedRule, rangeOf, trainDivided } from "../../engine/divided.ts";
import { gradientsOnOpenDevice } from "../../engine/gradients.ts";
import { gradientOfPieces } from "../../engine/kernels/wasm/gradient.ts";
import type { Network, Sample } from "../../engine/network.ts";
import { CheckpointError, initialState } from "../../engine/train.ts";
import { isAlike } from "./alike.ts";
import { type Course, courseOf, type Looks } from "./course.ts";
import { crewOf } from "./crew.ts";
import type { Trained } from "./trained.ts";

/** A network and how it is trained, by gradient descent. */
export interface DividedTraining {
  readonly start: Network;
  /** n. */
  readonly sampleSize: number;
  /** The examples [from, to) by themselves, so that no worker holds more than its own. */
  readonly examples: (from: number, to: number) => Sample;
  readonly descent: DividedDescent;
  readonly rule: DividedRule;
  /** Δt of each step. */
  readonly timeSteps: readonly number[];
}

/** Training in float32: on WebAssembly the same bits with any number of workers, on WebGPU within what the order of sums does. */
export function trainedInPieces<Item, Q extends string, S extends string>(
  { start, sampleSize, examples, descent, rule, timeSteps }: DividedTraining,
  looks: Looks<Trained<Float32Array>, Item, Q, S>,
): Course<Q, S> {
  const { width, inputDimension } = start;
  const initial = initialState(start, { optimiser: "gradient" });
  const sampleOf = (piece: number) => {
    const { from, to } = rangeOf(piece, sampleSize);
    return examples(from, to);
  };
  const divided = { width, inputDimension, outputFactor: descent.outputFactor, rule, sampleOf };
  const own = () => gradientOfPieces(divided);
  const course = courseOf<Trained<Float32Array>, Item, Q, S>(async function* (stride, signal, from, hands) {
    if (from !== undefined && !isAlike(initial, from))
      throw new CheckpointError("What was kept of this run belongs to another network. Begin it anew.");
    if (from === undefined) {
      const now = { step: 0, time: 0, risk: Number.NaN, network: start };
      yield { step: 0, share: 0, finished: false, now: () => now, state: () => initial };
    }
    const device = await gradientsOnOpenDevice({ ...divided, sampleSize }, signal);
    const gradients = device?.gradients ?? crewOf(hands?.() ?? [], own);
    const options = { descent, sampleSize, timeSteps, gradients, stride, signal, from };
    try {
      for await (const now of trainDivided(start, options)) {
        if (!Number.isFinite(now.risk)) continue;
        const { step, time, risk, finished, network, state } = now;
        yield {
          step,
          share: step / timeSteps.length,
          finished,
          now: async () => ({ step, time, risk, network: await network() }),
          state,
        };
      }
    } finally {
      device?.dispose();
    }
  }, looks);
  return { ...course, gradientOf: own };
}
