/**
 * WGSL of the step's decision, one workgroup a network: adds up the partial sums of advance.ts, measures the risk,
 * stops or chooses Δt, and writes the commands for the next pass. It never touches a weight.
 *
 *     fᵢ = κ Σₖ aₖσ(zᵢₖ)      R = 1/n Σᵢ ℓ(fᵢ, yᵢ)      pᵢ = ∂ℓ/∂f      Δt = min{timeStep, ½/max(tr G, growth rate)}
 *     tr G = κ²/n Σᵢₖ [ρₐ σ² + ρ_w aₖ² σ′² |xᵢ|²]         growth rate = κ √(ρₐρ_w)/n Σᵢ |pᵢ||xᵢ|
 */
import { DESCENT_COLUMNS } from "../../descend.ts";
import { DIVERGED_RISK, STEP_FRACTION } from "../../reference.ts";
import { BIAS_CORRECTIONS } from "./adam.ts";
import { CALL_DECLARATION, COMMANDS, EXTRA_COLUMNS, REDUCE_SIZE, ROWS } from "./layout.ts";
import { lossCode } from "./losses.ts";
import type { Plan } from "./plan.ts";

/** Rows that one lane adds up in a sum over the workgroup. A power of two, so that it divides the rows. */
const FAN_IN = 16;

/** What the shader is specialised for. */
export type ReduceVariant = Pick<Plan, "loss" | "optimiser">;

/** Bindings: 1 packed sample, 2 descents, 3 partial sums, 4 commands, 5 risks, 6 time steps, 7 steps. */
export function reduceShader({ loss, optimiser }: ReduceVariant): string {
  return /* wgsl */ `${CALL_DECLARATION}${COMMANDS}${ROWS}
@group(0) @binding(1) var<storage, read> sample: array<vec4f>;
@group(0) @binding(2) var<storage, read> descents: array<f32>;
@group(0) @binding(3) var<storage, read> partialSums: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> commands: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> risks: array<f32>;
@group(0) @binding(6) var<storage, read_write> timeSteps: array<f32>;
@group(0) @binding(7) var<storage, read_write> steps: array<f32>;

// Bits of a float32 without its sign order like the number, infinities and NaN last. Compared as integers, since
// WGSL lets an implementation assume that neither infinities nor NaN occur.
const DIVERGED_BITS = ${float32Bits(DIVERGED_RISK)}u;
// Keeps ½/rate finite where nothing moves; far below any rate that a float32 network has.
const SMALLEST_RATE = 1e-37;

struct Totals { losses: f32, drive: f32, outputTrace: f32, inputTrace: f32 }
struct Decision { riskBits: u32, timeStep: f32 }

var<workgroup> pool: array<vec4f, ${REDUCE_SIZE}>;
var<workgroup> current: vec4f;
var<workgroup> decision: Decision;

fn descent(network: u32, column: u32) -> f32 { return descents[network * ${DESCENT_COLUMNS.length}u + column]; }
${DESCENT_COLUMNS.map((name, column) => `const ${constantName(name)} = ${column}u;`).join("\n")}
${lossCode(loss)}${SUMS}${DECISION}${optimiser === "adam" ? ADAM_STEPS : GRADIENT_STEPS}
@compute @workgroup_size(${REDUCE_SIZE})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let network = group.x;
  if (lane == 0u) { current = commands[commandsOf(network) + call.sampleBlocks]; }
  let command = workgroupUniformLoad(&current);
  if (command.x == STOPPED) { return; }
  let totals = measure(network, lane);
  if (lane == 0u) { decision = decide(network, totals); }
  let decided = workgroupUniformLoad(&decision);
  write(network, lane, u32(command.w), decided);
}
`;
}

/**
 * Workgroup sums. The 256 lanes are `slices` rows: lanes of one row read neighbouring columns of the partial sums,
 * rows share the groups of neurons among them and are then added, sixteen at a time.
 */
