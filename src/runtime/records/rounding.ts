/**
 * By how much float32 may move what an experiment measures when its sums are taken in another order: what a record from
 * WebGPU is compared within. A number that nothing is said of moves by no more than the default, and a count not at all.
 *
 * Measured with the worker of tests/records/executed/otherOrder.ts, which shuffles neurons and examples on WebAssembly and
 * so changes nothing else, on the cases, controls and seeds of the claims and on the cases of the figures; of the cheapest
 * claims also on WebGPU (SwiftShader), which fuses multiplications with additions and has elementary functions of its own;
 * figures and presets on seeds 11 to 22, 51 and 52, the cheap ones on up to fifty, in two or three orders. An entry, and the
 * default for what has none, is some five times the largest gap that was found, and never less than twice.
 *
 * What a list may do besides, as a neuron that goes another way, is in lists.ts, by what its indices count.
 */

import type { Experiment, SeriesMeta } from "../../experiments/experiment.ts";

/** Two numbers agree within `share` of the larger of them, or within `least`. */
export interface Rounding {
  readonly share: number;
  readonly least: number;
}

/** What nothing is said of; a list is compared within as much of the mean size of its numbers, too. */
const DEFAULT_SHARE = 1e-3;
/** The same for a list over neurons, nodes or examples, each of which float32 moves by itself: lists.ts has what more it may do. */
const POPULATION_SHARE = 0.01;
/** A run that ends at a target risk may end some steps sooner or later. */
export const STEPS: Rounding = { share: 2e-3, least: 2 };
const COUNT: Rounding = { share: 0, least: 0 };

/** Of a list, `share` of the mean size of its numbers is the least. */
interface OfList {
  readonly share: number;
  readonly leastOfMean: number;
}

const within = (share: number, least = 0): Rounding => ({ share, least });
const list = (share: number): OfList => ({ share, leastOfMean: share });

