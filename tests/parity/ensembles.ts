// Ensembles to run: drawn from seeds, with descents that differ in every column. Nothing here knows a backend.
import { UNBOUNDED_TIME_STEP } from "../../src/engine/descend.ts";
import { type Network, normalInitialisation, type Sample } from "../../src/engine/network.ts";
import {
  adaptiveTimeStep,
  type Descent,
  gramTrace,
  growthRate,
  outputs,
  PLAIN_RULE,
  preactivations,
  pulls,
  type Rule,
} from "../../src/engine/reference.ts";
import { normal, stream } from "../../src/math/random.ts";

export interface Ensemble {
  /** One sample for all networks, or one per network. */
  readonly samples: readonly Sample[];
  readonly networks: readonly Network[];
  readonly descents: readonly Descent[];
  readonly rule: Rule;
  /** Adam's moments at the start, one array a network; all zero where they are missing. */
  readonly moments?: readonly (Float32Array | Float64Array)[];
}

/** The sample that the r-th network is trained on. */
export function sampleAt({ samples }: Ensemble, r: number): Sample {
  return samples[samples.length === 1 ? 0 : r] as Sample;
}

export interface Shape {
  readonly sampleSize: number;
  readonly inputDimension: number;
  readonly width: number;
}

/** Never reached: a risk is not negative. */
export const NO_TARGET = -1;

function shape(sampleSize: number, inputDimension: number, width: number): Shape {
  return { sampleSize, inputDimension, width };
}

/** A step of so much work that a device shares a network among many workgroups, be it alone or one of three. */
export const LARGE: Shape = shape(101, 6, 2501);

/** Sizes around every tile, block and group of the kernels, and the sizes of the benchmarks. */
export const SHAPES: readonly Shape[] = [
  shape(4, 2, 1000),
  shape(1, 1, 1),
  shape(5, 3, 33),
  shape(3, 6, 17),
  shape(1, 2, 7),
  shape(7, 1, 64),
  shape(80, 5, 50),
  shape(200, 20, 100),
  shape(33, 9, 65),
  shape(2, 784, 3),
  shape(1030, 1, 3),
  shape(2, 2, 40_000),
  LARGE,
];

function normals(purpose: string, length: number): Float32Array {
  const source = stream(7, purpose);
  return Float32Array.from({ length }, (_, index) => normal(source, index));
}

/** Standard normal inputs and targets; labels ±1 for the hinge loss. Each `which` is another sample. */
export function sampleFor(
  { sampleSize, inputDimension }: Shape,
  { loss }: Rule = PLAIN_RULE,
  which = 0,
): Sample {
  const name = which === 0 ? "" : ` ${which}`;
  const targets = normals(`targets${name}`, sampleSize);
  return {
    sampleSize,
    inputDimension,
    inputs: normals(`inputs${name}`, sampleSize * inputDimension),
    targets: loss === "hinge" ? targets.map(Math.sign) : targets,
  };
}

/** A descent as the kernels get it: every column rounded to float32. */
export function rounded(descent: Descent): Descent {
  const entries = Object.entries(descent).map(([name, value]) => [name, Math.fround(value as number)]);
  return Object.fromEntries(entries) as unknown as Descent;
}

/** The step that the adaptive rule would take at the start. */
function firstTimeStep(network: Network, sample: Sample, descent: Descent, rule: Rule): number {
  const { inputs, targets, inputDimension } = sample;
  const norms = Float64Array.from(targets, (_, i) =>
    inputs.subarray(i * inputDimension, (i + 1) * inputDimension).reduce((sum, x) => sum + x * x, 0),
  );
  const z = preactivations(network, sample);
  const pull = pulls(outputs(network, sample, descent.outputFactor, rule.activation), targets, rule);
  const trace = gramTrace(z, norms, network.outputWeights, descent, rule.activation);
  return adaptiveTimeStep(trace, growthRate(pull, norms, descent), descent);
}

/** How far Adam may move a weight in one step: its directions are of size 1, whatever the gradients are. */
const ADAM_STEP = 0.01;

/** Lazy scaling, mean-field scaling, and one whose layers move at different rates. */
function scalings({ width }: Shape): Descent[] {
  const free = { timeStep: UNBOUNDED_TIME_STEP, targetRisk: NO_TARGET };
  return [
    { ...free, outputFactor: 1 / Math.sqrt(width), outputRate: 1, inputRate: 1 },
    { ...free, outputFactor: 1 / width, outputRate: width, inputRate: width },
    { ...free, outputFactor: 0.3 / Math.sqrt(width), outputRate: 2, inputRate: 0.5 },
  ];
}

export interface EnsembleOptions {
  readonly rule?: Rule;
  /** Whether every network has a sample of its own. */
  readonly ownSamples?: boolean;
}

/**
 * R networks with different descents. Fixed steps are half of the adaptive rule's first one, so that they are stable
 * too; with adaptive steps the last network has a largest step that binds from the start.
 */
export function ensembleOf(
  size: Shape,
  count: 1 | 3,
  adaptive: boolean,
  { rule = PLAIN_RULE, ownSamples = false }: EnsembleOptions = {},
): Ensemble {
  const samples = Array.from({ length: ownSamples ? count : 1 }, (_, r) => sampleFor(size, rule, r));
  const networks = Array.from({ length: count }, (_, r) =>
    normalInitialisation(size.width, size.inputDimension, r),
  );
  const descents = networks.map((network, r) => {
    const descent = scalings(size)[r] as Descent;
    const sample = samples[ownSamples ? r : 0] as Sample;
    const timeStep =
      rule.optimiser === "adam"
        ? ADAM_STEP / Math.max(descent.outputRate, descent.inputRate)
        : 0.5 * firstTimeStep(network, sample, descent, rule);
    return rounded(adaptive && r < 2 ? descent : { ...descent, timeStep });
  });
  return { samples, networks, descents, rule };
}

/** The ensemble with other columns in every descent. */
export function withDescents(ensemble: Ensemble, change: Partial<Descent>): Ensemble {
  return { ...ensemble, descents: ensemble.descents.map((descent) => rounded({ ...descent, ...change })) };
}

/** The rules of the papers: Adam with its usual constants, a margin that some examples of a sample reach. */
export function ruleOf(
  activation: Rule["activation"],
  loss: Rule["loss"],
  optimiser: Rule["optimiser"],
): Rule {
  return { ...PLAIN_RULE, activation, loss, optimiser, margin: loss === "hinge" ? 0.5 : 0 };
}
