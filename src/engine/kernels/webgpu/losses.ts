/** WGSL of the losses, the formulas of ../../losses.ts on four samples at once. */
import type { LossName } from "../../losses.ts";

/**
 * An output or label that is not finite must give a risk that is not finite, so that the network stops; `max` would make
 * a satisfied example of NaN. As in reduce.ts bits are compared, since comparisons may assume that there is no NaN.
 */
const HINGE = /* wgsl */ `
fn lossOf(f: vec4f, y: vec4f) -> Loss {
  let missing = call.margin - y * f;
  let bits = bitcast<vec4u>(missing) & vec4u(0x7fffffffu);
  let value = select(max(vec4f(), missing), bitcast<vec4f>(bits), bits >= vec4u(0x7f800000u));
  return Loss(value, select(vec4f(), -y, y * f < vec4f(call.margin)));
}
`;

const SQUARED = /* wgsl */ `
fn lossOf(f: vec4f, y: vec4f) -> Loss { return Loss(0.5 * (f - y) * (f - y), f - y); }
`;

/** Declares `fn lossOf(f: vec4f, y: vec4f) -> Loss`. */
export function lossCode(loss: LossName): string {
  return `struct Loss { value: vec4f, pull: vec4f }${loss === "hinge" ? HINGE : SQUARED}`;
}
