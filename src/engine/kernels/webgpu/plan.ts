/**
 * The sizes of one call: how the work is cut into tiles, groups and submissions, and whether the device can hold it.
 * Numbers only; nothing here touches a device.
 */
import { type CompleteAttributes, DESCENT_COLUMNS, type Sizes } from "../../descend.ts";
import type { Rule } from "../../reference.ts";
import { storesSlopes } from "./activations.ts";
import {
  BLOCK_SIZE,
  EXTRA_COLUMNS,
  EXTRA_COMMANDS,
  GROUP_SIZE,
  REDUCE_SIZE,
  VECTOR_BYTES,
} from "./layout.ts";

/**
 * Multiply-adds of one submission. A submission should stay under about 100 ms, so that the page's own frames come
 * through and no watchdog takes the device away; a modest integrated GPU does some 5e10 multiply-adds a second.
 */
export const WORK_OF_A_SUBMISSION = 4e9;
/** Steps of one submission however small they are: two dispatches each, at some 10 to 20 µs a dispatch. */
export const STEPS_OF_A_SUBMISSION = 2500;
/** Partial sums that one lane of `reduce` adds up before the lanes of a column are added to one another. */
const SUMS_OF_A_LANE = 4;
/**
 * Workgroups of `advance` that keep a device busy. With more neurons than these can take one a lane, each lane gets
 * several: a workgroup's barriers then serve them all, and `reduce` has fewer sums to add.
 */
const BUSY_GROUPS = 128;
const MOST_NEURONS_OF_A_LANE = 16;
/** Multiply-adds that an activation and its slope count for, where they are more than a comparison. */
const WORK_OF_AN_ACTIVATION = 50;
const LARGEST_INPUT_TILE = 8;
const LARGEST_BLOCK_TILE = 4;
/** Whole numbers are exact in float32 up to here; the kernel counts steps in float32. */
const MOST_STEPS = 2 ** 24;

export interface Plan extends Sizes, Pick<Rule, "activation" | "loss" | "optimiser"> {
  readonly steps: number;
  readonly adaptive: number;
  /** Inputs a sweep of the update handles at once, and d rounded up to a multiple of it. */
  readonly inputTile: number;
  readonly paddedDimension: number;
  /** Blocks of samples a sweep of the forward pass handles at once, and their number, a multiple of it. */
  readonly blockTile: number;
  readonly sampleBlocks: number;
  /** Workgroups of `advance` for one network. */
  readonly neuronGroups: number;
  /** Neurons that one invocation of `advance` has. */
  readonly neuronsOfALane: number;
  /** Lanes of `reduce` that share one column of partial sums, a power of two. */
  readonly slices: number;
  readonly stepsOfASubmission: number;
}

export type Limits = Pick<
  GPUSupportedLimits,
  "maxStorageBufferBindingSize" | "maxBufferSize" | "maxComputeWorkgroupsPerDimension"
>;

