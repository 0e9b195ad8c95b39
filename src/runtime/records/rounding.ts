/**
 * By how much float32 may move what an experiment measures when its sums are taken in another order: what a record from
 * WebGPU is compared within. A number that nothing is said of moves by no more than the default, and a count not at all.
 *
 * Measured with the worker of tests/records/executed/otherOrder.ts, which shuffles neurons and examples on WebAssembly and
 * so changes nothing else, on the cases, controls and seeds of the claims and on the cases of the figures; of the cheapest
 * claims also on WebGPU (SwiftShader), which fuses multiplications with additions and has elementary functions of its own.
 * Each entry, and the default for what has none, is at least five times the largest gap that was found.
 */

/** Two numbers agree within `share` of the larger of them, or within `least`. */
export interface Rounding {
  readonly share: number;
  readonly least: number;
}

const DEFAULT_SHARE = 1e-3;
/** In a list, what is smaller than the largest of it by more than float32 resolves means nothing. */
const LEAST_OF_LARGEST = 1e-6;
/** A run that ends at a target risk may end some steps sooner or later. */
export const STEPS: Rounding = { share: 2e-3, least: 2 };
const COUNT: Rounding = { share: 0, least: 0 };

const within = (share: number, least = 0): Rounding => ({ share, least });

/** By experiment, then by quantity or series. */
export const MEASURED: Readonly<Record<string, Readonly<Record<string, Rounding>>>> = {
  "condensation/conservation": { drift: within(0.01, 1e-5) },
  "condensation/direction-field": {
    angleToCritical: within(0.035),
    bias: within(0.02, 1e-4),
    weight: within(5e-3, 1e-4),
    residual: within(0.01, 2e-4),
    lines: COUNT,
    smallestLine: COUNT,
    criticalLines: COUNT,
  },
  "condensation/layer": {
    lines: COUNT,
    neurons: COUNT,
    line: COUNT,
    direction: within(0, 0.4),
    norm: within(0, 0.011),
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
    rSquared: within(3e-3),
    rSquaredBelow: within(0.015),
    leftOver: within(0.025),
    leftOverBelow: within(0.015),
    learned: within(0, 0.05),
    fitted: within(0, 0.05),
    earlyLearned: within(0, 2e-3),
    earlyFitted: within(0, 2e-3),
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
  // A few examples of a thousand come to lie on the other side, and single nodes may go elsewhere.
  "hinge-mean-field/orbit": {
    miss: within(0.01),
    test: within(0, 5e-3),
    testRise: within(0.12),
    unsatisfied: within(0, 0.04),
    unsatisfiedMiss: within(0, 0.03),
    along: within(0, 0.5),
    readout: within(0, 0.3),
    train: within(0, 5e-3),
  },
  "hinge-mean-field/finite-nodes": { firstRatio: within(2e-3), fall: within(2e-3), width: COUNT },
  "hinge-mean-field/satisfied": {
    // The time of an example that is not satisfied is 0, and one may be at the edge of it.
    satisfied: within(0, 5),
    meanMiss: within(0.03),
    spread: within(0.01),
    time: within(0.4, 1000),
  },
  // At its presets. Neurons that carry nearly the same change places in its lists, and their directions with them.
  "laboratory/network": {
    time: within(5e-3),
    risk: within(0.02),
    relativeRisk: within(0.02),
    testRisk: within(0.02, 1e-3),
    componentRisk: within(0.05, 0.016),
    effectiveNeurons: within(2e-3),
    sharePerNeuron: within(2e-3),
    largestCoefficient: within(4e-3),
    pathNorm: within(1.2e-3),
    growth: within(1.3e-3),
    signLikeness: within(2e-3),
    growthMiss: within(4e-3),
    unsatisfied: within(0, 0.01),
    unsatisfiedMiss: within(0, 2e-3),
    wrongInSample: within(0, 5e-3),
    learned: within(2e-3, 2e-4),
    output: within(2e-3, 0.12),
    lookStep: within(7e-3, 5),
    lookTime: within(5e-3),
    lookRisk: within(0.1, 5e-3),
    lookTestRisk: within(0.02, 1e-3),
    carrier: within(0, 1e6),
    coefficient: within(0, 6),
    twinCoefficient: within(4e-3, 3e-6),
    residualThen: within(0.01, 0.15),
    side: within(1e-3, 0.11),
    distanceThen: within(2.1e-3),
    neuronOverlap: within(0, 0.01),
    neuronReadout: within(2e-3, 0.13),
    similarity: within(0, 2),
    directionAcross: within(0, 2),
    directionUp: within(0, 2),
    alikeThen: within(0, 6e-3),
    growthThen: within(7e-3, 1e-3),
    hyperbolaMissThen: within(7e-3),
    unsatisfiedThen: within(0, 0.32),
    wrongThen: within(0, 5e-3),
    readout: within(2e-3, 0.13),
    along: within(2e-3, 0.08),
    exampleMargin: within(2e-3, 0.22),
  },
  "phase-diagram/digit-neurons": { projection: within(5e-3, 2e-4), amplitude: within(2e-3, 1e-3) },
  "phase-diagram/map": { wrongSigns: COUNT, unresolved: COUNT },
  "phase-diagram/neuron-identity": { drift: within(0.01, 1e-5) },
  // A run that ends at a target risk some steps sooner or later ends at another one.
  "phase-diagram/own-data": {
    relativeRisk: within(0.04),
    splineDeviation: within(0.016, 1.1e-4),
    learned: within(2e-3, 5e-4),
    amplitude: within(4e-3, 5),
    orientation: within(2e-3, 4.2e-3),
  },
  "phase-diagram/regimes": {
    relativeRisk: within(0.02),
    outputAtZero: within(3e-3, 1e-4),
    splineDeviation: within(0.01, 1.6e-4),
    amplitude: within(4e-3, 1e-3),
    orientation: within(1e-3, 6e-3),
  },
  "quenching-activation/activation": {
    coefficient: within(3e-3, 3.5e-4),
    drift: within(0.06),
    train: within(0.022),
    nearness: within(4e-3, 1e-3),
    effectiveNeurons: within(0.01),
    test: within(0.03),
  },
  "quenching-activation/balance": { drift: within(0.01, 1e-5), exponent: within(0.03, 1e-3) },
  "quenching-activation/plane": { train: within(5e-3), width: COUNT, sampleSize: COUNT },
  "quenching-activation/width-sweep": {
    firstTest: within(2e-3),
    rise: within(2e-3),
    toTwin: within(2e-3),
    train: within(5e-3),
    test: within(2e-3),
    width: COUNT,
  },
  "quenching-activation/winners": { single: COUNT, several: COUNT },
};

/**
 * The rounding of a quantity or series that came out as these numbers. Where nothing is said of it, whole numbers are
 * counts, unless there are none but 0 and 1, which are often the ends of what a share or a cosine can be.
 */
export function roundingOf(experiment: string, name: string, values: readonly number[]): Rounding {
  const measured = MEASURED[experiment]?.[name];
  if (measured) return measured;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest >= 2 && values.every(Number.isInteger)) return COUNT;
  return { share: DEFAULT_SHARE, least: values.length > 1 ? LEAST_OF_LARGEST * largest : 0 };
}

/** "within 0.1 % of its size", for a sentence. */
export function roundingInWords({ share, least }: Rounding): string {
  const parts = [
    ...(share > 0 ? [`${Number((100 * share).toPrecision(2))} % of its size`] : []),
    ...(least > 0 ? [`${least}`] : []),
  ];
  return parts.length > 0 ? `within ${parts.join(" or ")}` : "exactly";
}
