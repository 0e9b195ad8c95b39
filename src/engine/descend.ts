/**
 * `descend`: K full-batch gradient steps of an ensemble of R two-layer networks as one TensorFlow.js operation.
 * This file says what goes in and out; a kernel a backend (kernels/) says how, and reference.ts what it means.
 */
import { engine, type NamedAttrMap, type NamedTensorInfoMap, type Tensor } from "@tensorflow/tfjs-core";
import type { Descent } from "./reference.ts";

/** Name under which the kernels are registered. */
export const DESCEND = "Descend";

/** Columns of the `descents` tensor, in this order. */
export const DESCENT_COLUMNS = [
  "outputFactor",
  "outputRate",
  "inputRate",
  "timeStep",
  "targetRisk",
] as const satisfies readonly (keyof Descent)[];

/** A time step that never binds: the adaptive rule alone decides. Finite, so that no shading language minds it. */
export const UNBOUNDED_TIME_STEP = 1e30;

/** Tensors of one ensemble; the sample is shared by its networks. All float32. */
export interface DescendInputs<T> {
  /** w, shape [R, d, m]. */
  readonly inputWeights: T;
  /** a, shape [R, m]. */
  readonly outputWeights: T;
  /** x, shape [n, d]. */
  readonly inputs: T;
  /** y, shape [n]. */
  readonly targets: T;
  /** One row of {@link DESCENT_COLUMNS} a network, shape [R, 5]. */
  readonly descents: T;
}

export interface DescendAttributes {
  /** K ≥ 1. */
  readonly steps: number;
  /** Whether every step is limited by the rule of `adaptiveTimeStep`. */
  readonly adaptive: boolean;
}

/** What comes back, in this order; see `Descended` in reference.ts. */
export interface DescendOutputs<T> {
  /** w after the steps, shape [R, d, m]. */
  readonly inputWeights: T;
  /** a after the steps, shape [R, m]. */
  readonly outputWeights: T;
  /** R before each step, shape [R, K]. */
  readonly risks: T;
  /** Δt of each step, 0 once stopped, shape [R, K]. */
  readonly timeSteps: T;
  /** Updates made, shape [R]; whole numbers in float32, exact up to 2^24. */
  readonly steps: T;
}

/** R, d, m and n. */
export interface Sizes {
  readonly networks: number;
  readonly inputDimension: number;
  readonly width: number;
  readonly sampleSize: number;
}

/** Sizes of an ensemble, read off its tensors. Throws where two of them disagree. */
export function sizesOf(inputs: DescendInputs<{ shape: number[] }>): Sizes {
  const [networks = 0, inputDimension = 0, width = 0] = inputs.inputWeights.shape;
  const sampleSize = inputs.targets.shape[0] ?? 0;
  const expected: [keyof DescendInputs<unknown>, number[]][] = [
    ["inputWeights", [networks, inputDimension, width]],
    ["outputWeights", [networks, width]],
    ["inputs", [sampleSize, inputDimension]],
    ["targets", [sampleSize]],
    ["descents", [networks, DESCENT_COLUMNS.length]],
  ];
  for (const [name, shape] of expected) {
    if (inputs[name].shape.join() !== shape.join() || shape.some((length) => length < 1)) {
      throw new RangeError(`descend: ${name} has shape [${inputs[name].shape}], where [${shape}] is needed.`);
    }
  }
  return { networks, inputDimension, width, sampleSize };
}

/**
 * Runs K steps on the current backend. Does not dispose of its inputs.
 * @throws RangeError if the shapes do not fit together or K is not a positive whole number.
 */
export function descend(
  inputs: DescendInputs<Tensor>,
  attributes: DescendAttributes,
): DescendOutputs<Tensor> {
  sizesOf(inputs);
  if (!Number.isSafeInteger(attributes.steps) || attributes.steps < 1) {
    throw new RangeError(`descend: steps must be a positive whole number, not ${attributes.steps}.`);
  }
  const results = engine().runKernel(
    DESCEND,
    { ...inputs } satisfies NamedTensorInfoMap,
    { ...attributes } satisfies NamedAttrMap,
  ) as Tensor[];
  const [inputWeights, outputWeights, risks, timeSteps, steps] = results as [
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
  ];
  return { inputWeights, outputWeights, risks, timeSteps, steps };
}
