/**
 * `descend` on TensorFlow.js's `wasm` backend: lays an ensemble out for the kernel in assembly/, runs it a network at
 * a time and copies the results back. The kernel has a memory of its own, since TensorFlow.js may move its heap.
 */
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { ACTIVATIONS } from "../../activations.ts";
import { BACKEND_LABELS } from "../../backends.ts";
import {
  type CompleteAttributes,
  type DescendInputs,
  registerKernelOf,
  type Sizes,
  sizesOf,
} from "../../descend.ts";
import { LOSSES } from "../../losses.ts";
import { assertFits, OutOfMemoryError } from "../../memory.ts";
import { grow, instanceOf } from "./instance.ts";
import {
  KERNEL_MEMORY,
  MASK_LENGTH,
  neuronsOfRow,
  placesFrom,
  rowsBetween,
  wholeBlocks,
  writeInputs,
  writeMask,
} from "./layout.ts";
import { bytes } from "./modules/descend.ts";

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly firstFreeByte: () => number;
  readonly descend: (...numbers: number[]) => number;
}

/**
 * Compiles the kernel and registers it; the backend itself is registered by importing `@tensorflow/tfjs-backend-wasm`.
 * @throws Error where the engine has no WebAssembly SIMD.
 */
export function registerDescend(): void {
  const kernel = instanceOf<KernelExports>(bytes);
  if (!kernel) throw new Error("This browser's WebAssembly has no 128-bit SIMD.");
  registerKernelOf<BackendWasm>("wasm", {
    checkFits: (sizes, attributes) => checkFits(kernel.firstFreeByte() / 4, sizes, attributes),
    run: (tensors, attributes, backend) => run(kernel, tensors, attributes, backend),
  });
}

/** Bytes of TensorFlow.js's heap: beyond, it takes addresses for negative. */
const TENSOR_HEAP = 2 ** 31;

function checkFits(start: number, sizes: Sizes, attributes: CompleteAttributes): void {
  const { networks, samples, sampleSize, inputDimension } = sizes;
  const { steps, rule } = attributes;
  assertFits(BACKEND_LABELS.wasm, sizes, (width) => {
    const weights = (inputDimension + 1) * width * (rule.optimiser === "adam" ? 3 : 1);
    const sample = samples * sampleSize * (inputDimension + 1);
    const tensors = 4 * (networks * (2 * weights + 2 * steps) + sample);
    return [
      {
        what: "a network with its sample",
        bytes: 4 * layOut(start, { ...sizes, width }, attributes).end,
        limit: KERNEL_MEMORY,
      },
      { what: "the tensors before and after a call", bytes: tensors, limit: TENSOR_HEAP },
    ];
  });
}

/** Where each array of one network begins, in float32 units and the kernel's order, and where the last one ends. */
function layOut(
  start: number,
  { inputDimension, width, sampleSize }: Sizes,
  { steps, rule }: CompleteAttributes,
) {
  const neurons = neuronsOfRow(width);
  const samples = wholeBlocks(sampleSize);
  const { place, end } = placesFrom(start);
  const at = {
    inputWeights: place(inputDimension * neurons),
    outputWeights: place(neurons),
    inputs: place(samples * inputDimension),
    targets: place(samples),
    norms: place(samples),
    counts: place(samples),
    sums: place(4 * samples),
    pulls: place(samples),
    activations: place(samples * neurons),
    slopes: place(rule.activation === "relu" ? 0 : samples * neurons),
    neuronMask: place(MASK_LENGTH),
    moments: place(rule.optimiser === "adam" ? 2 * (inputDimension + 1) * neurons : 0),
    risks: place(steps),
    timeSteps: place(steps),
  };
  return { at, neurons, end: end() };
}

/** Views of tensors; moments are there only with Adam. */
type Views<Names extends string> = Record<Exclude<Names, "moments">, Float32Array> & {
  moments?: Float32Array;
};
type Places = ReturnType<typeof layOut>["at"];

/** The kernel's memory as float32, grown to hold `length` of them. */
function floats(memory: WebAssembly.Memory, length: number): Float32Array {
  grow(memory, 4 * length);
  return new Float32Array(memory.buffer);
}

/** TensorFlow.js takes address 0, which stands for a heap that is full, for an address like any other. */
function isAllocated(backend: BackendWasm, { dataId }: TensorInfo): boolean {
  return backend.getMemoryOffset(dataId) > 0;
}

