/**
 * WGSL of the activation functions, the formulas of ../../activations.ts on four samples at once. It does not know how
 * the values are used.
 */
import type { ActivationName } from "../../activations.ts";

/** Body of `activate`, from z to Activity(σ(z), σ′(z)). */
const BODIES: Readonly<Record<ActivationName, string>> = {
  relu: "return Activity(max(z, vec4f()), select(vec4f(), vec4f(1.0), z > vec4f()));",
  tanh: "return tangent(z);",
  xTanh: "let t = tangent(z); return Activity(z * t.value, t.value + z * t.slope);",
  x2Tanh: "let t = tangent(z); return Activity(z * z * t.value, z * (2.0 * t.value + z * t.slope));",
  sigmoid: "return logistic(z, decay(-abs(z), 0));",
  softplus:
    "let E = decay(-abs(z), 0); return Activity(max(z, vec4f()) + logOnePlus(E), logistic(z, E).value);",
};

const FAMILIES = /* wgsl */ `
fn tangent(z: vec4f) -> Activity {
  let fourfold = decay(-2.0 * abs(z), 2);  // 4E, which is a normal number for longer than E is
  let E = 0.25 * fourfold;
  return Activity(hyperbolicTangent(z, E), fourfold / ((1.0 + E) * (1.0 + E)));
}

fn logistic(z: vec4f, E: vec4f) -> Activity {
  let larger = 1.0 / (1.0 + E);
  return Activity(select(larger, E * larger, z < vec4f()), E * larger * larger);
}
`;

/** ReLU's slope shows in its value; those of the others are kept beside theirs. */
export function storesSlopes(activation: ActivationName): boolean {
  return activation !== "relu";
}

/** Declares `fn activate(z: vec4f) -> Activity`; any but ReLU needs the functions of elementary.ts. */
export function activationCode(activation: ActivationName): string {
  return /* wgsl */ `
struct Activity { value: vec4f, slope: vec4f }
${storesSlopes(activation) ? FAMILIES : ""}
fn activate(z: vec4f) -> Activity { ${BODIES[activation]} }
`;
}
