/**
 * WGSL of the pass over neurons: makes step k and goes forward for step k + 1. An invocation has one neuron or a few,
 * a network one row of workgroups. It decides nothing: what to do, and how far, stands in the commands that reduce.ts
 * writes.
 *
 *     aₖ ← aₖ − hₐ Σᵢ pᵢ σ(zᵢₖ)        wₖ ← wₖ − h_w aₖ Σᵢ pᵢ σ′(zᵢₖ) xᵢ        h = Δt ρ κ/n
 *     zᵢₖ = wₖ·xᵢ                      Σₖ aₖ σ(zᵢₖ)                            over the neurons of the workgroup
 *
 * Under Adam the sums times κ/n are the gradients, of which adam.ts makes directions; then h = Δt ρ.
 */
import { activationCode, storesSlopes } from "./activations.ts";
import { ADAM_DIRECTION } from "./adam.ts";
import { CALL_DECLARATION, COMMANDS, EXTRA_COLUMNS, GROUP_SIZE, ROWS, repeat } from "./layout.ts";
import type { Plan } from "./plan.ts";

/** Numbers that one lane adds up in a sum over the workgroup: the square root of its size. */
const FAN_IN = 8;

/** What the shader is specialised for: the tiles of one sweep, see plan.ts, and two parts of the rule. */
export type AdvanceVariant = Pick<Plan, "inputTile" | "blockTile" | "activation" | "optimiser">;

/**
 * Bindings: 1 packed sample, 2 commands, 3 w, 4 a, 5 activations, 6 partial sums, where needed 7 slopes and 8 moments:
 * eight storage buffers, as many as every device has.
 */
export function advanceShader(variant: AdvanceVariant): string {
  const { blockTile, activation, optimiser } = variant;
  return /* wgsl */ `${CALL_DECLARATION}${COMMANDS}${ROWS}
@group(0) @binding(1) var<storage, read> sample: array<vec4f>;
@group(0) @binding(2) var<storage, read> commands: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> inputWeights: array<f32>;
@group(0) @binding(4) var<storage, read_write> outputWeights: array<f32>;
@group(0) @binding(5) var<storage, read_write> activations: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> partialSums: array<vec4f>;
${storesSlopes(activation) ? "@group(0) @binding(7) var<storage, read_write> slopes: array<vec4f>;" : ""}
${optimiser === "adam" ? `@group(0) @binding(8) var<storage, read_write> moments: array<f32>;${ADAM_DIRECTION}` : ""}

var<workgroup> pool: array<vec4f, ${GROUP_SIZE * (blockTile + 1)}>;
var<workgroup> partial: array<vec4f, ${FAN_IN * (blockTile + 1)}>;
${activationCode(activation)}${updateFunction(variant)}${sumFunction(blockTile)}${forwardFunction(variant)}
@compute @workgroup_size(${GROUP_SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let network = group.y;
  let firstNeuron = group.x * call.neuronsOfALane * ${GROUP_SIZE}u + lane;
  let lastNeuron = min(call.width, firstNeuron + call.neuronsOfALane * ${GROUP_SIZE}u);
  let command = commands[commandsOf(network) + call.sampleBlocks];
  if (command.x == STOPPED) { return; }
  if (command.x == UPDATE) {
    for (var neuron = firstNeuron; neuron < lastNeuron; neuron += ${GROUP_SIZE}u) {
      update(network, neuron, command.y, command.z);
    }
  }
  if (command.w == f32(call.steps)) { return; }
  forward(network, group.x, firstNeuron, lastNeuron, lane);
}
`;
}