/** By experiment, then by quantity or series. */
export const MEASURED: Readonly<Record<string, Readonly<Record<string, Rounding | OfList>>>> = {
  "condensation/conservation": { drift: within(0.01, 1e-5) },
  "condensation/direction-field": {
    angleToCritical: within(0.035),
    residual: list(4e-3),
    lines: COUNT,
    smallestLine: COUNT,
    criticalLines: COUNT,
  },
  "condensation/layer": {
    lines: COUNT,
    neurons: COUNT,
  },
  "condensation/line-counts": { medianLines: COUNT, exceeding: COUNT, lines: COUNT },
  "condensation/low-frequency": {
    difference: COUNT,
    medianLow: COUNT,
    medianHigh: COUNT,
    low: COUNT,
    high: COUNT,
  },
  "condensation/one-line": { cosineError: within(0.015) },
  "condensation/polynomial": {
    degree: COUNT,
    relativeRisk: within(2e-3),
    gain: within(0.015, 1e-6),
    rSquared: within(0.017),
    rSquaredBelow: within(0.015),
    leftOver: within(0.025),
    leftOverBelow: within(0.015),
    learned: list(0.1),
    fitted: list(0.1),
    earlyLearned: list(0.04),
    earlyFitted: list(0.04),
  },
  "hinge-mean-field/crossover": { worst: within(2e-3) },
  "hinge-mean-field/finite-examples": {
    firstTrain: within(0, 3e-3),
    firstTest: within(0, 3e-3),
    lastGap: within(0, 3e-3),
    leastFall: within(0.2),
    samples: COUNT,
    train: within(0, 0.015),
    test: within(0, 0.015),
  },
  // A few examples of a thousand come to lie on the other side; with flipped labels nodes end at other places.
  "hinge-mean-field/orbit": {
    growth: within(2e-3),
    growthMiss: within(0.05),
    miss: within(0.01),
    test: within(0, 0.01),
    testRise: within(0.35),
    unsatisfied: within(0, 0.04),
    unsatisfiedMiss: within(0, 0.03),
    along: list(0.1),
    readout: list(0.08),
    train: within(0, 5e-3),
  },
  "hinge-mean-field/own-points": {
    growth: within(2e-3),
    miss: within(1.5e-3),
    missThen: list(5e-3),
    unsatisfiedThen: within(0, 0.1),
    output: list(0.02),
  },
  "hinge-mean-field/finite-nodes": { firstRatio: within(2e-3), fall: within(2e-3), width: COUNT },
  "hinge-mean-field/satisfied": {
    satisfied: within(0, 10),
    meanMiss: within(0.3),
    spread: within(0.06),
    relation: within(5e-3),
    // An example may be satisfied a look sooner or later; the time of one that is not satisfied is 0.
    time: list(0.2),
  },
  // At its presets.
  "laboratory/network": {
    time: within(5e-3),
    // With the hinge loss an example at its margin counts in the last step or does not.
    risk: within(0.14, 1e-3),
    relativeRisk: within(0.14, 2e-3),
    populationRisk: within(0.013),
    testRisk: within(0.02, 1e-3),
    componentRisk: within(0.05, 0.016),
    effectiveNeurons: within(2e-3),
    sharePerNeuron: within(2e-3),
    largestCoefficient: within(0.01),
    pathNorm: within(7e-3),
    growth: within(0.01),
    relativeDistance: within(5e-3),
    halved0: within(0.03),
    halved1: within(0.03),
    halved2: within(0.03),
    halved3: within(0.03),
    alikePairs: within(0.022),
    signLikeness: within(4e-3),
    growthMiss: within(4e-3),
    unsatisfied: within(0, 0.2),
    unsatisfiedMiss: within(0, 2e-3),
    wrongInSample: within(0, 5e-3),
    learned: within(2e-3, 2e-4),
    lookStep: within(7e-3, 5),
    lookTime: within(5e-3),
    lookRisk: list(0.04),
    lookTestRisk: within(0.02, 1e-3),
    residualThen: list(0.15),
    distanceThen: within(2.1e-3),
    similarity: list(0.05),
    side: list(0.13),
    directionAcross: list(0.06),
    directionUp: list(0.14),
    alikeThen: within(0, 6e-3),
    growthThen: within(7e-3, 1e-3),
    hyperbolaMissThen: within(7e-3),
    unsatisfiedThen: within(0, 0.32),
    wrongThen: within(0, 5e-3),
    // Of a fit to a hundred-thousandth of the risk it is all that is left.
    exampleMargin: list(0.5),
  },
  "phase-diagram/map": { wrongSigns: COUNT, unresolved: COUNT },
  "phase-diagram/neuron-identity": { drift: within(0.01, 1e-5) },
  // A run that ends at a target risk some steps sooner or later ends at another one.
  "phase-diagram/own-data": {
    relativeRisk: within(0.11),
    // A line of neurons may be at the edge of a bin.
    effectiveOrientations: within(0.11),
    splineDeviation: within(0.016, 1.4e-3),
    learned: list(2.5e-3),
  },
  "phase-diagram/orientations": { effectiveOrientations: list(0.012) },
  "phase-diagram/regimes": {
    relativeRisk: within(0.14),
    effectiveOrientations: within(4e-3),
    learned: list(2.5e-3),
    outputAtZero: within(3e-3, 1e-4),
    splineDeviation: within(0.01, 1.6e-4),
  },
  "quenching-activation/activation": {
    drift: within(0.06),
    train: within(0.022),
    effectiveNeurons: within(0.01),
    test: within(0.03),
  },
  "quenching-activation/balance": { drift: within(0.01, 1e-5), exponent: within(0.03, 1e-3) },
  "quenching-activation/plane": { train: within(0.015), width: COUNT, sampleSize: COUNT },
  "quenching-activation/width-sweep": {
    firstTest: within(2e-3),
    rise: within(2e-3),
    toTwin: within(2e-3),
    train: within(9e-3),
    test: within(2e-3),
    width: COUNT,
  },
  "quenching-activation/winners": { single: COUNT, several: COUNT },
};

/**
 * The rounding of a quantity or series that came out as these numbers. Where nothing is said of it, whole numbers are
 * counts, unless there are none but 0 and 1, which are often the ends of what a share or a cosine can be.
 */
export function roundingOf(
  { id, series }: Pick<Experiment, "id" | "series">,
  name: string,
  values: readonly number[],
): Rounding {
  const sizes = values.map(Math.abs);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  const measured = MEASURED[id]?.[name];
  if (measured)
    return "least" in measured ? measured : { share: measured.share, least: measured.leastOfMean * mean };
  if (sizes.some((size) => size >= 2) && values.every(Number.isInteger)) return COUNT;
  const meta = series[name];
  const share = meta && isPopulation(meta) ? POPULATION_SHARE : DEFAULT_SHARE;
  return { share, least: meta ? share * mean : 0 };
}

const POPULATIONS = new Set(["neurons", "nodes", "examples", "bins"]);

/** Whether a list has a number for each of many that training moves, each by itself. */
export function isPopulation({ shape }: SeriesMeta): boolean {
  return shape.some((each) => POPULATIONS.has(each));
}

/** Whether two numbers are as near as a rounding lets them be. */
export function agree(one: number, other: number, { share, least }: Rounding): boolean {
  return Math.abs(one - other) <= Math.max(least, share * Math.max(Math.abs(one), Math.abs(other)));
}

/** "within 0.1 % of its size", for a sentence. */
export function roundingInWords({ share, least }: Rounding): string {
  const parts = [
    ...(share > 0 ? [`${Number((100 * share).toPrecision(2))} % of its size`] : []),
    ...(least > 0 ? [`${Number(least.toPrecision(2))}`] : []),
  ];
  return parts.length > 0 ? `within ${parts.join(" or ")}` : "exactly";
}
