/**
 * Runs gradient descent from a tiny start until a neuron's |w·x| reaches 0.1 on the sample, where the activation is no
 * longer its leading term, and measures how far |w|² − p a² of its neurons has drifted from what it was.
 */
import type { ActivationName } from "../../../engine/activations.ts";
import type { Network, Sample } from "../../../engine/network.ts";
import { preactivations } from "../../../engine/reference.ts";
import { log, wholePower } from "../../../math/elementary.ts";
import { dot } from "../../../math/vectors.ts";
import { conservedBy, type Neuron } from "../../../theory/condensation/leadingOrder.ts";
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import type { Run } from "../../experiment.ts";
import { neuronsOf } from "../neurons.ts";
import { sineSample, smallNetwork, trainSmall } from "../setting.ts";
import { paperTarget } from "../sines.ts";
import type { meta } from "./meta.ts";

const LARGEST = 0.1;
/** Share of its weights by which a step moves the fastest neuron at most, when it is about to stop. */
const STEP_SHARE = 0.05;
/** Steps between two looks, and as many as there may be. */
const PACE = 40;
const MOST_STEPS = 1_000_000;

export const run: Run<(typeof meta)["defaults"]> = async function* (parameters, { seed, stride, signal }) {
  const { activation, order, deviation, inputs, width } = parameters;
  const sample = sineSample(paperTarget(inputs), seed);
  const start = smallNetwork(width, inputs + 1, deviation, seed);
  const rate = STEP_SHARE / fastestRate(activation, sample);
  const training = { activation, optimiser: "gradient", rate, steps: MOST_STEPS } as const;
  const first = largestOf(start, sample);
  if (first >= LARGEST)
    throw new RangeError(`At the start |w·x| is ${first.toPrecision(2)} already. Take a smaller start.`);
  const reportOn = (network: Network, step: number, finished: boolean) => {
    const largest = largestOf(network, sample);
    const { drift, longest } = driftOf(network, start, order);
    const quantities = { drift, largest, growth: longest / driftOf(start, start, order).longest };
    return { progress: progressTo(largest, first), step, finished, quantities, series: {} };
  };
  let last = { network: start, step: 0 };
  let nextReport = stride;
  for await (const { step, network: read } of trainSmall(start, sample, training, { stride: PACE, signal })) {
    const network = await read();
    if (largestOf(network, sample) >= LARGEST) {
      yield { ...reportOn(last.network, last.step, true), progress: 1 };
      return;
    }
    last = { network, step };
    if (step < nextReport) continue;
    nextReport = step + stride;
    yield reportOn(network, step, false);
  }
  throw new RangeError(
    `After ${MOST_STEPS.toLocaleString("en")} steps no |w·x| has reached ${LARGEST}. Take a larger start.`,
  );
};

/** How fast a neuron with |w·x| ≤ 0.1 can grow, relative to itself: c p 0.1ᵖ⁻¹ · (1/n) Σ |yᵢ||xᵢ|. */
function fastestRate(activation: ActivationName, sample: Sample): number {
  const { sampleSize, inputDimension, inputs, targets } = sample;
  const { order, coefficient } = multiplicityOf(activation) ?? { order: 1, coefficient: 1 };
  let pull = 0;
  for (let i = 0; i < sampleSize; i++) {
    const row = inputs.subarray(i * inputDimension, (i + 1) * inputDimension);
    pull += Math.abs(targets[i] as number) * Math.sqrt(dot(row, row));
  }
  return (coefficient * order * wholePower(LARGEST, order - 1) * pull) / sampleSize;
}

/** max |wₖ·xᵢ|. */
function largestOf(network: Network, sample: Sample): number {
  return preactivations(network, sample).reduce((largest, z) => Math.max(largest, Math.abs(z)), 0);
}

/** maxₖ |Δ(|wₖ|² − p aₖ²)| over maxₖ |wₖ|², Δ the change since the start, and that largest |w|². */
function driftOf(now: Network, start: Network, order: number): { drift: number; longest: number } {
  const [before, after] = [start, now].map(neuronsOf) as [Neuron[], Neuron[]];
  const changes = after.map((neuron, k) =>
    Math.abs(conservedBy(order, neuron) - conservedBy(order, before[k] as Neuron)),
  );
  const longest = Math.max(...after.map(({ input }) => dot(input, input)));
  return { drift: Math.max(...changes) / longest, longest };
}

/** Share of the way from the start to 0.1. */
function progressTo(largest: number, first: number): number {
  return Math.min(1, Math.max(0, log(largest / first) / log(LARGEST / first)));
}
