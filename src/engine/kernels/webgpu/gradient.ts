/**
 * The gradient of a whole sample in pieces on the device that is open: keeps the examples there, and is asked for all pieces at
 * once. What the device does is in products.ts.
 *
 * The sums of each piece are read back, to be added up as everywhere, in float64: at the size of Fig. 1 of the hinge-loss
 * companion 5 MB a step, a few milliseconds beside 16 GFLOP. The sum over all pieces on the device would save less than
 * that, and would be another one, in float32.
 */
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { backend as currentBackend } from "@tensorflow/tfjs-core";
import { faultOfDevice } from "../../device.ts";
import { type Divided, PIECES, type PieceGradient, rangeOf } from "../../divided.ts";
import { assertFits } from "../../memory.ts";
import type { Network } from "../../network.ts";
import { pauses } from "../../pauses.ts";
import { storesSlopes } from "./activations.ts";
import { ARRAYS, type ArrayName, COUNTS, type Counts, type Shader, shaders } from "./products.ts";
import { submissions } from "./submissions.ts";
import { columnsOf, rowsOf, type Variant, variantFor } from "./tiles.ts";

/** Bytes of an array that every device can bind. Pieces are worked off in batches whose arrays are no larger. */
const MOST_BYTES = 2 ** 27;
/** Multiply-adds that an activation and its slope count for, where they are more than a comparison. */
const WORK_OF_AN_ACTIVATION = 50;

/** A training whose examples are all on one device. */
export interface Whole extends Divided {
  /** n. */
  readonly sampleSize: number;
}

/** What computes all pieces at some weights, in their order. */
export interface DeviceGradients {
  /** One call at a time. @throws DeviceLostError, OutOfMemoryError, or the signal's reason */
  readonly gradients: (network: Network, signal: AbortSignal) => Promise<PieceGradient[]>;
  /** Gives the device's memory back. */
  readonly dispose: () => void;
}

/** Neighbouring pieces whose examples lie in the same arrays. */
interface Batch {
  readonly firstPiece: number;
  /** The first row of each piece, and how many it has. */
  readonly pieces: readonly (readonly [number, number])[];
  readonly rows: number;
}

type Buffers<Names extends ArrayName = ArrayName> = Readonly<Record<Names, GPUBuffer>>;
type OfBatch = "inputs" | "targets";

/**
 * Draws the examples and lays them down on the device of the current backend, which must be `webgpu`.
 * @throws CapacityError for what the device cannot bind, DeviceLostError, OutOfMemoryError, or the signal's reason
 */
