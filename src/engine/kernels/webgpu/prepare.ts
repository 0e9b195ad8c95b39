/**
 * WGSL that packs every sample once per call: four examples side by side, padded with zeros, with |xᵢ|² and yᵢ behind
 * the inputs. It knows nothing of networks.
 */
import { CALL_DECLARATION, EXTRA_COLUMNS } from "./layout.ts";

/** One invocation per block, one row of workgroups per sample; bindings: 1 inputs, 2 targets, 3 packed sample. */
export function prepareShader(): string {
  return /* wgsl */ `${CALL_DECLARATION}
@group(0) @binding(1) var<storage, read> inputs: array<f32>;
@group(0) @binding(2) var<storage, read> targets: array<f32>;
@group(0) @binding(3) var<storage, read_write> sample: array<vec4f>;

fn input(sampleIndex: u32, i: u32, j: u32) -> f32 {
  if (i >= call.sampleSize || j >= call.inputDimension) { return 0.0; }
  return inputs[(sampleIndex * call.sampleSize + i) * call.inputDimension + j];
}

fn value(sampleIndex: u32, i: u32) -> f32 {
  if (i >= call.sampleSize) { return 0.0; }
  return targets[sampleIndex * call.sampleSize + i];
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) invocation: vec3u) {
  let block = invocation.x;
  if (block >= call.sampleBlocks) { return; }
  let i = 4u * block;
  let s = invocation.y;
  let row = (s * call.sampleBlocks + block) * (call.paddedDimension + ${EXTRA_COLUMNS}u);
  var squaredNorms = vec4f();
  for (var j = 0u; j < call.paddedDimension; j++) {
    let x = vec4f(input(s, i, j), input(s, i + 1u, j), input(s, i + 2u, j), input(s, i + 3u, j));
    squaredNorms += x * x;
    sample[row + j] = x;
  }
  sample[row + call.paddedDimension] = squaredNorms;
  sample[row + call.paddedDimension + 1u] = vec4f(value(s, i), value(s, i + 1u), value(s, i + 2u), value(s, i + 3u));
}
`;
}
