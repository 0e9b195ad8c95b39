/**
 * WGSL of the forward pass. The lanes share the neurons, in slices, and the samples, in tiles; a lane adds up what its
 * slice contributes to the outputs of its tile, so that no lane waits for another.
 *
 *     zᵢₖ = wₖ·xᵢ      Σₖ aₖ σ(zᵢₖ)      Σᵢₖ σ²  and  Σᵢₖ aₖ² σ′² |xᵢ|²      over the neurons of the slice
 */
import { activationCode, storesSlopes } from "./activations.ts";
import { EXTRA_COLUMNS, repeat } from "./layout.ts";
import type { Plan } from "./plan.ts";

export type ForwardVariant = Pick<Plan, "neuronTile" | "blockTile" | "activation">;

/** Declares `forward(network, lane, lanes)`. */
export function forwardCode(variant: ForwardVariant): string {
  const { neuronTile, blockTile, activation } = variant;
  return /* wgsl */ `${activationCode(activation)}
fn traceParts(activity: Activity, a: f32, count: vec4f, squaredNorm: vec4f) -> vec2f {
  let slope = a * activity.slope;
  return vec2f(dot(activity.value * activity.value, count), dot(slope * slope, squaredNorm));
}

fn forwardOf(network: u32, slice: u32, tile: u32) {
  let block = tile * ${blockTile}u;
  let stride = call.paddedDimension + ${EXTRA_COLUMNS}u;
  let firstRow = sampleOf(network) + block * stride;
  let inputRow = network * call.inputDimension * call.width;
  let outputRow = network * call.width;
  let activity = activationsOf(network) + block * call.width;
  let former = formerOutputWeights(network);
  var traces = vec2f();
  ${repeat(blockTile, (f) => `var sum${f} = vec4f(); let count${f} = select(vec4f(), vec4f(1.0), exist(block + ${f}u)); let norm${f} = sample[firstRow + ${f}u * stride + call.paddedDimension];`)}
  var k = slice;
  for (; k + ${neuronTile - 1}u * call.slices < call.width; k += ${neuronTile}u * call.slices) {
    ${tileCode(variant, neuronTile)}
  }
  ${neuronTile === 1 ? "" : `for (; k < call.width; k += call.slices) {${tileCode(variant, 1)}}`}
  let sums = partialSumsOf(network) + slice * call.sampleBlocks + block;
  ${repeat(blockTile, (f) => `scratch[sums + ${f}u] = sum${f};`)}
  scratch[partialTracesOf(network) + tile * call.slices + slice] = vec4f(traces, 0.0, 0.0);
}

fn forward(network: u32, lane: u32, lanes: u32) {
  for (var item = lane; item < call.slices * call.sampleTiles; item += lanes) {
    forwardOf(network, item % call.slices, item / call.slices);
  }
}
`;
}

/** The neurons k, k + slices, … of one sweep, `count` of them, on the samples of the tile. */
function tileCode({ blockTile, activation }: ForwardVariant, count: number): string {
  const each = (line: (q: number, f: number) => string) =>
    repeat(count, (q) => repeat(blockTile, (f) => line(q, f)));
  const store = (q: number, f: number) =>
    storesSlopes(activation)
      ? `activations[activity + (call.sampleBlocks + ${f}u) * call.width + k${q}] = y${q}${f}.slope;`
      : "";
  return /* wgsl */ `
    ${repeat(count, (q) => `let k${q} = k + ${q}u * call.slices; let a${q} = outputWeights[outputRow + k${q}];`)}
    ${each((q, f) => `var z${q}${f} = vec4f();`)}
    for (var j = 0u; j < call.inputDimension; j++) {
      ${repeat(blockTile, (f) => `let x${f} = sample[firstRow + ${f}u * stride + j];`)}
      ${repeat(count, (q) => `let w${q} = inputWeights[inputRow + j * call.width + k${q}];`)}
      ${each((q, f) => `z${q}${f} += w${q} * x${f};`)}
    }
    ${each((q, f) => `let y${q}${f} = activate(z${q}${f}); activations[activity + ${f}u * call.width + k${q}] = y${q}${f}.value; ${store(q, f)} sum${f} += a${q} * y${q}${f}.value;`)}
    if (tile == 0u) { ${repeat(count, (q) => `activations[former + k${q}].x = a${q};`)} }
    if (call.adaptive != 0u) { ${each((q, f) => `traces += traceParts(y${q}${f}, a${q}, count${f}, norm${f});`)} }
`;
}
