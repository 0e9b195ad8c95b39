/**
 * Compiled shaders, kept for as long as their device lives. A pipeline depends on the tile sizes and on the names in
 * the rule only, not on its numbers, the width or the sample, so that a sweep over these compiles nothing new.
 */
import { type AdvanceVariant, advanceShader } from "./advance.ts";
import { prepareShader } from "./prepare.ts";
import { type ReduceVariant, reduceShader } from "./reduce.ts";

export interface Pipelines {
  readonly prepare: GPUComputePipeline;
  readonly advance: GPUComputePipeline;
  readonly reduce: GPUComputePipeline;
}

const cache = new WeakMap<GPUDevice, Map<string, GPUComputePipeline>>();

export function pipelinesFor(device: GPUDevice, variant: AdvanceVariant & ReduceVariant): Pipelines {
  const { inputTile, blockTile, activation, loss, optimiser } = variant;
  return {
    prepare: cached(device, "prepare", prepareShader),
    advance: cached(device, `advance ${inputTile} ${blockTile} ${activation} ${optimiser}`, () =>
      advanceShader(variant),
    ),
    reduce: cached(device, `reduce ${loss} ${optimiser}`, () => reduceShader(variant)),
  };
}

function cached(device: GPUDevice, label: string, source: () => string): GPUComputePipeline {
  const pipelines = cache.get(device) ?? new Map<string, GPUComputePipeline>();
  cache.set(device, pipelines);
  const pipeline =
    pipelines.get(label) ??
    device.createComputePipeline({
      label: `descend: ${label}`,
      layout: "auto",
      compute: { module: device.createShaderModule({ label: `descend: ${label}`, code: source() }) },
    });
  pipelines.set(label, pipeline);
  return pipeline;
}
