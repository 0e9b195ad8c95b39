/**
 * WGSL of the step's decision, by one workgroup per network: adds up the partial sums of forward.ts, measures the risk,
 * stops or chooses Δt, and writes pulls and command for the update. It never touches a weight.
 *
 *     fᵢ = κ Σₖ aₖσ(zᵢₖ)      R = 1/n Σᵢ ℓ(fᵢ, yᵢ)      pᵢ = ∂ℓ/∂f      Δt = min{timeStep, ½/max(tr G, growth rate)}
 *     tr G = κ²/n Σᵢₖ [ρₐ σ² + ρ_w aₖ² σ′² |xᵢ|²]         growth rate = κ √(ρₐρ_w)/n Σᵢ |pᵢ||xᵢ|
 */
import { DESCENT_COLUMNS } from "../../descend.ts";
import { DIVERGED_RISK, STEP_FRACTION } from "../../reference.ts";
import { BIAS_CORRECTIONS } from "./adam.ts";
import { EXTRA_COLUMNS } from "./layout.ts";
import { lossCode } from "./losses.ts";
import type { Plan } from "./plan.ts";

/** Rows that one lane adds up in a sum over the workgroup. A power of two, so that it divides the rows. */
const FAN_IN = 16;

export type DecideVariant = Pick<Plan, "loss" | "optimiser">;

/** Declares `decide(network, lane) -> bool`: whether the network is to be moved. Every lane of the workgroup must call it. */
export function decideCode({ loss, optimiser }: DecideVariant): string {
  return /* wgsl */ `
// Bits of a float32 without its sign order like the number, infinities and NaN last. Compared as integers, since
// WGSL lets an implementation assume that neither infinities nor NaN occur.
const DIVERGED_BITS = ${float32Bits(DIVERGED_RISK)}u;
// Keeps ½/rate finite where nothing moves; far below any rate that a float32 network has.
const SMALLEST_RATE = 1e-37;

struct Totals { losses: f32, drive: f32, outputTrace: f32, inputTrace: f32 }
struct Decision { step: u32, riskBits: u32, timeStep: f32 }

var<workgroup> pool: array<vec4f, GROUP_SIZE>;
var<workgroup> decision: Decision;

fn descent(network: u32, column: u32) -> f32 { return descents[network * ${DESCENT_COLUMNS.length}u + column]; }
${DESCENT_COLUMNS.map((name, column) => `const ${constantName(name)} = ${column}u;`).join("\n")}
${lossCode(loss)}${SUMS}${DECISION}${optimiser === "adam" ? ADAM_STEPS : GRADIENT_STEPS}
fn decide(network: u32, lane: u32) -> bool {
  let totals = measure(network, lane);
  if (lane == 0u) { decision = decisionFrom(network, totals); }
  let decided = workgroupUniformLoad(&decision);
  let stops = (decided.riskBits & 0x7fffffffu) >= DIVERGED_BITS
    || bitcast<f32>(decided.riskBits) <= descent(network, TARGET_RISK);
  if (stops) { stop(network, lane, decided); } else if (lane == 0u) { goOn(network, decided); }
  return !stops;
}
`;
}

/**
 * Workgroup sums. The lanes are `summingRows` rows: lanes of one row read neighbouring columns of the partial sums,
 * rows share the slices of neurons among them and are then added, sixteen at a time.
 */
