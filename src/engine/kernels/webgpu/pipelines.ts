/**
 * Compiled shaders, kept for as long as their device lives. A pipeline depends on the tile sizes only, not on the
 * width or the sample, so that a sweep over widths compiles nothing new.
 */
import { advanceShader } from "./advance.ts";
import { prepareShader } from "./prepare.ts";
import { reduceShader } from "./reduce.ts";

export interface Pipelines {
  readonly prepare: GPUComputePipeline;
  readonly advance: GPUComputePipeline;
  readonly reduce: GPUComputePipeline;
}

const cache = new WeakMap<GPUDevice, Map<string, GPUComputePipeline>>();

export function pipelinesFor(device: GPUDevice, tiles: { inputTile: number; blockTile: number }): Pipelines {
  const { inputTile, blockTile } = tiles;
  return {
    prepare: cached(device, "prepare", prepareShader),
    advance: cached(device, `advance ${inputTile} ${blockTile}`, () => advanceShader(inputTile, blockTile)),
    reduce: cached(device, "reduce", reduceShader),
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
