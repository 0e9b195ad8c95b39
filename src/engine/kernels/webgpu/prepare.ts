/**
 * WGSL that packs the sample once a call: four samples side by side, padded with zeros, with |xᵢ|² and yᵢ behind
 * the inputs. It knows nothing of networks. What pads is harmless, because σ(0) = σ′(0) = 0.
 */
import { EXTRA_COLUMNS, SIZES_DECLARATION } from "./layout.ts";

/** One invocation a block of samples; bindings: 1 inputs, 2 targets, 3 packed sample. */
export function prepareShader(): string {
  return /* wgsl */ `${SIZES_DECLARATION}
@group(0) @binding(1) var<storage, read> inputs: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<f32>;
@group(0) @binding(3) var<storage, read_write> sample: array<vec4f>;

fn input(i: u32, j: u32) -> f32 {
  if (i < sizes.sampleSize && j < sizes.inputDimension) { return inputs[i * sizes.inputDimension + j]; }
  return 0.0;
}

fn value(i: u32) -> f32 {
  if (i < sizes.sampleSize) { return targets[i]; }
  return 0.0;
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) invocation: vec3u) {
  let block = invocation.x;
  if (block >= sizes.sampleBlocks) { return; }
  let i = 4u * block;
  let row = block * (sizes.paddedDimension + ${EXTRA_COLUMNS}u);
  var squaredNorms = vec4f();
  for (var j = 0u; j < sizes.paddedDimension; j++) {
    let x = vec4f(input(i, j), input(i + 1u, j), input(i + 2u, j), input(i + 3u, j));
    squaredNorms += x * x;
    sample[row + j] = x;
  }
  sample[row + sizes.paddedDimension] = squaredNorms;
  sample[row + sizes.paddedDimension + 1u] = vec4f(value(i), value(i + 1u), value(i + 2u), value(i + 3u));
}
`;
}
