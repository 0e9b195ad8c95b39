/**
 * `descend` on TensorFlow.js's `wasm` backend: lays an ensemble out for the kernel in assembly/, runs it a network at
 * a time and copies the results back. The kernel has a memory of its own, since TensorFlow.js may move its heap.
 */
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { type KernelConfig, registerKernel, type TensorInfo } from "@tensorflow/tfjs-core";
import {
  DESCEND,
  DESCENT_COLUMNS,
  type DescendAttributes,
  type DescendInputs,
  type Sizes,
  sizesOf,
} from "../../descend.ts";
import { bytes } from "./module.ts";

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly descend: (...numbers: number[]) => number;
}

/** Neurons come in blocks of eight, samples in blocks of four. */
const NEURONS_A_BLOCK = 8;
const SAMPLES_A_BLOCK = 4;
/** First usable float32 of the kernel's memory; the bytes below belong to AssemblyScript. */
const FIRST_FLOAT = 256;
const PAGE = 65536;

/**
 * Compiles the kernel and registers it; the backend itself is registered by importing `@tensorflow/tfjs-backend-wasm`.
 * @throws Error where the engine has no WebAssembly SIMD.
 */
export function registerDescend(): void {
  const binary = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(binary)) throw new Error("This browser's WebAssembly has no 128-bit SIMD.");
  const instance = new WebAssembly.Instance(new WebAssembly.Module(binary));
  const kernel = instance.exports as unknown as KernelExports;
  registerKernel({
    kernelName: DESCEND,
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs, backend }) =>
      run(
        kernel,
        inputs as unknown as DescendInputs<TensorInfo>,
        attrs as unknown as DescendAttributes,
        backend as BackendWasm,
      ),
  } satisfies KernelConfig);
}

/** Where each array of one network begins, in float32 units, and how large the whole is. */
function layOut({ inputDimension, width, sampleSize }: Sizes, steps: number) {
  const neurons = Math.ceil(width / NEURONS_A_BLOCK) * NEURONS_A_BLOCK;
  const samples = Math.ceil(sampleSize / SAMPLES_A_BLOCK) * SAMPLES_A_BLOCK;
  let end = FIRST_FLOAT;
  const place = (length: number) => {
    const start = end;
    end += Math.ceil(length / 4) * 4;
    return start;
  };
  const at = {
    inputWeights: place(inputDimension * neurons),
    outputWeights: place(neurons),
    inputs: place(samples * inputDimension),
    targets: place(samples),
    norms: place(samples),
    sums: place(4 * samples),
    residuals: place(samples),
    activations: place(samples * neurons),
    risks: place(steps),
    timeSteps: place(steps),
  };
  return { at, neurons, end };
}

/** The kernel's memory as float32, grown to hold `length` of them. */
function floats(memory: WebAssembly.Memory, length: number): Float32Array {
  const missing = length * 4 - memory.buffer.byteLength;
  if (missing > 0) {
    try {
      memory.grow(Math.ceil(missing / PAGE));
    } catch {
      throw new RangeError(
        `A network and sample of this size need ${Math.ceil((length * 4) / 2 ** 20)} MiB, more than WebAssembly can have here. Take a smaller width or sample.`,
      );
    }
  }
  return new Float32Array(memory.buffer);
}

function run(
  kernel: KernelExports,
  tensors: DescendInputs<TensorInfo>,
  { steps, adaptive }: DescendAttributes,
  backend: BackendWasm,
): TensorInfo[] {
  const sizes = sizesOf(tensors);
  const { networks, inputDimension, width, sampleSize } = sizes;
  const outputs = [
    [networks, inputDimension, width],
    [networks, width],
    [networks, steps],
    [networks, steps],
    [networks],
  ].map((shape) => backend.makeOutput(shape, "float32"));
  // Views only after every allocation: allocating may move the heap.
  const view = (tensor: TensorInfo) => backend.typedArrayFromHeap(tensor) as Float32Array;
  const [allInputWeights, allOutputWeights, descents] = [
    tensors.inputWeights,
    tensors.outputWeights,
    tensors.descents,
  ].map(view) as [Float32Array, Float32Array, Float32Array];
  const [newInputWeights, newOutputWeights, risks, timeSteps, stepsMade] = outputs.map(view) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const { at, neurons, end } = layOut(sizes, steps);
  const memory = floats(kernel.memory, end);
  memory.fill(0, at.inputs, end);
  writeSample(memory, at, view(tensors.inputs), view(tensors.targets), inputDimension);
  const offsets = Object.values(at).map((start) => start * 4);

  for (let r = 0; r < networks; r++) {
    // What pads the neurons must be zero for every network, whatever the last one left there.
    memory.fill(0, at.inputWeights, at.inputs);
    for (let j = 0; j < inputDimension; j++) {
      const start = (r * inputDimension + j) * width;
      memory.set(allInputWeights.subarray(start, start + width), at.inputWeights + j * neurons);
    }
    memory.set(allOutputWeights.subarray(r * width, (r + 1) * width), at.outputWeights);
    const descent = descents.subarray(r * DESCENT_COLUMNS.length, (r + 1) * DESCENT_COLUMNS.length);
    stepsMade[r] = kernel.descend(
      ...offsets,
      sampleSize,
      inputDimension,
      neurons,
      steps,
      adaptive ? 1 : 0,
      ...descent,
    );
    for (let j = 0; j < inputDimension; j++) {
      const start = at.inputWeights + j * neurons;
      newInputWeights.set(memory.subarray(start, start + width), (r * inputDimension + j) * width);
    }
    newOutputWeights.set(memory.subarray(at.outputWeights, at.outputWeights + width), r * width);
    risks.set(memory.subarray(at.risks, at.risks + steps), r * steps);
    timeSteps.set(memory.subarray(at.timeSteps, at.timeSteps + steps), r * steps);
  }
  return outputs;
}

function writeSample(
  memory: Float32Array,
  at: { inputs: number; targets: number; norms: number },
  inputs: Float32Array,
  targets: Float32Array,
  inputDimension: number,
): void {
  memory.set(inputs, at.inputs);
  memory.set(targets, at.targets);
  for (let i = 0; i < targets.length; i++) {
    const input = inputs.subarray(i * inputDimension, (i + 1) * inputDimension);
    memory[at.norms + i] = input.reduce((sum, x) => sum + x * x, 0);
  }
}
