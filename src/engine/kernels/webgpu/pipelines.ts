/**
 * Compiled shaders, kept for as long as their device lives. A pipeline depends on the tile sizes and on the names in
 * the rule only, not on its numbers, the width or the sample, so that a sweep over these compiles nothing new.
 */
import { bindingsFor } from "./layout.ts";
import { prepareShader } from "./prepare.ts";
import { decideShader, forwardShader, stepsShader, updateShader, type Variant } from "./shaders.ts";

export interface Pipelines {
  /** Of the one binding group that all shaders of a step share. */
  readonly layout: GPUBindGroupLayout;
  readonly prepare: GPUComputePipeline;
  /** The parts of a step in order, or the one shader that makes them all. */
  readonly step: readonly GPUComputePipeline[];
}

const cache = new WeakMap<GPUDevice, Map<string, Pipelines>>();

export function pipelinesFor(device: GPUDevice, variant: Variant & { readonly alone: boolean }): Pipelines {
  const { alone, groupSize, neuronTile, blockTile, inputTile, activation, loss, optimiser } = variant;
  const label = [alone, groupSize, neuronTile, blockTile, inputTile, activation, loss, optimiser].join(" ");
  const kept = cache.get(device) ?? new Map<string, Pipelines>();
  cache.set(device, kept);
  const pipelines = kept.get(label) ?? compile(device, variant, label);
  kept.set(label, pipelines);
  return pipelines;
}

function compile(
  device: GPUDevice,
  variant: Variant & { readonly alone: boolean },
  label: string,
): Pipelines {
  const layout = device.createBindGroupLayout({
    entries: [
      { binding: 0, visibility: GPUShaderStage.COMPUTE, buffer: { type: "uniform" } },
      ...bindingsFor(variant).map(([, access], index) => ({
        binding: index + 1,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type: access === "read" ? ("read-only-storage" as const) : ("storage" as const) },
      })),
    ],
  });
  const shaders = variant.alone
    ? { steps: stepsShader }
    : { forward: forwardShader, decide: decideShader, update: updateShader };
  const pipeline = (name: string, code: string, shared: GPUPipelineLayout | "auto") =>
    device.createComputePipeline({
      label: `descend: ${name} ${label}`,
      layout: shared,
      compute: { module: device.createShaderModule({ label: `descend: ${name} ${label}`, code }) },
    });
  const shared = device.createPipelineLayout({ bindGroupLayouts: [layout] });
  return {
    layout,
    prepare: pipeline("prepare", prepareShader(), "auto"),
    step: Object.entries(shaders).map(([name, shader]) => pipeline(name, shader(variant), shared)),
  };
}
