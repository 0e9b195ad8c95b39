/**
 * The shaders of a step, put together from its three parts: either each part in a dispatch of its own, over as many
 * workgroups as it can use, or all parts of many steps in one dispatch, by one workgroup per network. The parts
 * do not know which; they get the number of their lane and the number of lanes.
 */
import { storesSlopes } from "./activations.ts";
import { type DecideVariant, decideCode } from "./decide.ts";
import { ELEMENTARY } from "./elementary.ts";
import { type ForwardVariant, forwardCode } from "./forward.ts";
import { declarations } from "./layout.ts";
import type { Plan } from "./plan.ts";
import { type UpdateVariant, updateCode } from "./update.ts";

/** What the shaders are specialised for: tiles, see plan.ts, and the names in the rule. */
export type Variant = ForwardVariant & UpdateVariant & DecideVariant & Pick<Plan, "groupSize">;

const ARGUMENTS = `
  @builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) local: u32`;

/** Workgroups in rows, a row per network. */
const LANE = /* wgsl */ `
  let network = group.y;
  let lane = group.x * GROUP_SIZE + local;
  let lanes = groups.x * GROUP_SIZE;
  let command = scratch[commandOf(network)];`;

export function forwardShader(variant: Variant): string {
  return /* wgsl */ `${head(variant)}${forwardCode(variant)}
@compute @workgroup_size(GROUP_SIZE) fn main(${ARGUMENTS}) {${LANE}
  if (command.x != STOPPED) { forward(network, lane, lanes); }
}
`;
}

export function updateShader(variant: Variant): string {
  return /* wgsl */ `${head(variant)}${updateCode(variant)}
@compute @workgroup_size(GROUP_SIZE) fn main(${ARGUMENTS}) {${LANE}
  if (command.x == UPDATE) { update(network, lane, lanes, command); }
}
`;
}

/** One workgroup per network. */
export function decideShader(variant: Variant): string {
  return /* wgsl */ `${head(variant)}${decideCode(variant)}
var<workgroup> mode: f32;
@compute @workgroup_size(GROUP_SIZE) fn main(${ARGUMENTS}) {
  let network = group.y;
  if (local == 0u) { mode = scratch[commandOf(network)].x; }
  if (workgroupUniformLoad(&mode) == STOPPED) { return; }
  let moves = decide(network, local);
}
`;
}

/** The steps of one submission by one workgroup per network, which begins with a forward pass of its own. */
export function stepsShader(variant: Variant): string {
  return /* wgsl */ `${head(variant)}${forwardCode(variant)}${decideCode(variant)}${updateCode(variant)}
var<workgroup> start: vec4f;
@compute @workgroup_size(GROUP_SIZE) fn main(${ARGUMENTS}) {
  let network = group.y;
  if (local == 0u) { start = scratch[commandOf(network)]; }
  let before = workgroupUniformLoad(&start);
  if (before.x == STOPPED) { return; }
  let first = u32(before.w);
  let last = min(call.steps, first + call.stepsOfASubmission);
  for (var step = first; step < last; step++) {
    forward(network, local, GROUP_SIZE);
    storageBarrier();
    if (!decide(network, local)) { return; }
    storageBarrier();
    update(network, local, GROUP_SIZE, scratch[commandOf(network)]);
    storageBarrier();
  }
}
`;
}

function head(variant: Variant): string {
  const needsElementary = storesSlopes(variant.activation) || variant.optimiser === "adam";
  return `const GROUP_SIZE = ${variant.groupSize}u;${declarations(variant)}${needsElementary ? ELEMENTARY : ""}`;
}