const SUMS = /* wgsl */ `
fn sumOverRows(lane: u32, rowLength: u32) {
  workgroupBarrier();
  for (var rows = GROUP_SIZE / rowLength; rows > 1u;) {
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
  let rowLength = GROUP_SIZE / call.summingRows;
  let sums = partialSumsOf(network);
  var own = vec4f();  // Σ ℓ, Σ |p||x| and the two parts of the trace, as far as this lane adds them up
  for (var first = 0u; first < call.sampleBlocks; first += rowLength) {
    let block = first + lane % rowLength;
    var sum = vec4f();
    if (block < call.sampleBlocks) {
      for (var slice = lane / rowLength; slice < call.slices; slice += call.summingRows) {
        sum += scratch[sums + slice * call.sampleBlocks + block];
      }
    }
    pool[lane] = sum;
    sumOverRows(lane, rowLength);
    if (lane < rowLength && block < call.sampleBlocks) { own += blockTotals(network, block, pool[lane]); }
    workgroupBarrier();
  }
  if (call.adaptive != 0u) {
    let traces = partialTracesOf(network);
    for (var part = lane; part < call.slices * call.sampleTiles; part += GROUP_SIZE) {
      own += vec4f(0.0, 0.0, scratch[traces + part].xy);
    }
  }
  pool[lane] = own;
  sumOverRows(lane, 1u);
  return Totals(pool[0].x, pool[0].y, pool[0].z, pool[0].w);
}

fn blockTotals(network: u32, block: u32, sum: vec4f) -> vec4f {
  let extra = sampleOf(network) + block * (call.paddedDimension + ${EXTRA_COLUMNS}u) + call.paddedDimension;
  let loss = lossOf(descent(network, OUTPUT_FACTOR) * sum, sample[extra + 1u]);
  let pulls = select(vec4f(), loss.pull, exist(block));
  scratch[pullsOf(network) + block] = pulls;
  let losses = dot(select(vec4f(), loss.value, exist(block)), vec4f(1.0));
  return vec4f(losses, dot(abs(pulls), sqrt(sample[extra])), 0.0, 0.0);
}
`;

/** One lane decides; the others learn of it through workgroup memory, which also makes the branch uniform. */
const DECISION = /* wgsl */ `
fn decisionFrom(network: u32, totals: Totals) -> Decision {
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
  return Decision(u32(scratch[commandOf(network)].w), bitcast<u32>(totals.losses / n), timeStep);
}

fn stop(network: u32, lane: u32, decided: Decision) {
  let risks = network * call.steps;
  let timeSteps = (call.networks + network) * call.steps;
  for (var rest = decided.step + lane; rest < call.steps; rest += GROUP_SIZE) {
    trace[risks + rest] = bitcast<f32>(decided.riskBits);
    trace[timeSteps + rest] = 0.0;
  }
  if (lane == 0u) {
    scratch[commandOf(network)] = vec4f(STOPPED, 0.0, 0.0, f32(decided.step));
    trace[2u * call.networks * call.steps + network] = f32(decided.step);
  }
}

fn goOn(network: u32, decided: Decision) {
  trace[network * call.steps + decided.step] = bitcast<f32>(decided.riskBits);
  trace[(call.networks + network) * call.steps + decided.step] = decided.timeStep;
  trace[2u * call.networks * call.steps + network] = f32(decided.step + 1u);
  writeCommand(network, commandOf(network), decided.step, decided.timeStep);
}
`;

/** What `update` is to do, as layout.ts has it: `at` is where the command of the network stands. */
const GRADIENT_STEPS = /* wgsl */ `
fn writeCommand(network: u32, at: u32, step: u32, timeStep: f32) {
  let perSample = timeStep * (descent(network, OUTPUT_FACTOR) / f32(call.sampleSize));
  scratch[at] = vec4f(
    UPDATE, perSample * descent(network, OUTPUT_RATE), perSample * descent(network, INPUT_RATE), f32(step + 1u));
}
`;

const ADAM_STEPS = /* wgsl */ `${BIAS_CORRECTIONS}
fn writeCommand(network: u32, at: u32, step: u32, timeStep: f32) {
  scratch[at] = vec4f(
    UPDATE, timeStep * descent(network, OUTPUT_RATE), timeStep * descent(network, INPUT_RATE), f32(step + 1u));
  let factor = descent(network, OUTPUT_FACTOR) / f32(call.sampleSize);
  scratch[at + 1u] = vec4f(factor, biasCorrections(f32(step)), 0.0);
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
