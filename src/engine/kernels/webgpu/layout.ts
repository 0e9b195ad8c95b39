/**
 * How the WebGPU kernel lays out its arrays: the WGSL declarations that its shaders share, and the same numbers for
 * TypeScript. It computes nothing; the sizes themselves come from plan.ts.
 *
 *     sample block b = the four samples 4b … 4b+3, one lane of a vec4f each; missing samples are zero
 *     sample           [S, B, d′+2] vec4f xᵢⱼ for j < d (zero up to d′), then |xᵢ|², then yᵢ; S is 1 or R
 *     activations      [R, B, m] vec4f    σ(zᵢₖ) of one block of samples and one neuron; then
 *                      [R, B, m] vec4f    σ′(zᵢₖ), where they do not show in σ(zᵢₖ); then
 *                      [R, m] vec4f       aₖ before the step, in the first lane: both layers move with it
 *     scratch          for each network   Σ aₖσ(zᵢₖ) over the neurons of one slice, [slices, B];
 *                                         the two parts of tr G from one slice and tile of samples, [tiles, slices];
 *                                         the pulls pᵢ, [B], 0 for missing samples;
 *                                         its command, [2]
 *     trace            [2R, K] f32        risks, then time steps; then [R] the updates made
 *
 * A command is (mode, step of a, step of w, updates made so far), where the steps are Δt ρ κ/n, under Adam Δt ρ; then,
 * for Adam only, (κ/n, 1−β₁ᵗ, 1−β₂ᵗ, 0). New scratch is all zero, which is the command of a network that has not begun.
 */
import type { Rule } from "../../reference.ts";
import { storesSlopes } from "./activations.ts";
import { ADAM_NUMBERS } from "./adam.ts";

/** Samples of one block. */
export const BLOCK_SIZE = 4;
/** Bytes of a vec4f. */
export const VECTOR_BYTES = 16;
/** Columns of the packed sample behind its inputs: |x|² and y. */
export const EXTRA_COLUMNS = 2;
/** Vectors of a command. */
export const COMMAND_SIZE = 2;

/** Members of the uniform `call`: first these, all u32, in this order. */
export const WHOLE_NUMBERS = [
  "networks",
  "samples",
  "width",
  "inputDimension",
  "paddedDimension",
  "sampleSize",
  "sampleBlocks",
  "sampleTiles",
  "slices",
  "neuronGroups",
  "inputTiles",
  "summingRows",
  "steps",
  "stepsOfASubmission",
  "adaptive",
] as const;

/** Then these, all f32. */
export const NUMBERS = ["margin", ...ADAM_NUMBERS] as const;

export const CALL_DECLARATION = /* wgsl */ `
struct Call {
  ${WHOLE_NUMBERS.map((name) => `${name}: u32,`).join(" ")}
  ${NUMBERS.map((name) => `${name}: f32,`).join(" ")}
}
@group(0) @binding(0) var<uniform> call: Call;
`;

/** What the binding of every array but the uniform allows, in the order of the bindings from 1: eight, as many as every device has. */
export const BINDINGS = [
  ["sample", "read", "vec4f"],
  ["descents", "read", "f32"],
  ["inputWeights", "read_write", "f32"],
  ["outputWeights", "read_write", "f32"],
  ["activations", "read_write", "vec4f"],
  ["scratch", "read_write", "vec4f"],
  ["trace", "read_write", "f32"],
  ["moments", "read_write", "f32"],
] as const;

/** The bindings that a rule needs: moments are Adam's. */
export function bindingsFor({ optimiser }: Pick<Rule, "optimiser">) {
  return BINDINGS.filter(([name]) => name !== "moments" || optimiser === "adam");
}

/** How many there are of what the arrays below have rows for. */
export interface Extent {
  readonly sampleBlocks: number;
  readonly sampleTiles: number;
  readonly slices: number;
}

/** Vectors of the scratch of one network. */
export function scratchSize({ sampleBlocks, sampleTiles, slices }: Extent): number {
  return slices * (sampleBlocks + sampleTiles) + sampleBlocks + COMMAND_SIZE;
}

/** Rows of the activations of one network. */
export function activationRows(
  { sampleBlocks }: Pick<Extent, "sampleBlocks">,
  { activation }: Pick<Rule, "activation">,
) {
  return sampleBlocks * (storesSlopes(activation) ? 2 : 1) + 1;
}

/**
 * Declares all arrays, and where those of a network begin. `exist` says which samples of a block exist: those
 * that do not have zeros for inputs and targets, but σ(0) and the loss at 0 need not be zero.
 */
export function declarations(variant: Pick<Rule, "activation" | "optimiser">): string {
  const arrays = bindingsFor(variant).map(
    ([name, access, type], index) =>
      `@group(0) @binding(${index + 1}) var<storage, ${access}> ${name}: array<${type}>;`,
  );
  const rows = storesSlopes(variant.activation) ? "2u * call.sampleBlocks" : "call.sampleBlocks";
  return /* wgsl */ `${CALL_DECLARATION}
${arrays.join("\n")}
const UPDATE = 1.0;
const STOPPED = 2.0;

fn sampleOf(network: u32) -> u32 {
  return select(0u, network * call.sampleBlocks * (call.paddedDimension + ${EXTRA_COLUMNS}u), call.samples > 1u);
}
fn activationsOf(network: u32) -> u32 { return network * (${rows} + 1u) * call.width; }
fn formerOutputWeights(network: u32) -> u32 { return activationsOf(network) + ${rows} * call.width; }
fn partialSumsOf(network: u32) -> u32 {
  return network * (call.slices * (call.sampleBlocks + call.sampleTiles) + call.sampleBlocks + ${COMMAND_SIZE}u);
}
fn partialTracesOf(network: u32) -> u32 { return partialSumsOf(network) + call.slices * call.sampleBlocks; }
fn pullsOf(network: u32) -> u32 { return partialTracesOf(network) + call.slices * call.sampleTiles; }
fn commandOf(network: u32) -> u32 { return pullsOf(network) + call.sampleBlocks; }
fn exist(block: u32) -> vec4<bool> { return 4u * block + vec4u(0u, 1u, 2u, 3u) < vec4u(call.sampleSize); }
`;
}

/** The same line for each of 0 … count − 1: loops over accumulators, which must be unrolled to stay in registers. */
export function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n      ");
}
