/**
 * `descend`: K full-batch gradient steps of an ensemble of R two-layer networks as one TensorFlow.js operation.
 * This file defines its inputs and outputs; a kernel per backend (kernels/) computes it, and reference.ts defines it.
 */
import {
  engine,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  registerKernel,
  type Tensor,
  type TensorInfo,
} from "@tensorflow/tfjs-core";
import { checkFirstStep, checkRule, checkSteps } from "./hyperparameters.ts";
import { InputError } from "./inputs.ts";
import { namedShortage } from "./memory.ts";
import type { Descent, Rule } from "./reference.ts";

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

/** Tensors of one ensemble. All float32. */
export interface DescendInputs<T> {
  /** w, shape [R, d, m]. */
  readonly inputWeights: T;
  /** a, shape [R, m]. */
  readonly outputWeights: T;
  /** x, shape [n, d], one sample for all networks; or [R, n, d], one each. */
  readonly inputs: T;
  /** y, shape [n] or [R, n]. */
  readonly targets: T;
  /** One row of {@link DESCENT_COLUMNS} per network, shape [R, 5]. */
  readonly descents: T;
  /** Adam's moments, shape [R, 2, d + 1, m] as `zeroMoments` in reference.ts lays them out; only with Adam. */
  readonly moments?: T;
}

export interface DescendAttributes {
  /** K ≥ 1. */
  readonly steps: number;
  /** Whether every step is limited by the rule of `adaptiveTimeStep`. */
  readonly adaptive: boolean;
  readonly rule: Rule;
  /** Updates made before this call, for Adam's bias correction; 0 if missing. */
  readonly firstStep?: number;
}

/** The attributes as kernels get them, with all defaults filled in. */
export type CompleteAttributes = Required<DescendAttributes>;

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
  /** Adam's moments after the steps, shape [R, 2, d + 1, m]; only with Adam. */
  readonly moments?: T;
}

/** R, samples, d, m and n. */
export interface Sizes {
  readonly networks: number;
  /** Number of samples: 1 or R. */
  readonly samples: number;
  readonly inputDimension: number;
  readonly width: number;
  readonly sampleSize: number;
}

/** Sizes of an ensemble, read off its tensors. @throws InputError where two of them disagree or one is empty. */
export function sizesOf(inputs: DescendInputs<{ shape: number[] }>): Sizes {
  const [networks = 0, inputDimension = 0, width = 0] = inputs.inputWeights.shape;
  const samples = inputs.inputs.shape.length === 3 ? networks : 1;
  const sampleSize = inputs.targets.shape.at(-1) ?? 0;
  const perSample = inputs.inputs.shape.length === 3 ? [networks] : [];
  const expected: [keyof DescendInputs<unknown>, number[]][] = [
    ["inputWeights", [networks, inputDimension, width]],
    ["outputWeights", [networks, width]],
    ["inputs", [...perSample, sampleSize, inputDimension]],
    ["targets", [...perSample, sampleSize]],
    ["descents", [networks, DESCENT_COLUMNS.length]],
    ["moments", [networks, 2, inputDimension + 1, width]],
  ];
  for (const [name, shape] of expected) {
    const tensor = inputs[name];
    if (!tensor) continue;
    if (tensor.shape.join() !== shape.join() || shape.some((length) => length < 1)) {
      throw new InputError(`descend: ${name} has shape [${tensor.shape}], where [${shape}] is needed.`);
    }
  }
  return { networks, samples, inputDimension, width, sampleSize };
}

/** The operation on one backend, which gets complete attributes and the backend itself. */
export interface Kernel<Backend> {
  /** @throws CapacityError for a call that the backend cannot hold; allocates nothing. */
  readonly checkFits: (sizes: Sizes, attributes: CompleteAttributes, backend: Backend) => void;
  readonly run: (
    tensors: DescendInputs<TensorInfo>,
    attributes: CompleteAttributes,
    backend: Backend,
  ) => TensorInfo[];
}

const checks = new Map<string, Kernel<unknown>["checkFits"]>();

/** Registers a kernel with TensorFlow.js. */
export function registerKernelOf<Backend>(backendName: string, { checkFits, run }: Kernel<Backend>): void {
  checks.set(backendName, checkFits as Kernel<unknown>["checkFits"]);
  registerKernel({
    kernelName: DESCEND,
    backendName,
    kernelFunc: ({ inputs, attrs, backend }) =>
      run(
        inputs as unknown as DescendInputs<TensorInfo>,
        attrs as unknown as CompleteAttributes,
        backend as Backend,
      ),
  });
}

/**
 * Whether the current backend can make a call of these sizes, asked before its tensors are there.
 * @throws InputError for invalid attributes, CapacityError with the largest width that fits.
 */
export function checkCall(sizes: Sizes, attributes: DescendAttributes): void {
  const whole = completed(attributes);
  checkSteps("number of steps", whole.steps);
  checkFirstStep(whole.firstStep);
  checkRule(whole.rule);
  checks.get(engine().backendName)?.(sizes, whole, engine().backend);
}

function completed({ steps, adaptive, rule, firstStep = 0 }: DescendAttributes): CompleteAttributes {
  return { steps, adaptive, rule, firstStep };
}

/**
 * Runs K steps on the current backend. Does not dispose of its inputs, and leaves no tensor where it throws.
 * @throws InputError if the shapes do not fit together, an attribute is invalid, or Adam lacks its moments; CapacityError
 * for what the backend cannot hold, OutOfMemoryError where memory runs out all the same.
 */
export function descend(
  inputs: DescendInputs<Tensor>,
  attributes: DescendAttributes,
): DescendOutputs<Tensor> {
  const whole = completed(attributes);
  checkCall(sizesOf(inputs), whole);
  if ((whole.rule.optimiser === "adam") !== (inputs.moments !== undefined)) {
    throw new InputError("descend: Adam needs its moments, and only Adam.");
  }
  const results = runNamed(inputs, whole);
  const [inputWeights, outputWeights, risks, timeSteps, made, moments] = results as [
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor?,
  ];
  return { inputWeights, outputWeights, risks, timeSteps, steps: made, ...(moments ? { moments } : {}) };
}

/** The kernel's results; what engines throw when memory runs out gets its name. */
function runNamed(inputs: DescendInputs<Tensor>, attributes: CompleteAttributes): Tensor[] {
  try {
    const attrs = attributes as unknown as NamedAttrMap;
    return engine().runKernel(DESCEND, { ...inputs } satisfies NamedTensorInfoMap, attrs) as Tensor[];
  } catch (error) {
    throw namedShortage(error, "Training");
  }
}