/** Both layers move with the weights from before the step. */
function updateFunction({ inputTile, activation, optimiser }: AdvanceVariant): string {
  const slope = storesSlopes(activation)
    ? "slopes[activity + block * call.width]"
    : "select(vec4f(), vec4f(1.0), s > vec4f())";
  const adam = optimiser === "adam";
  const direction = (row: string, gradient: string) =>
    adam ? `direction(network, ${row}, neuron, scales, ${gradient})` : gradient;
  return /* wgsl */ `
fn update(network: u32, neuron: u32, outputStep: f32, inputStep: f32) {
  let a = outputWeights[network * call.width + neuron];
  let pulls = commandsOf(network);
  ${adam ? "let scales = commands[pulls + call.sampleBlocks + 1u];" : ""}
  let activity = network * call.sampleBlocks * call.width + neuron;
  let firstRow = sampleOf(network);
  var outputGradient = 0.0;
  for (var j = 0u; j < call.paddedDimension; j += ${inputTile}u) {
    ${repeat(inputTile, (t) => `var gradient${t} = 0.0;`)}
    for (var block = 0u; block < call.sampleBlocks; block++) {
      let p = commands[pulls + block];
      let s = activations[activity + block * call.width];
      let pulling = p * ${slope};
      let at = firstRow + block * (call.paddedDimension + ${EXTRA_COLUMNS}u) + j;
      if (j == 0u) { outputGradient += dot(p, s); }
      ${repeat(inputTile, (t) => `gradient${t} += dot(pulling, sample[at + ${t}u]);`)}
    }
    let row = (network * call.inputDimension + j) * call.width + neuron;
    ${repeat(inputTile, (t) => `if (j + ${t}u < call.inputDimension) { inputWeights[row + ${t}u * call.width] -= inputStep * ${direction(`j + ${t}u`, `(a * gradient${t})`)}; }`)}
  }
  outputWeights[network * call.width + neuron] = a - outputStep * ${direction("call.inputDimension", "outputGradient")};
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
    partialSums[sums + select(block + lane, call.sampleBlocks, lane == ${blockTile}u)] = sum;
  }
}
`;
}

/** Lanes without a neuron take part with zeros, since every lane of a workgroup must reach every barrier. */
function forwardFunction({ blockTile, activation }: AdvanceVariant): string {
  const store = (f: number) =>
    storesSlopes(activation) ? `slopes[at + ${f}u * call.width] = activity${f}.slope;` : "";
  return /* wgsl */ `
fn traceParts(block: u32, row: u32, a: f32, activity: Activity) -> vec4f {
  let value = select(vec4f(), activity.value, exist(block));
  let slope = a * activity.slope;
  return vec4f(dot(value, value), dot(slope * slope, sample[row + call.paddedDimension]), 0.0, 0.0);
}

fn forward(network: u32, group: u32, firstNeuron: u32, lastNeuron: u32, lane: u32) {
  let stride = call.paddedDimension + ${EXTRA_COLUMNS}u;
  let firstRow = sampleOf(network);
  let sums = (network * call.neuronGroups + group) * (call.sampleBlocks + 1u);
  var traces = vec4f();  // Σᵢₖ σ² and Σᵢₖ aₖ² σ′² |xᵢ|²
  for (var block = 0u; block < call.sampleBlocks; block += ${blockTile}u) {
    ${repeat(blockTile, (f) => `var sum${f} = vec4f();`)}
    for (var neuron = firstNeuron; neuron < lastNeuron; neuron += ${GROUP_SIZE}u) {
      let a = outputWeights[network * call.width + neuron];
      ${repeat(blockTile, (f) => `var z${f} = vec4f();`)}
      for (var j = 0u; j < call.inputDimension; j++) {
        let w = inputWeights[(network * call.inputDimension + j) * call.width + neuron];
        ${repeat(blockTile, (f) => `z${f} += w * sample[firstRow + (block + ${f}u) * stride + j];`)}
      }
      let at = (network * call.sampleBlocks + block) * call.width + neuron;
      ${repeat(blockTile, (f) => `let activity${f} = activate(z${f}); activations[at + ${f}u * call.width] = activity${f}.value; ${store(f)} sum${f} += a * activity${f}.value;`)}
      if (call.adaptive != 0u) {
        ${repeat(blockTile, (f) => `traces += traceParts(block + ${f}u, firstRow + (block + ${f}u) * stride, a, activity${f});`)}
      }
    }
    ${repeat(blockTile, (f) => `pool[${f * GROUP_SIZE}u + lane] = sum${f};`)}
    pool[${blockTile * GROUP_SIZE}u + lane] = traces;
    sumOverGroup(lane, sums, block);
  }
}
`;
}
