/**
 * Records the K steps of one call and hands them to the device's queue, in submissions of bounded length. It waits
 * for nothing and reads nothing back.
 */
import { GROUP_SIZE } from "./layout.ts";
import type { Pipelines } from "./pipelines.ts";
import type { ArrayName, Plan } from "./plan.ts";

/** Arrays that not every rule needs. */
type Optional = "slopes" | "moments";
/** Buffers by the names of plan.ts, and the uniform. */
export type Bindings = Readonly<Record<Exclude<ArrayName, Optional> | "call", GPUBuffer>> &
  Readonly<Partial<Record<Optional, GPUBuffer>>>;

export interface Copy {
  readonly from: GPUBuffer;
  readonly to: GPUBuffer;
  readonly bytes: number;
}

interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
  readonly counts: readonly [number, number];
}

function bind(
  device: GPUDevice,
  pipeline: GPUComputePipeline,
  buffers: readonly (GPUBuffer | undefined)[],
  counts: readonly [number, number],
): Dispatch {
  const entries = buffers.flatMap((buffer, binding) => (buffer ? [{ binding, resource: { buffer } }] : []));
  return {
    pipeline,
    counts,
    group: device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }),
  };
}

function record(pass: GPUComputePassEncoder, { pipeline, group, counts }: Dispatch): void {
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(...counts);
}

/**
 * The three dispatches of which a call is made. The order of the buffers is that of the shaders' bindings; one that the
 * rule does not need is left out.
 */
function dispatches(device: GPUDevice, plan: Plan, pipelines: Pipelines, b: Bindings) {
  const { prepare, advance, reduce } = pipelines;
  const { networks, neuronGroups, sampleBlocks } = plan;
  return {
    prepare: bind(
      device,
      prepare,
      [b.call, b.inputs, b.targets, b.sample],
      [Math.ceil(sampleBlocks / GROUP_SIZE), plan.samples],
    ),
    advance: bind(
      device,
      advance,
      [
        ...[b.call, b.sample, b.commands, b.inputWeights, b.outputWeights, b.activations, b.partialSums],
        ...[b.slopes, b.moments],
      ],
      [neuronGroups, networks],
    ),
    reduce: bind(
      device,
      reduce,
      [b.call, b.sample, b.descents, b.partialSums, b.commands, b.risks, b.timeSteps, b.steps],
      [networks, 1],
    ),
  };
}

/**
 * Copies `copies` first, then packs the samples, goes forward once and makes the steps: a reduction and an advance
 * each. The last advance makes its update and leaves the forward pass out.
 */
export function submitSteps(
  device: GPUDevice,
  plan: Plan,
  pipelines: Pipelines,
  bindings: Bindings,
  copies: readonly Copy[],
): void {
  const { prepare, advance, reduce } = dispatches(device, plan, pipelines, bindings);
  for (let first = 0; first < plan.steps; first += plan.stepsOfASubmission) {
    const encoder = device.createCommandEncoder({ label: "descend" });
    if (first === 0)
      for (const { from, to, bytes } of copies) encoder.copyBufferToBuffer(from, 0, to, 0, bytes);
    const pass = encoder.beginComputePass({ label: "descend" });
    if (first === 0) for (const dispatch of [prepare, advance]) record(pass, dispatch);
    for (let step = first; step < Math.min(first + plan.stepsOfASubmission, plan.steps); step++) {
      record(pass, reduce);
      record(pass, advance);
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
  }
}
