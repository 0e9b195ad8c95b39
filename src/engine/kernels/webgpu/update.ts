/**
 * WGSL of the update. The lanes share the neurons, in groups, and the inputs, in tiles; both layers move with the
 * weights from before the step. It decides nothing: how far to go stands in the command that decide.ts writes.
 *
 *     aₖ ← aₖ − hₐ Σᵢ pᵢ σ(zᵢₖ)        wₖ ← wₖ − h_w aₖ Σᵢ pᵢ σ′(zᵢₖ) xᵢ        h = Δt ρ κ/n
 *
 * Under Adam the sums times κ/n are the gradients, of which adam.ts makes directions; then h = Δt ρ.
 */
import { storesSlopes } from "./activations.ts";
import { ADAM_DIRECTION } from "./adam.ts";
import { EXTRA_COLUMNS, repeat } from "./layout.ts";
import type { Plan } from "./plan.ts";

export type UpdateVariant = Pick<Plan, "neuronTile" | "inputTile" | "activation" | "optimiser">;

/** Declares `update(network, lane, lanes, command)`. */
export function updateCode(variant: UpdateVariant): string {
  const { neuronTile, inputTile, activation, optimiser } = variant;
  const adam = optimiser === "adam";
  const direction = (row: string, q: number, gradient: string) =>
    adam ? `direction(network, ${row}, k${q}, scales, ${gradient})` : gradient;
  const each = (line: (q: number, t: number) => string) =>
    repeat(neuronTile, (q) => repeat(inputTile, (t) => line(q, t)));
  const pulling = (q: number) =>
    storesSlopes(activation)
      ? `p * activations[activity + (call.sampleBlocks + block) * call.width + c${q}]`
      : `select(vec4f(), p, s${q} > vec4f())`;
  // Under gradient descent a frozen inner layer needs no gradient; under Adam its moments still change.
  const tiles = adam ? "call.inputTiles" : "select(call.inputTiles, 1u, command.z == 0.0)";
  return /* wgsl */ `${adam ? ADAM_DIRECTION : ""}
fn updateOf(network: u32, group: u32, firstInput: u32, command: vec4f) {
  let stride = call.paddedDimension + ${EXTRA_COLUMNS}u;
  let activity = activationsOf(network);
  let former = formerOutputWeights(network);
  let pulls = pullsOf(network);
  ${adam ? "let scales = scratch[commandOf(network) + 1u];" : ""}
  ${repeat(neuronTile, (q) => `let k${q} = group + ${q}u * call.neuronGroups; let c${q} = min(k${q}, call.width - 1u); let a${q} = activations[former + c${q}].x; var output${q} = 0.0;`)}
  ${each((q, t) => `var g${q}${t} = 0.0;`)}
  var row = sampleOf(network) + firstInput;
  for (var block = 0u; block < call.sampleBlocks; block++) {
    let p = scratch[pulls + block];
    ${repeat(neuronTile, (q) => `let s${q} = activations[activity + block * call.width + c${q}]; let pulling${q} = ${pulling(q)};`)}
    if (firstInput == 0u) { ${repeat(neuronTile, (q) => `output${q} += dot(p, s${q});`)} }
    ${repeat(inputTile, (t) => `let x${t} = sample[row + ${t}u];`)}
    ${each((q, t) => `g${q}${t} += dot(pulling${q}, x${t});`)}
    row += stride;
  }
  let weights = (network * call.inputDimension + firstInput) * call.width;
  ${each((q, t) => `if (k${q} < call.width && firstInput + ${t}u < call.inputDimension) { inputWeights[weights + ${t}u * call.width + k${q}] -= command.z * ${direction(`firstInput + ${t}u`, q, `(a${q} * g${q}${t})`)}; }`)}
  if (firstInput == 0u) {
    ${repeat(neuronTile, (q) => `if (k${q} < call.width) { outputWeights[network * call.width + k${q}] = a${q} - command.y * ${direction("call.inputDimension", q, `output${q}`)}; }`)}
  }
}

fn update(network: u32, lane: u32, lanes: u32, command: vec4f) {
  let items = call.neuronGroups * ${tiles};
  for (var item = lane; item < items; item += lanes) {
    updateOf(network, item % call.neuronGroups, ${inputTile}u * (item / call.neuronGroups), command);
  }
}
`;
}