const SUMS = /* wgsl */ `
fn sumOverRows(lane: u32, rowLength: u32) {
  workgroupBarrier();
  for (var rows = ${REDUCE_SIZE}u / rowLength; rows > 1u;) {
    let remaining = max(rows / ${FAN_IN}u, 1u);
    if (lane < remaining * rowLength) {
      var sum = pool[lane];
      for (var row = remaining; row < rows; row += remaining) { sum += pool[lane + row * rowLength]; }
      pool[lane] = sum;
    }
    workgroupBarrier();
    rows = remaining;
  }
}

fn measure(network: u32, lane: u32) -> Totals {
  let columns = call.sampleBlocks + 1u;
  let rowLength = ${REDUCE_SIZE}u / call.slices;
  var own = vec4f();  // Σ ℓ, Σ |p||x| and the two parts of the trace, of the columns of this lane
  for (var first = 0u; first < columns; first += rowLength) {
    let column = first + lane % rowLength;
    var sum = vec4f();
    if (column < columns) {
      for (var group = lane / rowLength; group < call.neuronGroups; group += call.slices) {
        sum += partialSums[(network * call.neuronGroups + group) * columns + column];
      }
    }
    pool[lane] = sum;
    sumOverRows(lane, rowLength);
    if (lane < rowLength && column < columns) { own += columnTotals(network, column, pool[lane]); }
    workgroupBarrier();
  }
  pool[lane] = own;
  sumOverRows(lane, 1u);
  return Totals(pool[0].x, pool[0].y, pool[0].z, pool[0].w);
}

fn columnTotals(network: u32, column: u32, sum: vec4f) -> vec4f {
  if (column == call.sampleBlocks) { return vec4f(0.0, 0.0, sum.x, sum.y); }
  let extra = sampleOf(network) + column * (call.paddedDimension + ${EXTRA_COLUMNS}u) + call.paddedDimension;
  let loss = lossOf(descent(network, OUTPUT_FACTOR) * sum, sample[extra + 1u]);
  let pulls = select(vec4f(), loss.pull, exist(column));
  commands[commandsOf(network) + column] = pulls;
  let losses = dot(select(vec4f(), loss.value, exist(column)), vec4f(1.0));
  return vec4f(losses, dot(abs(pulls), sqrt(sample[extra])), 0.0, 0.0);
}
`;

/** One lane decides; the others learn of it through workgroup memory, which also makes the branch uniform. */
const DECISION = /* wgsl */ `
fn decide(network: u32, totals: Totals) -> Decision {
  let n = f32(call.sampleSize);
  let factor = descent(network, OUTPUT_FACTOR);
  let outputRate = descent(network, OUTPUT_RATE);
  let inputRate = descent(network, INPUT_RATE);
  var timeStep = descent(network, TIME_STEP);
  if (call.adaptive != 0u) {
    let trace = factor * (factor / n) * (outputRate * totals.outputTrace + inputRate * totals.inputTrace);
    let growth = factor * sqrt(outputRate * inputRate) * (totals.drive / n);
    timeStep = min(timeStep, ${STEP_FRACTION} / max(max(trace, growth), SMALLEST_RATE));
  }
  return Decision(bitcast<u32>(totals.losses / n), timeStep);
}

fn write(network: u32, lane: u32, step: u32, decided: Decision) {
  let risk = bitcast<f32>(decided.riskBits);
  let row = network * call.steps;
  let at = commandsOf(network) + call.sampleBlocks;
  let diverged = (decided.riskBits & 0x7fffffffu) >= DIVERGED_BITS;
  if (diverged || risk <= descent(network, TARGET_RISK)) {
    for (var rest = step + lane; rest < call.steps; rest += ${REDUCE_SIZE}u) {
      risks[row + rest] = risk;
      timeSteps[row + rest] = 0.0;
    }
    if (lane == 0u) {
      commands[at] = vec4f(STOPPED, 0.0, 0.0, f32(step));
      steps[network] = f32(step);
    }
  } else if (lane == 0u) {
    risks[row + step] = risk;
    timeSteps[row + step] = decided.timeStep;
    steps[network] = f32(step + 1u);
    command(network, at, step, decided.timeStep);
  }
}
`;

/** What `advance` is to do, as layout.ts has it: `at` is where the command of the network stands. */
const GRADIENT_STEPS = /* wgsl */ `
fn command(network: u32, at: u32, step: u32, timeStep: f32) {
  let perSample = timeStep * (descent(network, OUTPUT_FACTOR) / f32(call.sampleSize));
  commands[at] = vec4f(
    UPDATE, perSample * descent(network, OUTPUT_RATE), perSample * descent(network, INPUT_RATE), f32(step + 1u));
}
`;

const ADAM_STEPS = /* wgsl */ `${BIAS_CORRECTIONS}
fn command(network: u32, at: u32, step: u32, timeStep: f32) {
  commands[at] = vec4f(
    UPDATE, timeStep * descent(network, OUTPUT_RATE), timeStep * descent(network, INPUT_RATE), f32(step + 1u));
  let factor = descent(network, OUTPUT_FACTOR) / f32(call.sampleSize);
  commands[at + 1u] = vec4f(factor, biasCorrections(f32(step)), 0.0);
}
`;

/** The bits of a number in float32, as an unsigned integer. */
function float32Bits(value: number): number {
  return new Uint32Array(Float32Array.of(value).buffer)[0] ?? 0;
}

/** outputFactor → OUTPUT_FACTOR. */
function constantName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
