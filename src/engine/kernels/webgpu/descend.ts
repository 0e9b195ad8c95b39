/**
 * `descend` on TensorFlow.js's `webgpu` backend: all steps of an ensemble, recorded at once and run on the backend's
 * own device and queue. float32, and not the same bits on every device; ../../reference.ts says what is computed.
 *
 * A step is two dispatches: `reduce` (one workgroup a network) turns sums into residuals, risk and Δt; `advance` (one
 * invocation a neuron) makes the step and sums up the forward pass that follows it.
 */
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { type KernelConfig, registerKernel, type TensorInfo } from "@tensorflow/tfjs-core";
import { DESCEND, type DescendAttributes, type DescendInputs, sizesOf } from "../../descend.ts";
import { bufferOf, createScratch, destroyScratch } from "./buffers.ts";
import { pipelinesFor } from "./pipelines.ts";
import { bytesOf, checkLimits, planOf } from "./plan.ts";
import { type Bindings, submitSteps } from "./submit.ts";

/** Registers the kernel; the backend itself is registered by importing `@tensorflow/tfjs-backend-webgpu`. */
export function registerDescend(): void {
  registerKernel({
    kernelName: DESCEND,
    backendName: "webgpu",
    kernelFunc: ({ inputs, attrs, backend }) =>
      run(
        inputs as unknown as DescendInputs<TensorInfo>,
        attrs as unknown as DescendAttributes,
        backend as WebGPUBackend,
      ),
  } satisfies KernelConfig);
}

/** @throws RangeError where the device cannot hold the arrays. */
function run(
  tensors: DescendInputs<TensorInfo>,
  attributes: DescendAttributes,
  backend: WebGPUBackend,
): TensorInfo[] {
  const plan = planOf(sizesOf(tensors), attributes);
  checkLimits(plan, backend.device.limits);
  const { networks, inputDimension, width, steps } = plan;
  const output = (...shape: number[]) => backend.makeTensorInfo(shape, "float32");
  const outputs = {
    inputWeights: output(networks, inputDimension, width),
    outputWeights: output(networks, width),
    risks: output(networks, steps),
    timeSteps: output(networks, steps),
    steps: output(networks),
  };
  const { moments: _, ...own } = tensors;
  const given = buffersOf(backend, own);
  const scratch = createScratch(backend.device, plan);
  const bindings: Bindings = { ...given, ...buffersOf(backend, outputs), ...scratch };
  flush(backend);
  const bytes = bytesOf(plan);
  const copies = (["inputWeights", "outputWeights"] as const).map((name) => ({
    from: given[name],
    to: bindings[name],
    bytes: bytes[name],
  }));
  submitSteps(backend.device, plan, pipelinesFor(backend.device, plan), bindings, copies);
  destroyScratch(scratch);
  return [outputs.inputWeights, outputs.outputWeights, outputs.risks, outputs.timeSteps, outputs.steps];
}

function buffersOf<Names extends string>(
  backend: WebGPUBackend,
  tensors: Readonly<Record<Names, TensorInfo>>,
): Record<Names, GPUBuffer> {
  const entries = Object.entries<TensorInfo>(tensors).map(([name, tensor]) => [
    name,
    bufferOf(backend, tensor),
  ]);
  return Object.fromEntries(entries) as Record<Names, GPUBuffer>;
}

/** Submits what the backend has recorded so far, uploads of our inputs among it, so that it comes before our steps. */
function flush(backend: WebGPUBackend): void {
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
}
