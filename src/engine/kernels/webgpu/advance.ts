/**
 * WGSL of the pass over neurons: makes step k and goes forward for step k + 1. An invocation has one neuron or a few,
 * a network one row of workgroups. It decides nothing: what to do, and how far, stands in the commands that reduce.ts writes.
 *
 *     aₖ ← aₖ − hₐ Σᵢ eᵢ σ(zᵢₖ)        wₖ ← wₖ − h_w aₖ Σᵢ eᵢ σ′(zᵢₖ) xᵢ        h = Δt ρ κ/n
 *     σ(zᵢₖ) = max(wₖ·xᵢ, 0)           Σₖ aₖ σ(zᵢₖ)                            over the neurons of the workgroup
 */
import { COMMANDS, EXTRA_COLUMNS, GROUP_SIZE, repeat, SIZES_DECLARATION } from "./layout.ts";

/** Numbers that one lane adds up in a sum over the workgroup: the square root of its size. */
const FAN_IN = 8;

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

var<workgroup> pool: array<vec4f, ${GROUP_SIZE * (blockTile + 1)}>;
var<workgroup> partial: array<vec4f, ${FAN_IN * (blockTile + 1)}>;
${updateFunction(inputTile)}${sumFunction(blockTile)}${forwardFunction(blockTile)}
@compute @workgroup_size(${GROUP_SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let network = group.y;
  let firstNeuron = group.x * sizes.neuronsOfALane * ${GROUP_SIZE}u + lane;
  let lastNeuron = min(sizes.width, firstNeuron + sizes.neuronsOfALane * ${GROUP_SIZE}u);
  let command = commands[network * (sizes.sampleBlocks + 1u) + sizes.sampleBlocks];
  if (command.x == STOPPED) { return; }
  if (command.x == UPDATE) {
    for (var neuron = firstNeuron; neuron < lastNeuron; neuron += ${GROUP_SIZE}u) {
      update(network, neuron, command.y, command.z);
    }
  }
  if (command.w == f32(sizes.steps)) { return; }
  forward(network, group.x, firstNeuron, lastNeuron, lane);
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

/**
 * Sums each column of the pool over the workgroup, in two stages of eight, and writes the sums: those of a tile of
 * blocks, and behind all blocks the traces so far, which are complete after the last tile. Two barriers are enough:
 * the pool is free again after the second, and the partial results after the first of the next tile.
 */
function sumFunction(blockTile: number): string {
  return /* wgsl */ `
fn sumOverGroup(lane: u32, sums: u32, block: u32) {
  workgroupBarrier();
  if (lane < ${FAN_IN * (blockTile + 1)}u) {
    let first = (lane / ${FAN_IN}u) * ${GROUP_SIZE}u + lane % ${FAN_IN}u;
    var sum = pool[first];
    for (var k = ${FAN_IN}u; k < ${GROUP_SIZE}u; k += ${FAN_IN}u) { sum += pool[first + k]; }
    partial[lane] = sum;
  }
  workgroupBarrier();
  if (lane <= ${blockTile}u) {
    var sum = partial[lane * ${FAN_IN}u];
    for (var k = 1u; k < ${FAN_IN}u; k++) { sum += partial[lane * ${FAN_IN}u + k]; }
    partialSums[sums + select(block + lane, sizes.sampleBlocks, lane == ${blockTile}u)] = sum;
  }
}
`;
}

/** Lanes without a neuron take part with zeros, since every lane of a workgroup must reach every barrier. */
function forwardFunction(blockTile: number): string {
  return /* wgsl */ `
fn forward(network: u32, group: u32, firstNeuron: u32, lastNeuron: u32, lane: u32) {
  let stride = sizes.paddedDimension + ${EXTRA_COLUMNS}u;
  let sums = (network * sizes.neuronGroups + group) * (sizes.sampleBlocks + 1u);
  var traces = vec4f();  // Σᵢₖ σ² and Σᵢₖ aₖ² σ′² |xᵢ|²
  for (var block = 0u; block < sizes.sampleBlocks; block += ${blockTile}u) {
    ${repeat(blockTile, (f) => `var sum${f} = vec4f();`)}
    for (var neuron = firstNeuron; neuron < lastNeuron; neuron += ${GROUP_SIZE}u) {
      let a = outputWeights[network * sizes.width + neuron];
      ${repeat(blockTile, (f) => `var s${f} = vec4f();`)}
      for (var j = 0u; j < sizes.inputDimension; j++) {
        let w = inputWeights[(network * sizes.inputDimension + j) * sizes.width + neuron];
        ${repeat(blockTile, (f) => `s${f} += w * sample[(block + ${f}u) * stride + j];`)}
      }
      let at = (network * sizes.sampleBlocks + block) * sizes.width + neuron;
      ${repeat(blockTile, (f) => `s${f} = max(s${f}, vec4f()); activations[at + ${f}u * sizes.width] = s${f}; sum${f} += a * s${f};`)}
      if (sizes.adaptive != 0u) {
        ${repeat(blockTile, (f) => `traces += vec4f(dot(s${f}, s${f}), a * a * dot(select(vec4f(), sample[(block + ${f}u) * stride + sizes.paddedDimension], s${f} > vec4f()), vec4f(1.0)), 0.0, 0.0);`)}
      }
    }
    ${repeat(blockTile, (f) => `pool[${f * GROUP_SIZE}u + lane] = sum${f};`)}
    pool[${blockTile * GROUP_SIZE}u + lane] = traces;
    sumOverGroup(lane, sums, block);
  }
}
`;
}