export async function gradientsOnDevice(whole: Whole, signal: AbortSignal): Promise<DeviceGradients> {
  const { device } = currentBackend() as WebGPUBackend;
  const batches = batchesOf(whole);
  checkLimits(whole, batches, device.limits);
  const variant = variantFor(whole);
  const pipelines = pipelinesFor(device, variant);
  const { bufferOf, dispose } = memoryOf(device);
  try {
    const samples: Buffers<OfBatch>[] = [];
    for (const batch of batches) samples.push(await laidDown(whole, batch, { device, bufferOf, signal }));
    const numbers = sharedNumbers(whole, batches, variant);
    const { COPY_SRC, COPY_DST, STORAGE, MAP_READ } = GPUBufferUsage;
    const usages = STORAGE | COPY_SRC | COPY_DST;
    const shared = mapped(numbers, (count) => bufferOf(count, usages));
    write(device, shared.pieces, 0, Uint32Array.from(batches.flatMap(({ pieces }) => pieces.flat())));
    const read = bufferOf(numbers.gradients + numbers.tallies, MAP_READ | COPY_DST);
    const queue = submissions(device, `gradient ${whole.rule.activation}`);

    const compute = async (signal: AbortSignal) => {
      for (const [k, batch] of batches.entries()) {
        const buffers = { ...shared, ...(samples[k] as Buffers<OfBatch>) };
        for (const { shader, before, groups, each } of workOf(whole, batch, variant)) {
          for (let done = 0; done < groups; ) {
            const count = await queue.room(groups - done, each, signal);
            const uniform = uniformOf(device, whole, {
              ...countsOf(whole, batch, variant),
              first: before + done,
            });
            const pipeline = pipelines[shader];
            const group = groupOf(device, pipeline, [
              uniform,
              ...ARRAYS[shader].map((name) => buffers[name]),
            ]);
            queue.dispatch({ pipeline, group, count, work: count * each, uniform });
            done += count;
          }
        }
      }
      queue.copy(shared.gradients, read, 0, 4 * numbers.gradients);
      queue.copy(shared.tallies, read, 4 * numbers.gradients, 4 * numbers.tallies);
    };
    const gradients = async ({ inputWeights, outputWeights }: Network, signal: AbortSignal) => {
      write(device, shared.inputWeights, 0, inputWeights);
      write(device, shared.outputWeights, 0, outputWeights);
      try {
        await compute(signal);
      } finally {
        queue.submit();
      }
      await read.mapAsync(GPUMapMode.READ);
      const fault = faultOfDevice();
      if (fault) throw fault;
      const pieces = piecesIn(read.getMappedRange(), numbers.gradients / PIECES);
      read.unmap();
      return pieces;
    };
    return { gradients, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** As few batches as hold all pieces, with about as many each. */
function batchesOf(whole: Whole): Batch[] {
  const { sampleSize, width, inputDimension } = whole;
  const bytes = 4 * Math.ceil(sampleSize / PIECES) * Math.max(valuesOf(whole) * width, inputDimension);
  const count = Math.ceil(PIECES / Math.max(1, Math.floor(MOST_BYTES / bytes)));
  return Array.from({ length: count }, (_, k) => {
    const [firstPiece, end] = [Math.floor((k * PIECES) / count), Math.floor(((k + 1) * PIECES) / count)];
    const ranges = Array.from({ length: end - firstPiece }, (_, j) => rangeOf(firstPiece + j, sampleSize));
    const first = rangeOf(firstPiece, sampleSize).from;
    const pieces = ranges.map(({ from, to }) => [from - first, to - from] as const);
    return { firstPiece, pieces, rows: rangeOf(end - 1, sampleSize).to - first };
  });
}

/** Numbers that are kept of an example and a neuron: the activation, and its slope where it does not show in it. */
function valuesOf({ rule }: Whole): number {
  return storesSlopes(rule.activation) ? 2 : 1;
}

/** Float32 numbers of the arrays that all batches share. */
function sharedNumbers(whole: Whole, batches: readonly Batch[], variant: Variant) {
  const { width, inputDimension } = whole;
  const rows = Math.max(...batches.map((batch) => batch.rows));
  return {
    inputWeights: inputDimension * width,
    outputWeights: width,
    activations: rows * valuesOf(whole) * width,
    sums: 4 * Math.ceil(rows / 4) * Math.ceil(width / columnsOf(variant.forward)),
    pieces: 2 * PIECES,
    list: 2 * rows,
    tallies: 2 * PIECES,
    gradients: PIECES * (inputDimension + 1) * width,
  } satisfies Record<Exclude<ArrayName, OfBatch>, number>;
}

/** @throws CapacityError where the device cannot bind an array */
function checkLimits(whole: Whole, batches: readonly Batch[], limits: GPUSupportedLimits): void {
  const limit = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  assertFits("WebGPU", { ...whole, networks: 1 }, (width) => {
    const sized = { ...whole, width };
    return Object.entries(sharedNumbers(sized, batches, variantFor(sized))).map(([name, numbers]) => ({
      what: `the array “${name}”`,
      bytes: 4 * numbers,
      limit,
    }));
  });
}

/** What is given back at once. */
function memoryOf(device: GPUDevice) {
  const held: GPUBuffer[] = [];
  return {
    bufferOf: (numbers: number, usage: GPUBufferUsageFlags) => {
      // An empty array cannot be bound; the largest element has four numbers.
      const buffer = device.createBuffer({ size: 4 * Math.max(numbers, 4), usage });
      held.push(buffer);
      return buffer;
    },
    dispose: () => {
      for (const buffer of held) buffer.destroy();
    },
  };
}

interface Place {
  readonly device: GPUDevice;
  readonly bufferOf: (numbers: number, usage: GPUBufferUsageFlags) => GPUBuffer;
  readonly signal: AbortSignal;
}

/** The examples of a batch on the device. They are drawn a piece at a time: no more is in this thread's memory. */
async function laidDown(
  { inputDimension, sampleOf }: Whole,
  { firstPiece, pieces, rows }: Batch,
  { device, bufferOf, signal }: Place,
): Promise<Buffers<OfBatch>> {
  const pause = pauses();
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
  const inputs = bufferOf(rows * inputDimension, usage);
  const targets = bufferOf(rows, usage);
  for (const [k, [row]] of pieces.entries()) {
    signal.throwIfAborted();
    const sample = sampleOf(firstPiece + k);
    write(device, inputs, row * inputDimension, sample.inputs);
    write(device, targets, row, sample.targets);
    await pause();
  }
  return { inputs, targets };
}

function write(device: GPUDevice, buffer: GPUBuffer, at: number, numbers: Float32Array | Uint32Array): void {
  device.queue.writeBuffer(buffer, 4 * at, numbers as Float32Array<ArrayBuffer>);
}

/** The workgroups of a shader on a batch. */
interface Work {
  readonly shader: Shader;
  /** Number of the first one. */
  readonly before: number;
  readonly groups: number;
  /** Multiply-adds of one. */
  readonly each: number;
}

function workOf(whole: Whole, { firstPiece, pieces, rows }: Batch, variant: Variant): readonly Work[] {
  const { width, inputDimension, rule } = whole;
  const { forward, backward } = variant;
  const neuronTiles = Math.ceil(width / columnsOf(forward));
  const tiles = Math.ceil(width / rowsOf(backward)) * Math.ceil(inputDimension / columnsOf(backward));
  const largest = Math.max(...pieces.map(([, size]) => size));
  const terms = inputDimension + (storesSlopes(rule.activation) ? WORK_OF_AN_ACTIVATION : 0);
  return [
    {
      shader: "forward",
      before: 0,
      groups: neuronTiles * Math.ceil(rows / rowsOf(forward)),
      each: rowsOf(forward) * columnsOf(forward) * terms,
    },
    { shader: "pull", before: firstPiece, groups: pieces.length, each: 2 * neuronTiles * largest },
    {
      shader: "backward",
      before: firstPiece * tiles,
      groups: pieces.length * tiles,
      each: rowsOf(backward) * columnsOf(backward) * largest,
    },
  ];
}

function countsOf({ width, inputDimension }: Whole, { rows }: Batch, { forward }: Variant) {
  return { width, inputDimension, rows, neuronTiles: Math.ceil(width / columnsOf(forward)) };
}

function uniformOf(device: GPUDevice, { rule, outputFactor }: Whole, counts: Counts): GPUBuffer {
  const size = 4 * (COUNTS.length + 2);
  const usage = GPUBufferUsage.UNIFORM;
  const uniform = device.createBuffer({ size: 16 * Math.ceil(size / 16), usage, mappedAtCreation: true });
  const memory = uniform.getMappedRange();
  new Uint32Array(memory).set(COUNTS.map((name) => counts[name]));
  new Float32Array(memory).set([rule.margin, outputFactor], COUNTS.length);
  uniform.unmap();
  return uniform;
}

function groupOf(
  device: GPUDevice,
  pipeline: GPUComputePipeline,
  buffers: readonly GPUBuffer[],
): GPUBindGroup {
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
  return device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
}

/** What was read back: the gradients of all pieces, of so many numbers each, then their tallies. */
function piecesIn(memory: ArrayBuffer, weights: number): PieceGradient[] {
  const sums = new Float32Array(memory);
  const losses = sums.subarray(PIECES * weights);
  const counts = new Uint32Array(memory, losses.byteOffset);
  return Array.from({ length: PIECES }, (_, piece) => ({
    sums: sums.slice(piece * weights, (piece + 1) * weights),
    loss: losses[2 * piece] as number,
    pulling: counts[2 * piece + 1] as number,
  }));
}

type Pipelines = Readonly<Record<Shader, GPUComputePipeline>>;
const cache = new WeakMap<GPUDevice, Map<string, Pipelines>>();

/** Compiled shaders, kept for as long as their device lives. */
function pipelinesFor(device: GPUDevice, variant: Variant): Pipelines {
  const form = JSON.stringify(variant);
  const kept = cache.get(device) ?? new Map<string, Pipelines>();
  cache.set(device, kept);
  const compiled = (shader: Shader) => {
    const label = `gradient: ${shader} ${form}`;
    const module = device.createShaderModule({ label, code: shaders[shader](variant) });
    return device.createComputePipeline({ label, layout: "auto", compute: { module } });
  };
  const pipelines = kept.get(form) ?? mapped(shaders, (_, shader) => compiled(shader));
  kept.set(form, pipelines);
  return pipelines;
}

/** The same names with what is made of their values. */
function mapped<Name extends string, From, To>(
  of: Readonly<Record<Name, From>>,
  make: (value: From, name: Name) => To,
): Record<Name, To> {
  const entries = (Object.entries(of) as [Name, From][]).map(([name, value]) => [name, make(value, name)]);
  return Object.fromEntries(entries) as Record<Name, To>;
}
