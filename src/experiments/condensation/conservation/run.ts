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
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { neuronsOf } from "../setting/neurons.ts";
import { sineTarget } from "../setting/published.ts";
import { sineSample, smallNetwork, trainingBy } from "../setting/training.ts";
import type { meta } from "./meta.ts";

const LARGEST = 0.1;
/** Share of its weights by which a step moves the fastest neuron at most, when it is about to stop. */
const STEP_SHARE = 0.05;
/** Steps between two looks, and as many as there may be. */
const PACE = 40;
const MOST_STEPS = 1_000_000;

export const run: Run<typeof meta> = ({ activation, order, deviation, inputs, width }, seed) => {
  const sample = sineSample(sineTarget(inputs), seed);
  const start = smallNetwork(width, inputs + 1, deviation, seed);
  const look = (network: Network) => ({
    largest: largestOf(network, sample),
    ...driftOf(network, start, order),
  });
  const first = look(start);
  if (first.largest >= LARGEST)
    throw new RangeError(
      `At the start |w·x| is ${first.largest.toPrecision(2)} already. Take a smaller start.`,
    );
  const rate = STEP_SHARE / fastestRate(activation, sample);
  const schedule = { activation, optimiser: "gradient", rate, steps: MOST_STEPS } as const;
  return trained(trainingBy(schedule, start, sample), {
    trace: { every: PACE, take: ({ network }) => look(network) },
    until: (looks) => (looks.at(-1)?.largest ?? 0) >= LARGEST,
    share: ({ network }) => log(largestOf(network, sample) / first.largest) / log(LARGEST / first.largest),
    /** The last look before 0.1 was reached. */
    measure: ({ step }, looks) => {
      const { largest, drift, longest } = looks.findLast((each) => each.largest < LARGEST) ?? first;
      if (step === MOST_STEPS)
        throw new RangeError(
          `After ${MOST_STEPS.toLocaleString("en")} steps no |w·x| has reached ${LARGEST}. Take a larger start.`,
        );
      return { quantities: { drift, largest, growth: longest / first.longest } };
    },
  });
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
  const [before, after] = [neuronsOf(start), neuronsOf(now)];
  const changes = after.map((neuron, k) =>
    Math.abs(conservedBy(order, neuron) - conservedBy(order, before[k] as Neuron)),
  );
  const longest = Math.max(...after.map(({ input }) => dot(input, input)));
  return { drift: Math.max(...changes) / longest, longest };
}
