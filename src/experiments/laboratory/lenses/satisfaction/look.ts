/** Measures which examples are satisfied, and how nodes have moved in the plane of output weight and projection. */
import type { Sample } from "../../../../engine/network.ts";
import { dot } from "../../../../math/vectors.ts";
import { missOf } from "../../../../theory/hinge-mean-field/orbit.ts";
import { MARGIN } from "../../../hinge-mean-field/setting/parameters.ts";
import { growthFrom, nodesAlong } from "../../../hinge-mean-field/setting/unsymmetric.ts";
import { shareOf, wrongShare } from "../../../hinge-mean-field/setting/watched.ts";
import { LOOKED_AT } from "../../../hinge-mean-field/setting/workload.ts";
import { riskOfNothing } from "../../../riskOfNothing.ts";
import { directionOf } from "../../setting/direction.ts";
import { firstExamples } from "../../setting/firstExamples.ts";
import type { Look, Taken } from "../../setting/lens.ts";
import { once } from "../../setting/once.ts";
import { isClassified, type Setup } from "../../setting/setup.ts";
import { someNeurons } from "../../setting/someNeurons.ts";
import { takenAt } from "../../setting/takenAt.ts";
import type { AnyNetwork, Underway } from "../../setting/underway.ts";
import type { meta } from "./meta.ts";
import { type Predicted, predictedOf } from "./theory.ts";

/** Most nodes and examples that are drawn. */
const [NODES, EXAMPLES] = [200, 400];

export const look: Look<typeof meta> = (underway) => {
  const { setup, start } = underway;
  const direction = directionOf(underway);
  const before = nodesAlong(start, direction);
  const growthAt = growthFrom(before);
  const theory = once(() => predictedOf(setup));
  const drawnOf = (network: AnyNetwork) =>
    nodesAlong(someNeurons(network, NODES, setup.start === "antisymmetric"), direction);
  const drawnOnce = once(() => drawnOf(start));
  const examples = examplesOf(underway, direction);
  const numbersOf = (network: AnyNetwork): readonly number[] => {
    const now = nodesAlong(network, direction);
    const growth = growthAt(now);
    return [growth, missOf(before, now, growth), ...examples.sharesOf(network)];
  };
  return {
    take: ({ network }) => numbersOf(network),
    measure: (moment, taken) => {
      const { network } = moment;
      const [predicted, drawnBefore, drawn] = [theory(), drawnOnce(), drawnOf(network)];
      const [growth = Number.NaN, miss = Number.NaN, unsatisfied, wrong] =
        takenAt(moment, taken) ?? numbersOf(network);
      const then = (place: number) => taken.map(({ numbers }) => numbers[place] as number);
      return {
        quantities: {
          growth,
          hyperbolaMiss: finite(miss),
          unsatisfied,
          wrongInSample: wrong,
          satisfiedAt: examples.satisfiedAt,
          ...(predicted ? missesOf(taken, predicted) : {}),
        },
        series: {
          growthThen: then(0),
          hyperbolaMissThen: then(1),
          unsatisfiedThen: unsatisfied === undefined ? undefined : then(2),
          wrongThen: wrong === undefined ? undefined : then(3),
          predictedAt: predicted?.times,
          predictedGrowth: predicted?.growth,
          predictedUnsatisfied: predicted?.unsatisfied,
          startReadout: drawnBefore.readouts,
          startAlong: drawnBefore.along,
          readout: drawn.readouts,
          along: drawn.along,
          ...examples.drawnOf(network),
        },
      };
    },
  };
};

/** What is looked at of examples: shares that are unsatisfied and, of classes, wrong; and some of them one by one. */
function examplesOf(underway: Underway, direction: Float64Array) {
  const { setup, outputs } = underway;
  // What is met once is never met again: there is no sample that could be satisfied.
  if (setup.rule === "onePass") return { satisfiedAt: undefined, sharesOf: () => [], drawnOf: () => ({}) };
  const sample = firstExamples(underway.sample, LOOKED_AT.sample);
  const few = firstExamples(sample, EXAMPLES);
  const { satisfiedAt, unsatisfiedIn, wrongIn, marginsIn } = judgeOf(setup.data, sample.targets);
  const distances = once(() => distancesOf(setup, few, direction));
  return {
    satisfiedAt,
    sharesOf: (network: AnyNetwork): readonly number[] => {
      const f = outputs(network, sample);
      return [unsatisfiedIn(f), ...wrongIn(f)];
    },
    drawnOf: (network: AnyNetwork) => ({
      exampleDistance: distances(),
      exampleMargin: marginsIn(outputs(network, few)),
    }),
  };
}

/** What is said of examples by f. */
interface Judge {
  /** Where an example begins to be satisfied, by its margin. */
  readonly satisfiedAt: number;
  readonly unsatisfiedIn: (f: Float64Array) => number;
  readonly wrongIn: (f: Float64Array) => readonly number[];
  readonly marginsIn: (f: Float64Array) => Float64Array;
}

/** When examples are satisfied: y f ≥ 1 for classes; elsewhere where |f − y| is no more than half of the targets’ root mean square. */
function judgeOf(data: Setup["data"], targets: Float32Array): Judge {
  if (isClassified(data))
    return {
      satisfiedAt: MARGIN,
      unsatisfiedIn: (f) => shareOf(f, (output, i) => output * (targets[i] as number) < MARGIN),
      wrongIn: (f) => [wrongShare(f, { targets })],
      marginsIn: (f) => f.map((output, i) => output * (targets[i] as number)),
    };
  const most = Math.sqrt(2 * riskOfNothing(targets)) / 2;
  const marginsIn = (f: Float64Array) => f.map((output, i) => Math.abs(output - (targets[i] as number)));
  return {
    satisfiedAt: most,
    unsatisfiedIn: (f) => shareOf(marginsIn(f), (off) => off > most),
    wrongIn: () => [],
    marginsIn,
  };
}

/** |x∥| of the first examples, in the units of the theory, where inputs have mean square d. */
function distancesOf(
  { data }: Setup,
  { inputDimension, inputs, sampleSize }: Sample,
  direction: Float64Array,
): Float64Array {
  const isShrunk = data === "gaussian" || data === "sphere";
  const unit = isShrunk ? Math.sqrt(inputDimension) : 1;
  return Float64Array.from({ length: sampleSize }, (_, i) =>
    Math.abs(unit * dot(direction, inputs.subarray(i * inputDimension, (i + 1) * inputDimension))),
  );
}

/** The largest misses of γ, relative, and of the unsatisfied share, over all looks that were planned. */
function missesOf(taken: readonly Taken[], { growth, unsatisfied }: Predicted) {
  const later = taken.slice(1, growth.length);
  if (later.length === 0) return {};
  const largest = (missAt: (numbers: readonly number[], k: number) => number) =>
    finite(Math.max(...later.map(({ numbers }, k) => Math.abs(missAt(numbers, k + 1)))));
  return {
    growthMiss: largest(([own = 0], k) => own / (growth[k] as number) - 1),
    unsatisfiedMiss: largest(([, , own = 0], k) => own - (unsatisfied[k] as number)),
  };
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
