/**
 * `descend` on TensorFlow.js's `webgpu` backend: all steps of an ensemble, recorded at once and run on the backend's
 * own device and queue. float32, and not the same bits on every device; ../../reference.ts says what is computed.
 *
 * A step goes forward, decides and updates (forward.ts, decide.ts, update.ts): in one dispatch for many steps where a
 * workgroup has a network to itself, in three dispatches a step where many share it.
 */
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import {
  type CompleteAttributes,
  type DescendInputs,
  type DescendOutputs,
  registerKernelOf,
  type Sizes,
  sizesOf,
} from "../../descend.ts";
import { bufferOf, createScratch, destroyScratch } from "./buffers.ts";
import { affordableWork, timeSubmitted } from "./pace.ts";
import { pipelinesFor } from "./pipelines.ts";
import { bytesOf, checkLimits, type Plan, planOf, workOf } from "./plan.ts";
import { type Copy, submitSteps } from "./submit.ts";

/** Registers the kernel; the backend itself is registered by importing `@tensorflow/tfjs-backend-webgpu`. */
export function registerDescend(): void {
  registerKernelOf<WebGPUBackend>("webgpu", {
    checkFits: (sizes, attributes, { device }) =>
      checkLimits(planFor(device, sizes, attributes), device.limits),
    run,
  });
}

function planFor(device: GPUDevice, sizes: Sizes, attributes: CompleteAttributes): Plan {
  return planOf(sizes, attributes, {
    subgroupSize: subgroupSizeOf(device),
    affordableWork: affordableWork(device, attributes.rule.activation),
  });
}

function run(
  tensors: DescendInputs<TensorInfo>,
  attributes: CompleteAttributes,
  backend: WebGPUBackend,
): TensorInfo[] {
  const { device } = backend;
  const sizes = sizesOf(tensors);
  const plan = planFor(device, sizes, attributes);
  const outputs = makeOutputs(backend, plan);
  const given = buffersOf(backend, tensors);
  const results = buffersOf(backend, outputs);
  const scratch = createScratch(device, plan, attributes);
  flush(backend);
  submitSteps(
    device,
    plan,
    pipelinesFor(device, plan),
    { ...given, ...results, ...scratch },
    { before: copiesOf(plan, given, results), after: traceCopies(plan, scratch.trace, results) },
  );
  timeSubmitted(device, attributes.rule.activation, plan.steps * workOf(sizes, attributes.rule));
  destroyScratch(scratch);
  return Object.values(outputs);
}

/** Lanes that run side by side; 4 to 128, and 32 where a browser does not say. */
function subgroupSizeOf({ adapterInfo }: GPUDevice): number {
  return adapterInfo?.subgroupMaxSize || 32;
}

/** The tensors of the results, in the order of `DescendOutputs`. */
function makeOutputs(backend: WebGPUBackend, plan: Plan): DescendOutputs<TensorInfo> {
  const { networks, inputDimension, width, steps, optimiser } = plan;
  const output = (...shape: number[]) => backend.makeTensorInfo(shape, "float32");
  return {
    inputWeights: output(networks, inputDimension, width),
    outputWeights: output(networks, width),
    risks: output(networks, steps),
    timeSteps: output(networks, steps),
    steps: output(networks),
    ...(optimiser === "adam" && { moments: output(networks, 2, inputDimension + 1, width) }),
  };
}

/** What a call changes in place it changes in a copy. */
function copiesOf(
  plan: Plan,
  given: Buffers<DescendInputs<TensorInfo>>,
  own: Buffers<DescendOutputs<TensorInfo>>,
): Copy[] {
  const bytes = bytesOf(plan);
  return (["inputWeights", "outputWeights", "moments"] as const).flatMap((name) => {
    const [from, to] = [given[name], own[name]];
    return from && to ? [{ from, fromByte: 0, to, bytes: bytes[name] }] : [];
  });
}

/** The parts of the trace for the tensors that they are, as layout.ts has them. */
function traceCopies(
  { networks, steps }: Plan,
  from: GPUBuffer,
  own: Buffers<DescendOutputs<TensorInfo>>,
): Copy[] {
  const bytes = 4 * networks * steps;
  return [
    { from, fromByte: 0, to: own.risks, bytes },
    { from, fromByte: bytes, to: own.timeSteps, bytes },
    { from, fromByte: 2 * bytes, to: own.steps, bytes: 4 * networks },
  ];
}

type Buffers<Tensors> = { readonly [Name in keyof Tensors]: GPUBuffer };

function buffersOf<Tensors extends object>(backend: WebGPUBackend, tensors: Tensors): Buffers<Tensors> {
  const entries = Object.entries(tensors).map(([name, tensor]) => [
    name,
    bufferOf(backend, tensor as TensorInfo),
  ]);
  return Object.fromEntries(entries) as Buffers<Tensors>;
}

/** Submits what the backend has recorded so far, uploads of our inputs among it, so that it comes before our steps. */
function flush(backend: WebGPUBackend): void {
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
}
