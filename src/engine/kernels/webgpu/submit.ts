/**
 * Records the K steps of one call and hands them to the device's queue, in submissions of bounded length. It waits
 * for nothing and reads nothing back.
 */
import { bindingsFor } from "./layout.ts";
import type { Pipelines } from "./pipelines.ts";
import { type ArrayName, groupsFor, type Plan } from "./plan.ts";

/** Buffers by the names of plan.ts, and the uniform. */
export type Bindings = Readonly<Record<Exclude<ArrayName, "moments"> | "call", GPUBuffer>> & {
  readonly moments?: GPUBuffer;
};

/** Some bytes of one buffer for another. */
export interface Copy {
  readonly from: GPUBuffer;
  readonly fromByte: number;
  readonly to: GPUBuffer;
  readonly bytes: number;
}

interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
  readonly counts: readonly [number, number];
}

function groupOf(
  device: GPUDevice,
  layout: GPUBindGroupLayout,
  buffers: readonly (GPUBuffer | undefined)[],
): GPUBindGroup {
  const entries = buffers.flatMap((buffer, binding) => (buffer ? [{ binding, resource: { buffer } }] : []));
  return device.createBindGroup({ layout, entries });
}

function record(encoder: GPUCommandEncoder, dispatches: readonly Dispatch[]): void {
  const pass = encoder.beginComputePass({ label: "descend" });
  for (const { pipeline, group, counts } of dispatches) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(...counts);
  }
  pass.end();
}

function preparation(device: GPUDevice, plan: Plan, { prepare }: Pipelines, b: Bindings): Dispatch {
  return {
    pipeline: prepare,
    group: groupOf(device, prepare.getBindGroupLayout(0), [b.call, b.inputs, b.targets, b.sample]),
    counts: [groupsFor(plan.sampleBlocks, plan, device.limits), plan.samples],
  };
}

/** The dispatches of one step; or of all steps of a submission, where a workgroup makes them alone. */
function stepping(device: GPUDevice, plan: Plan, { layout, step }: Pipelines, b: Bindings): Dispatch[] {
  const group = groupOf(device, layout, [b.call, ...bindingsFor(plan).map(([name]) => b[name])]);
  const groups = plan.alone
    ? [1]
    : [
        groupsFor(plan.slices * plan.sampleTiles, plan, device.limits),
        1,
        groupsFor(plan.neuronGroups * plan.inputTiles, plan, device.limits),
      ];
  return step.map((pipeline, part) => ({ pipeline, group, counts: [groups[part] as number, plan.networks] }));
}

/** Copies `before`, packs the samples, makes the steps, and copies `after`. */
export function submitSteps(
  device: GPUDevice,
  plan: Plan,
  pipelines: Pipelines,
  bindings: Bindings,
  { before, after }: { readonly before: readonly Copy[]; readonly after: readonly Copy[] },
): void {
  const prepare = preparation(device, plan, pipelines, bindings);
  const step = stepping(device, plan, pipelines, bindings);
  for (let first = 0; first < plan.steps; first += plan.stepsOfASubmission) {
    const count = Math.min(plan.stepsOfASubmission, plan.steps - first);
    const encoder = device.createCommandEncoder({ label: "descend" });
    if (first === 0) copy(encoder, before);
    const steps = plan.alone ? step : Array.from({ length: count }, () => step).flat();
    record(encoder, first === 0 ? [prepare, ...steps] : steps);
    if (first + count === plan.steps) copy(encoder, after);
    device.queue.submit([encoder.finish()]);
  }
}

function copy(encoder: GPUCommandEncoder, copies: readonly Copy[]): void {
  for (const { from, fromByte, to, bytes } of copies)
    encoder.copyBufferToBuffer(from, fromByte, to, 0, bytes);
}