/** The rule as the kernel's numbers, in its order. */
function ruleNumbers({ rule, firstStep }: CompleteAttributes): number[] {
  return [
    ACTIVATIONS.indexOf(rule.activation),
    LOSSES.indexOf(rule.loss),
    Number(rule.optimiser === "adam"),
    firstStep,
    rule.margin,
    rule.beta1,
    rule.beta2,
    rule.epsilon,
  ];
}

function run(
  kernel: KernelExports,
  tensors: DescendInputs<TensorInfo>,
  attributes: CompleteAttributes,
  backend: BackendWasm,
): TensorInfo[] {
  const sizes = sizesOf(tensors);
  const { networks, samples, inputDimension, width, sampleSize } = sizes;
  const { steps, adaptive } = attributes;
  const shapes = {
    inputWeights: [networks, inputDimension, width],
    outputWeights: [networks, width],
    risks: [networks, steps],
    timeSteps: [networks, steps],
    steps: [networks],
    ...(tensors.moments ? { moments: tensors.moments.shape } : {}),
  };
  const start = kernel.firstFreeByte() / 4;
  const { at, neurons, end } = layOut(start, sizes, attributes);
  // First what may fail: outputs that were made would be left behind.
  const memory = floats(kernel.memory, end);
  const outputs = Object.values(shapes).map((shape) => backend.makeOutput(shape, "float32"));
  if (![...Object.values(tensors), ...outputs].every((tensor) => isAllocated(backend, tensor))) {
    for (const { dataId } of outputs) backend.disposeData(dataId);
    throw new OutOfMemoryError(BACKEND_LABELS.wasm);
  }
  // Views only after every allocation: allocating may move the heap.
  const view = (tensor: TensorInfo | undefined) =>
    tensor ? (backend.typedArrayFromHeap(tensor) as Float32Array) : new Float32Array(0);
  const given = Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [name, view(tensor)]),
  ) as Views<keyof DescendInputs<unknown>>;
  const results = Object.fromEntries(Object.keys(shapes).map((name, k) => [name, view(outputs[k])])) as Views<
    keyof typeof shapes
  >;
  // What pads samples and neurons must be zero for every network, whatever the last one left there.
  memory.fill(0, start, end);
  writeMask(memory, at.neuronMask, width);
  memory.fill(1, at.counts, at.counts + sampleSize);
  const offsets = Object.values(at).map((start) => start * 4);
  const rows = rowsBetween(memory, width);

  for (let r = 0; r < networks; r++) {
    if (r === 0 || samples > 1)
      writeSample(
        memory,
        at,
        part(given.inputs, r, samples),
        part(given.targets, r, samples),
        inputDimension,
      );
    rows.write(at.inputWeights, part(given.inputWeights, r, networks));
    rows.write(at.outputWeights, part(given.outputWeights, r, networks));
    if (given.moments) rows.write(at.moments, part(given.moments, r, networks));
    results.steps[r] = kernel.descend(
      ...offsets,
      sampleSize,
      inputDimension,
      neurons,
      steps,
      Number(adaptive),
      ...ruleNumbers(attributes),
      ...part(given.descents, r, networks),
    );
    rows.read(at.inputWeights, part(results.inputWeights, r, networks));
    rows.read(at.outputWeights, part(results.outputWeights, r, networks));
    if (results.moments) rows.read(at.moments, part(results.moments, r, networks));
    part(results.risks, r, networks).set(memory.subarray(at.risks, at.risks + steps));
    part(results.timeSteps, r, networks).set(memory.subarray(at.timeSteps, at.timeSteps + steps));
  }
  return outputs;
}

/** The r-th of `parts` equal parts of an array. */
function part(values: Float32Array, r: number, parts: number): Float32Array {
  const length = values.length / parts;
  return values.subarray(r * length, (r + 1) * length);
}

/** Copies a sample, four examples side by side, and their |x|². */
function writeSample(
  memory: Float32Array,
  at: Places,
  inputs: Float32Array,
  targets: Float32Array,
  inputDimension: number,
): void {
  memory.set(targets, at.targets);
  writeInputs(memory, at.inputs, inputs, inputDimension);
  for (let i = 0; i < targets.length; i++) {
    let norm = 0;
    for (let j = 0; j < inputDimension; j++) {
      const input = inputs[i * inputDimension + j] as number;
      norm += input * input;
    }
    memory[at.norms + i] = norm;
  }
}
