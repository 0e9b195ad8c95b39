/**
 * WGSL of the pass over neurons: makes step k and goes forward for step k + 1. One invocation a neuron, one row of
 * workgroups a network. It decides nothing: what to do, and how far, stands in the commands that reduce.ts writes.
 *
 *     aₖ ← aₖ − hₐ Σᵢ eᵢ σ(zᵢₖ)        wₖ ← wₖ − h_w aₖ Σᵢ eᵢ σ′(zᵢₖ) xᵢ        h = Δt ρ κ/n
 *     σ(zᵢₖ) = max(wₖ·xᵢ, 0)           Σₖ aₖ σ(zᵢₖ)                            over the neurons of the workgroup
 */
import { COMMANDS, EXTRA_COLUMNS, GROUP_SIZE, repeat, SIZES_DECLARATION } from "./layout.ts";

/**
 * @param inputTile inputs whose gradients one sweep over the samples accumulates
 * @param blockTile blocks of samples whose activations one sweep over the inputs accumulates
 *
 * Bindings: 1 packed sample, 2 commands, 3 w, 4 a, 5 activations, 6 partial sums.
 */
export function advanceShader(inputTile: number, blockTile: number): string {
  return /* wgsl */ `${SIZES_DECLARATION}${COMMANDS}
@group(0) @binding(1) var<storage, read> sample: array<vec4f>;
@group(0) @binding(2) var<storage, read> commands: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> inputWeights: array<f32>;
@group(0) @binding(4) var<storage, read_write> outputWeights: array<f32>;
@group(0) @binding(5) var<storage, read_write> activations: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> partialSums: array<vec4f>;

var<workgroup> pool: array<vec4f, ${GROUP_SIZE * blockTile}>;
${updateFunction(inputTile)}${sumFunction(blockTile)}${forwardFunction(blockTile)}
@compute @workgroup_size(${GROUP_SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let network = group.y;
  let neuron = group.x * ${GROUP_SIZE}u + lane;
  let isNeuron = neuron < sizes.width;
  let command = commands[network * (sizes.sampleBlocks + 1u) + sizes.sampleBlocks];
  if (command.x == STOPPED) { return; }
  if (command.x == UPDATE && isNeuron) { update(network, neuron, command.y, command.z); }
  if (command.w == f32(sizes.steps)) { return; }
  forward(network, group.x, neuron, lane, isNeuron);
}
`;
}

/** Both layers move with the weights from before the step. */
function updateFunction(inputTile: number): string {
  return /* wgsl */ `
fn update(network: u32, neuron: u32, outputStep: f32, inputStep: f32) {
  let a = outputWeights[network * sizes.width + neuron];
  let residuals = network * (sizes.sampleBlocks + 1u);
  let activity = network * sizes.sampleBlocks * sizes.width + neuron;
  var pull = 0.0;
  for (var j = 0u; j < sizes.paddedDimension; j += ${inputTile}u) {
    ${repeat(inputTile, (t) => `var gradient${t} = 0.0;`)}
    for (var block = 0u; block < sizes.sampleBlocks; block++) {
      let e = commands[residuals + block];
      let s = activations[activity + block * sizes.width];
      let pulling = select(vec4f(), e, s > vec4f());
      let at = block * (sizes.paddedDimension + ${EXTRA_COLUMNS}u) + j;
      if (j == 0u) { pull += dot(e, s); }
      ${repeat(inputTile, (t) => `gradient${t} += dot(pulling, sample[at + ${t}u]);`)}
    }
    let row = (network * sizes.inputDimension + j) * sizes.width + neuron;
    ${repeat(inputTile, (t) => `if (j + ${t}u < sizes.inputDimension) { inputWeights[row + ${t}u * sizes.width] -= inputStep * a * gradient${t}; }`)}
  }
  outputWeights[network * sizes.width + neuron] = a - outputStep * pull;
}
`;
}

/** Sums over the workgroup by halves; the result of column f is pool[64 f]. */
function sumFunction(blockTile: number): string {
  return /* wgsl */ `
fn sumOverGroup(lane: u32) {
  workgroupBarrier();
  for (var half = ${GROUP_SIZE / 2}u; half > 0u; half >>= 1u) {
    if (lane < half) {
      ${repeat(blockTile, (f) => `pool[${f * GROUP_SIZE}u + lane] += pool[${f * GROUP_SIZE}u + lane + half];`)}
    }
    workgroupBarrier();
  }
}
`;
}

/** Lanes without a neuron take part with zeros, since every lane of a workgroup must reach every barrier. */
function forwardFunction(blockTile: number): string {
  return /* wgsl */ `
fn forward(network: u32, group: u32, neuron: u32, lane: u32, isNeuron: bool) {
  let stride = sizes.paddedDimension + ${EXTRA_COLUMNS}u;
  let sums = (network * sizes.neuronGroups + group) * (sizes.sampleBlocks + 1u);
  var a = 0.0;
  if (isNeuron) { a = outputWeights[network * sizes.width + neuron]; }
  var traces = vec4f();  // Σᵢ σ² and a² Σᵢ σ′² |xᵢ|²
  for (var block = 0u; block < sizes.sampleBlocks; block += ${blockTile}u) {
    ${repeat(blockTile, (f) => `var s${f} = vec4f();`)}
    if (isNeuron) {
      for (var j = 0u; j < sizes.inputDimension; j++) {
        let w = inputWeights[(network * sizes.inputDimension + j) * sizes.width + neuron];
        ${repeat(blockTile, (f) => `s${f} += w * sample[(block + ${f}u) * stride + j];`)}
      }
      let at = (network * sizes.sampleBlocks + block) * sizes.width + neuron;
      ${repeat(blockTile, (f) => `s${f} = max(s${f}, vec4f()); activations[at + ${f}u * sizes.width] = s${f};`)}
    }
    if (sizes.adaptive != 0u) {
      ${repeat(blockTile, (f) => `traces.x += dot(s${f}, s${f}); traces.y += dot(select(vec4f(), sample[(block + ${f}u) * stride + sizes.paddedDimension], s${f} > vec4f()), vec4f(1.0));`)}
    }
    ${repeat(blockTile, (f) => `pool[${f * GROUP_SIZE}u + lane] = a * s${f};`)}
    sumOverGroup(lane);
    if (lane < ${blockTile}u) { partialSums[sums + block + lane] = pool[lane * ${GROUP_SIZE}u]; }
    workgroupBarrier();
  }
  pool[lane] = vec4f(traces.x, a * a * traces.y, 0.0, 0.0);
  ${repeat(blockTile - 1, (f) => `pool[${(f + 1) * GROUP_SIZE}u + lane] = vec4f();`)}
  sumOverGroup(lane);
  if (lane == 0u) { partialSums[sums + sizes.sampleBlocks] = pool[0]; }
}
`;
}
