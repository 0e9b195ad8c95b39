/**
 * How the WebGPU kernel lays out its arrays: the WGSL declarations that all three shaders share, and the same
 * numbers for TypeScript. It computes nothing; the sizes themselves come from plan.ts.
 *
 *     sample block b = the four samples 4b … 4b+3, one lane of a vec4f each; missing samples are zero
 *     packed sample    [S, B, d′+2] vec4f xᵢⱼ for j < d (zero up to d′), then |xᵢ|², then yᵢ; S is 1 or R
 *     activations      [R, B, m] vec4f    σ(zᵢₖ) of one block of samples and one neuron
 *     slopes           [R, B, m] vec4f    σ′(zᵢₖ), where they do not show in σ(zᵢₖ)
 *     partial sums     [R, G, B+1] vec4f  Σ aₖσ(zᵢₖ) over the neurons of one group; last, the two parts of tr G
 *     commands         [R, B+2] vec4f     pulls pᵢ, 0 for missing samples; then what `advance` is to do (see below)
 */
import { ADAM_NUMBERS } from "./adam.ts";

/** Invocations of one workgroup of `advance`. */
export const GROUP_SIZE = 64;
/** Invocations of the one workgroup a network of `reduce`. */
export const REDUCE_SIZE = 256;
/** Samples of one block. */
export const BLOCK_SIZE = 4;
/** Bytes of a vec4f. */
export const VECTOR_BYTES = 16;
/** Columns of the packed sample behind its inputs: |x|² and y. */
export const EXTRA_COLUMNS = 2;
/** Vectors of a network's commands behind its pulls. */
export const EXTRA_COMMANDS = 2;

/** Members of the uniform `call`: first these, all u32, in this order. */
export const WHOLE_NUMBERS = [
  "samples",
  "width",
  "inputDimension",
  "paddedDimension",
  "sampleSize",
  "sampleBlocks",
  "neuronGroups",
  "neuronsOfALane",
  "slices",
  "steps",
  "adaptive",
] as const;

/** Then these, all f32. */
export const NUMBERS = ["margin", ...ADAM_NUMBERS] as const;

/**
 * Behind a network's pulls stands its command (mode, step of a, step of w, updates made so far), where the steps are
 * Δt ρ κ/n, under Adam Δt ρ; then, for Adam only, (κ/n, 1−β₁ᵗ, 1−β₂ᵗ, 0). A new command buffer is all zero, which is
 * the first command: FORWARD, from step 0.
 */
export const COMMANDS = /* wgsl */ `
const FORWARD = 0.0;
const UPDATE = 1.0;
const STOPPED = 2.0;
`;

export const CALL_DECLARATION = /* wgsl */ `
struct Call {
  ${WHOLE_NUMBERS.map((name) => `${name}: u32,`).join(" ")}
  ${NUMBERS.map((name) => `${name}: f32,`).join(" ")}
}
@group(0) @binding(0) var<uniform> call: Call;
`;

/**
 * Where a network's sample and commands begin, and which of a block's samples exist. Those that do not have zeros for
 * inputs and targets, but σ(0) and the loss at 0 need not be zero.
 */
export const ROWS = /* wgsl */ `
fn sampleOf(network: u32) -> u32 {
  return select(0u, network * call.sampleBlocks * (call.paddedDimension + ${EXTRA_COLUMNS}u), call.samples > 1u);
}
fn commandsOf(network: u32) -> u32 { return network * (call.sampleBlocks + ${EXTRA_COMMANDS}u); }
fn exist(block: u32) -> vec4<bool> { return 4u * block + vec4u(0u, 1u, 2u, 3u) < vec4u(call.sampleSize); }
`;

/** The same line for each of 0 … count − 1: loops over accumulators, which must be unrolled to stay in registers. */
export function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n      ");
}
