/**
 * The sizes of one call: how the work is shared among lanes, workgroups and submissions, and whether the device can
 * hold it. Numbers only; nothing here touches a device.
 */
import { type CompleteAttributes, DESCENT_COLUMNS, type Sizes } from "../../descend.ts";
import { assertFits, CapacityError } from "../../memory.ts";
import type { Rule } from "../../reference.ts";
import { storesSlopes } from "./activations.ts";
import { activationRows, BLOCK_SIZE, EXTRA_COLUMNS, scratchSize, VECTOR_BYTES } from "./layout.ts";

/** Lanes of a workgroup, in subgroups: the lanes that a device really runs side by side. */
const SUBGROUPS_OF_A_GROUP = 8;
/** What WebGPU lets every workgroup have. */
const LARGEST_GROUP = 256;
/** Subgroups that keep a device busy. */
const BUSY_SUBGROUPS = 256;
/**
 * Multiply-adds of a step up to which one workgroup has a network to itself: what it takes longer for the work is less
 * than what it would take to start others for each part of a step. An ensemble keeps a device busy that way in any case.
 */
const WORK_ALONE = 1e6;
/** Samples that a lane adds up in a forward pass, in blocks, and neurons and inputs that it has at a time. */
const LARGEST_BLOCK_TILE = 2;
const LARGEST_NEURON_TILE = 4;
const LARGEST_INPUT_TILE = 4;
/** Partial sums that one lane of `decide` adds up before the lanes of a column are added to one another. */
const SUMS_OF_A_LANE = 4;
/** Multiply-adds that an activation and its slope count for, where they are more than a comparison. */
const WORK_OF_AN_ACTIVATION = 50;
/** Steps of one submission however small they are, where each takes three dispatches of some 10 to 20 µs. */
const MOST_STEPS_OF_A_SUBMISSION = 1500;

export interface Plan extends Sizes, Pick<Rule, "activation" | "loss" | "optimiser"> {
  readonly steps: number;
  readonly adaptive: number;
  /** Whether a workgroup makes all steps of a network alone. */
  readonly alone: boolean;
  /** Invocations of a workgroup. */
  readonly groupSize: number;
  /** Neurons that a lane has at a time, and in how many groups of lanes an update shares them. */
  readonly neuronTile: number;
  readonly neuronGroups: number;
  /** Inputs that a lane has at a time, how many such tiles there are, and d rounded up to a multiple of it. */
  readonly inputTile: number;
  readonly inputTiles: number;
  readonly paddedDimension: number;
  /** Blocks of samples that a lane has at a time, how many such tiles there are, and all blocks. */
  readonly blockTile: number;
  readonly sampleTiles: number;
  readonly sampleBlocks: number;
  /** In how many slices a forward pass shares the neurons. */
  readonly slices: number;
  /** Lanes of `decide` that share one column of partial sums, a power of two. */
  readonly summingRows: number;
  readonly stepsOfASubmission: number;
}

export type Limits = Pick<
  GPUSupportedLimits,
  "maxStorageBufferBindingSize" | "maxBufferSize" | "maxComputeWorkgroupsPerDimension"
>;

/** The least power of two from `value` on, 1 for what is below. */
function powerOfTwoFrom(value: number): number {
  let power = 1;
  while (power < value) power *= 2;
  return power;
}

/** Multiply-adds of one step of all networks. */
export function workOf(sizes: Sizes, { activation }: Pick<Rule, "activation">): number {
  const { networks, inputDimension, width, sampleSize } = sizes;
  const workOfAnExample = 2 * inputDimension + 2 + (storesSlopes(activation) ? WORK_OF_AN_ACTIVATION : 0);
  return networks * width * sampleSize * workOfAnExample;
}

/** What a device is capable of, as far as a plan depends on it. */
export interface Capacity {
  readonly subgroupSize: number;
  /** Multiply-adds that one submission may have. */
  readonly affordableWork: number;
}

