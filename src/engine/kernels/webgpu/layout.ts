/**
 * How the WebGPU kernel lays out its arrays: the WGSL declarations that all three shaders share, and the same
 * numbers for TypeScript. It computes nothing; the sizes themselves come from plan.ts.
 *
 *     sample block b = the four samples 4b … 4b+3, one lane of a vec4f each; missing samples are zero
 *     packed sample    [B, d′+2] vec4f   xᵢⱼ for j < d (zero up to d′), then |xᵢ|², then yᵢ
 *     activations      [R, B, m] vec4f   σ(zᵢₖ) of one block of samples and one neuron
 *     partial sums     [R, G, B+1] vec4f Σ aₖσ(zᵢₖ) over the neurons of one group; last, the two parts of tr G
 *     commands         [R, B+1] vec4f    residuals eᵢ; last, what `advance` is to do (see below)
 */

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

/** Members of the uniform `Sizes`, all u32, in this order. */
export const SIZES = [
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

/**
 * The last vec4f of a network's commands is (mode, step of a, step of w, updates made so far), where the steps are
 * Δt ρ κ/n. A new command buffer is all zero, which is the first command: FORWARD, from step 0.
 */
export const COMMANDS = /* wgsl */ `
const FORWARD = 0.0;
const UPDATE = 1.0;
const STOPPED = 2.0;
`;

export const SIZES_DECLARATION = /* wgsl */ `
struct Sizes { ${SIZES.map((name) => `${name}: u32,`).join(" ")} }
@group(0) @binding(0) var<uniform> sizes: Sizes;
`;

/** The same line for each of 0 … count − 1: loops over accumulators, which must be unrolled to stay in registers. */
export function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n      ");
}
