/** What is learnt: one ReLU neuron, several, a circle of them, or the reader's own. And the parameters that say so. */
import { cos, sin } from "../../../math/elementary.ts";
import type { Neurons } from "../../../theory/quenching/neurons.ts";
import { whole } from "../../declared.ts";
import { type ChoiceParameter, type NumbersParameter, ParameterError } from "../../parameters.ts";

const TARGET = {
  kind: "choice",
  label: "Target",
  options: {
    neurons: "one or several neurons",
    circle: "a circle of neurons",
    own: "neurons at angles of your own",
  },
} as const satisfies ChoiceParameter;

const TEACHERS = whole("Teacher neurons", [1, 64], {
  symbol: "M",
  hint: "At right angles to each other, each with output weight 1/M.",
});

const ANGLES = {
  kind: "wholes",
  label: "Angles of your own teacher neurons",
  minimum: 0,
  maximum: 359,
  atMost: 8,
  hint: "In degrees, in the plane of the first two inputs; each has output weight 1/M.",
} as const satisfies NumbersParameter;

/** What can be set of the target. */
export const TARGET_PARAMETERS = { target: TARGET, teachers: TEACHERS, angles: ANGLES } as const;

export interface Target {
  readonly target: keyof (typeof TARGET)["options"];
  readonly teachers: number;
  readonly angles: readonly number[];
}

export const ONE_NEURON: Target = { target: "neurons", teachers: 1, angles: [30, 150] };

/** Equal neurons that stand for the circle's integral; by symmetry their error falls faster than any power of their number. */
const ON_CIRCLE = 64;

/** Why a target has no room among so many inputs; undefined where it has. */
export function refusedTarget({
  target,
  teachers,
  inputs,
}: Pick<Target, "target" | "teachers"> & { readonly inputs: number }): string | undefined {
  return target === "neurons" && teachers > inputs
    ? `${teachers} teacher neurons cannot all be at right angles in ${inputs} dimensions: take fewer of them, or more inputs.`
    : undefined;
}

/**
 * f* = 1/M Σ σ(cₖ·x) with |cₖ| = 1: along the first M axes, or in the plane of the first two.
 * @throws ParameterError where there are more neurons at right angles than inputs
 */
export function targetNeurons({ target, teachers, angles }: Target, inputDimension: number): Neurons {
  const refusal = refusedTarget({ target, teachers, inputs: inputDimension });
  if (refusal) throw new ParameterError(refusal);
  if (target === "neurons") {
    const axes = Array.from({ length: teachers }, (_, k) => [...new Array(k).fill(0), 1]);
    return equalNeurons(axes, inputDimension);
  }
  const turns =
    target === "circle"
      ? Array.from({ length: ON_CIRCLE }, (_, k) => k / ON_CIRCLE)
      : angles.map((angle) => angle / 360);
  const directions = turns.map((turn) => [cos(2 * Math.PI * turn), sin(2 * Math.PI * turn)]);
  return equalNeurons(directions, inputDimension);
}

function equalNeurons(directions: readonly (readonly number[])[], inputDimension: number): Neurons {
  const inputs = new Float64Array(directions.length * inputDimension);
  for (const [k, direction] of directions.entries()) inputs.set(direction, k * inputDimension);
  return { inputDimension, weights: new Float64Array(directions.length).fill(1 / directions.length), inputs };
}