export function planOf(sizes: Sizes, attributes: CompleteAttributes, capacity: Capacity): Plan {
  const { steps, adaptive, rule } = attributes;
  const { activation, loss, optimiser } = rule;
  const { networks, inputDimension, width, sampleSize } = sizes;
  const work = workOf(sizes, rule);
  const alone = work <= WORK_ALONE * networks * networks;
  const groupSize = Math.min(LARGEST_GROUP, SUBGROUPS_OF_A_GROUP * capacity.subgroupSize);
  const lanes = alone ? groupSize : Math.ceil((BUSY_SUBGROUPS * capacity.subgroupSize) / networks);

  const blocks = Math.ceil(sampleSize / BLOCK_SIZE);
  const blockTile = Math.min(LARGEST_BLOCK_TILE, powerOfTwoFrom(blocks));
  const sampleTiles = Math.ceil(blocks / blockTile);
  const inputTile = Math.min(LARGEST_INPUT_TILE, powerOfTwoFrom(inputDimension));
  const inputTiles = Math.ceil(inputDimension / inputTile);
  const slices = Math.min(width, Math.max(1, Math.floor(lanes / sampleTiles)));
  const neuronTile = neuronTileFor(Math.min(width / slices, (width * inputTiles) / lanes));
  return {
    ...sizes,
    activation,
    loss,
    optimiser,
    steps,
    adaptive: Number(adaptive),
    alone,
    groupSize,
    neuronTile,
    neuronGroups: Math.ceil(width / neuronTile),
    inputTile,
    inputTiles,
    paddedDimension: inputTiles * inputTile,
    blockTile,
    sampleTiles,
    sampleBlocks: sampleTiles * blockTile,
    slices,
    summingRows: Math.min(groupSize, powerOfTwoFrom(Math.ceil(slices / SUMS_OF_A_LANE))),
    stepsOfASubmission: Math.max(
      1,
      Math.min(alone ? steps : MOST_STEPS_OF_A_SUBMISSION, Math.floor(capacity.affordableWork / work)),
    ),
  };
}

/** As many neurons at a time as leave every lane some, a power of two. */
function neuronTileFor(neuronsOfALane: number): number {
  let tile = LARGEST_NEURON_TILE;
  while (tile > 1 && tile > neuronsOfALane) tile /= 2;
  return tile;
}

/** Bytes of every array that a shader binds, 0 of one that the rule does not need. */
export function bytesOf(plan: Plan) {
  const { networks, samples, inputDimension, paddedDimension, width, sampleSize, sampleBlocks, steps } = plan;
  return {
    inputWeights: 4 * networks * inputDimension * width,
    outputWeights: 4 * networks * width,
    inputs: 4 * samples * sampleSize * inputDimension,
    targets: 4 * samples * sampleSize,
    descents: 4 * networks * DESCENT_COLUMNS.length,
    trace: 4 * networks * (2 * steps + 1),
    sample: VECTOR_BYTES * samples * sampleBlocks * (paddedDimension + EXTRA_COLUMNS),
    activations: VECTOR_BYTES * networks * activationRows(plan, plan) * width,
    scratch: VECTOR_BYTES * networks * scratchSize(plan),
    moments: plan.optimiser === "adam" ? 8 * networks * (inputDimension + 1) * width : 0,
  };
}

export type ArrayName = keyof ReturnType<typeof bytesOf>;

/** @throws CapacityError where the device cannot hold an array or count the workgroups. */
export function checkLimits(plan: Plan, limits: Limits): void {
  const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  assertFits("WebGPU", plan, (width) =>
    Object.entries(bytesOf({ ...plan, width })).map(([name, bytes]) => ({
      what: `the array “${name}”`,
      bytes,
      limit,
    })),
  );
  if (plan.networks > limits.maxComputeWorkgroupsPerDimension) {
    throw new CapacityError(
      `WebGPU: ${plan.networks} networks need as many workgroups in a row, and this device allows ${limits.maxComputeWorkgroupsPerDimension}. Take fewer at a time.`,
    );
  }
}

/** Workgroups for this many pieces of work; a lane takes several where the device allows no more workgroups. */
export function groupsFor(items: number, { groupSize }: Plan, limits: Limits): number {
  return Math.min(Math.ceil(items / groupSize), limits.maxComputeWorkgroupsPerDimension);
}
