// Ensembles to run: drawn from seeds, with descents that differ in every column. Nothing here knows a backend.
import { UNBOUNDED_TIME_STEP } from "../../src/engine/descend.ts";
import { type Network, normalInitialisation, type Sample } from "../../src/engine/network.ts";
import {
  adaptiveTimeStep,
  type Descent,
  gramTrace,
  growthRate,
  outputs,
  preactivations,
} from "../../src/engine/reference.ts";
import { normal, stream } from "../../src/math/random.ts";

export interface Ensemble {
  readonly sample: Sample;
  readonly networks: readonly Network[];
  readonly descents: readonly Descent[];
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
];

function normals(purpose: string, length: number): Float32Array {
  const source = stream(7, purpose);
  return Float32Array.from({ length }, (_, index) => normal(source, index));
}

export function sampleFor({ sampleSize, inputDimension }: Shape): Sample {
  return {
    sampleSize,
    inputDimension,
    inputs: normals("inputs", sampleSize * inputDimension),
    targets: normals("targets", sampleSize),
  };
}

/** A descent as the kernels get it: every column rounded to float32. */
export function rounded(descent: Descent): Descent {
  const entries = Object.entries(descent).map(([name, value]) => [name, Math.fround(value as number)]);
  return Object.fromEntries(entries) as unknown as Descent;
}

/** The step that the adaptive rule would take at the start. */
export function firstTimeStep(network: Network, sample: Sample, descent: Descent): number {
  const { inputs, targets, inputDimension } = sample;
  const norms = Float64Array.from(targets, (_, i) =>
    inputs.subarray(i * inputDimension, (i + 1) * inputDimension).reduce((sum, x) => sum + x * x, 0),
  );
  const residuals = outputs(network, sample, descent.outputFactor).map((f, i) => f - (targets[i] as number));
  const trace = gramTrace(preactivations(network, sample), norms, network.outputWeights, descent);
  return adaptiveTimeStep(trace, growthRate(residuals, norms, descent), descent);
}

/** Lazy scaling, mean-field scaling, and one whose layers move at different rates. */
function scalings({ width }: Shape): Descent[] {
  const free = { timeStep: UNBOUNDED_TIME_STEP, targetRisk: NO_TARGET };
  return [
    { ...free, outputFactor: 1 / Math.sqrt(width), outputRate: 1, inputRate: 1 },
    { ...free, outputFactor: 1 / width, outputRate: width, inputRate: width },
    { ...free, outputFactor: 0.3 / Math.sqrt(width), outputRate: 2, inputRate: 0.5 },
  ];
}

/**
 * R networks with different descents. Fixed steps are half of the adaptive rule's first one, so that they are stable
 * too; with adaptive steps the last network has a largest step that binds from the start.
 */
export function ensembleOf(size: Shape, count: 1 | 3, adaptive: boolean): Ensemble {
  const sample = sampleFor(size);
  const networks = Array.from({ length: count }, (_, r) =>
    normalInitialisation(size.width, size.inputDimension, r),
  );
  const descents = networks.map((network, r) => {
    const descent = scalings(size)[r] as Descent;
    const timeStep = 0.5 * firstTimeStep(network, sample, descent);
    return rounded(adaptive && r < 2 ? descent : { ...descent, timeStep });
  });
  return { sample, networks, descents };
}
