/**
 * The GPU buffers of one call: those behind TensorFlow.js's tensors, and scratch of our own. It reads and writes no
 * numbers, apart from those in the uniform.
 */
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import type { CompleteAttributes } from "../../descend.ts";
import { adamNumbers } from "./adam.ts";
import { NUMBERS, WHOLE_NUMBERS } from "./layout.ts";
import { bytesOf, type Plan } from "./plan.ts";

/** The buffer behind a tensor, uploaded or allocated if it is not on the device yet. */
export function bufferOf(backend: WebGPUBackend, { dataId }: TensorInfo): GPUBuffer {
  backend.uploadToGPU(dataId);
  const { resource } = backend.tensorMap.get(dataId);
  if (!(resource instanceof GPUBuffer))
    throw new TypeError("descend: a tensor is a texture, where a buffer is needed.");
  return resource;
}

export interface Scratch {
  readonly call: GPUBuffer;
  readonly sample: GPUBuffer;
  readonly activations: GPUBuffer;
  readonly scratch: GPUBuffer;
  readonly trace: GPUBuffer;
}

/**
 * Scratch of one call, all zero, as WebGPU makes it: no network has begun. It does not come from the
 * backend's buffer manager, whose free buffers are never zeroed and never destroyed, one pile for every size: a sweep
 * over widths would fill the device with them.
 */
export function createScratch(device: GPUDevice, plan: Plan, attributes: CompleteAttributes): Scratch {
  const bytes = bytesOf(plan);
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
  const storage = (size: number) => device.createBuffer({ size, usage });
  return {
    call: uniformOf(device, plan, attributes),
    sample: storage(bytes.sample),
    activations: storage(bytes.activations),
    scratch: storage(bytes.scratch),
    trace: storage(bytes.trace),
  };
}

/** The device keeps what has been submitted alive until it is done with it, so this may follow a submission at once. */
export function destroyScratch(scratch: Scratch): void {
  for (const buffer of Object.values(scratch)) buffer.destroy();
}

function uniformOf(device: GPUDevice, plan: Plan, { rule, firstStep }: CompleteAttributes): GPUBuffer {
  const size = Math.ceil((4 * (WHOLE_NUMBERS.length + NUMBERS.length)) / 16) * 16;
  const uniform = device.createBuffer({ size, usage: GPUBufferUsage.UNIFORM, mappedAtCreation: true });
  const memory = uniform.getMappedRange();
  const numbers = { margin: rule.margin, ...adamNumbers(rule, firstStep) };
  new Uint32Array(memory).set(WHOLE_NUMBERS.map((name) => plan[name]));
  new Float32Array(memory).set(
    NUMBERS.map((name) => numbers[name]),
    WHOLE_NUMBERS.length,
  );
  uniform.unmap();
  return uniform;
}