function powerOfTwoFrom(value: number): number {
  return 2 ** Math.ceil(Math.log2(value));
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

export function planOf(sizes: Sizes, { steps, adaptive, rule }: CompleteAttributes): Plan {
  const { activation, loss, optimiser } = rule;
  const { networks, inputDimension, width, sampleSize } = sizes;
  const blocks = Math.ceil(sampleSize / BLOCK_SIZE);
  const inputTile = Math.min(LARGEST_INPUT_TILE, powerOfTwoFrom(inputDimension));
  const blockTile = Math.min(LARGEST_BLOCK_TILE, powerOfTwoFrom(blocks));
  const neuronsOfALane = Math.max(
    1,
    Math.min(MOST_NEURONS_OF_A_LANE, Math.floor((networks * width) / (BUSY_GROUPS * GROUP_SIZE))),
  );
  const neuronGroups = Math.ceil(width / (GROUP_SIZE * neuronsOfALane));
  const workOfAnExample = 2 * inputDimension + 2 + (storesSlopes(activation) ? WORK_OF_AN_ACTIVATION : 0);
  const work = networks * width * sampleSize * workOfAnExample;
  return {
    ...sizes,
    activation,
    loss,
    optimiser,
    steps,
    adaptive: Number(adaptive),
    inputTile,
    paddedDimension: roundUp(inputDimension, inputTile),
    blockTile,
    sampleBlocks: roundUp(blocks, blockTile),
    neuronGroups,
    neuronsOfALane,
    slices: Math.min(REDUCE_SIZE, powerOfTwoFrom(Math.ceil(neuronGroups / SUMS_OF_A_LANE))),
    stepsOfASubmission: Math.max(1, Math.min(STEPS_OF_A_SUBMISSION, Math.floor(WORK_OF_A_SUBMISSION / work))),
  };
}

/** Bytes of every array that a shader binds, 0 of one that the rule does not need. */
export function bytesOf(plan: Plan) {
  const { networks, samples, inputDimension, paddedDimension, width, sampleSize, sampleBlocks, steps } = plan;
  const activations = VECTOR_BYTES * networks * sampleBlocks * width;
  return {
    inputWeights: 4 * networks * inputDimension * width,
    outputWeights: 4 * networks * width,
    inputs: 4 * samples * sampleSize * inputDimension,
    targets: 4 * samples * sampleSize,
    descents: 4 * networks * DESCENT_COLUMNS.length,
    risks: 4 * networks * steps,
    timeSteps: 4 * networks * steps,
    steps: 4 * networks,
    sample: VECTOR_BYTES * samples * sampleBlocks * (paddedDimension + EXTRA_COLUMNS),
    activations,
    slopes: storesSlopes(plan.activation) ? activations : 0,
    partialSums: VECTOR_BYTES * networks * plan.neuronGroups * (sampleBlocks + 1),
    commands: VECTOR_BYTES * networks * (sampleBlocks + EXTRA_COMMANDS),
    moments: plan.optimiser === "adam" ? 8 * networks * (inputDimension + 1) * width : 0,
  };
}

export type ArrayName = keyof ReturnType<typeof bytesOf>;

/** @throws RangeError where the device cannot hold an array or count the workgroups. */
export function checkLimits(plan: Plan, limits: Limits): void {
  const most = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  for (const [name, bytes] of Object.entries(bytesOf(plan)) as [ArrayName, number][]) {
    if (bytes <= most) continue;
    throw new RangeError(
      `WebGPU: the array “${name}” would take ${inMebibytes(bytes)}, and this device allows ${inMebibytes(most)}. ` +
        advice(plan, most),
    );
  }
  const groups = Math.max(plan.networks, plan.neuronGroups, Math.ceil(plan.sampleBlocks / GROUP_SIZE));
  if (groups > limits.maxComputeWorkgroupsPerDimension) {
    throw new RangeError(
      `WebGPU: ${groups} workgroups in a row are needed, and this device allows ${limits.maxComputeWorkgroupsPerDimension}.`,
    );
  }
  if (plan.steps > MOST_STEPS) {
    throw new RangeError(`WebGPU: at most ${MOST_STEPS} steps can be made in one call, not ${plan.steps}.`);
  }
}

function inMebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

function advice(plan: Plan, most: number): string {
  const width = largestWidth(plan, most);
  const ensemble = `${plan.networks} ${plan.networks === 1 ? "network" : "networks"}`;
  return width > 0
    ? `With ${ensemble}, ${plan.sampleSize} samples and ${plan.inputDimension} inputs the largest width is ${width}.`
    : `With ${ensemble}, ${plan.sampleSize} samples, ${plan.inputDimension} inputs and ${plan.steps} steps a call no width fits.`;
}

/** The largest width whose arrays all fit, 0 if none does. Every array grows with the width or not at all. */
export function largestWidth(plan: Plan, most: number): number {
  const fits = (width: number) => {
    const neuronGroups = Math.ceil(width / (GROUP_SIZE * plan.neuronsOfALane));
    return Object.values(bytesOf({ ...plan, width, neuronGroups })).every((bytes) => bytes <= most);
  };
  let [fitting, tooLarge] = [0, plan.width];
  while (tooLarge - fitting > 1) {
    const middle = Math.floor((fitting + tooLarge) / 2);
    if (fits(middle)) fitting = middle;
    else tooLarge = middle;
  }
  return fitting;
}
