/** What can be set of a reduced flow: Hermite coefficients of target and activation, ε, and the readouts of the start. */
import type { Components } from "../../../theory/time-scales/reducedFlow.ts";
import { choice, real, whole } from "../../declared.ts";
import type { ChoiceParameter } from "../../parameters.ts";

const DIGITS = ["₀", "₁", "₂", "₃"] as const;
const RANGE = [-3, 3] as const;

const coefficient = (of: string, symbol: string, degree: 0 | 1 | 2 | 3) =>
  real(`${of}, degree ${degree}`, RANGE, { symbol: `${symbol}${DIGITS[degree]}`, step: 0.1 });

/** φ₀ … φ₃ and σ₀ … σ₃. */
export const COMPONENT_PARAMETERS = {
  target0: coefficient("Target", "φ", 0),
  target1: coefficient("Target", "φ", 1),
  target2: coefficient("Target", "φ", 2),
  target3: coefficient("Target", "φ", 3),
  activation0: coefficient("Activation", "σ", 0),
  activation1: coefficient("Activation", "σ", 1),
  activation2: coefficient("Activation", "σ", 2),
  activation3: coefficient("Activation", "σ", 3),
} as const;

export type ComponentValues = Readonly<Record<keyof typeof COMPONENT_PARAMETERS, number>>;

/** All coefficients 1. */
export const ALL_ONES: ComponentValues = {
  target0: 1,
  target1: 1,
  target2: 1,
  target3: 1,
  activation0: 1,
  activation1: 1,
  activation2: 1,
  activation3: 1,
};

/** Components that can be set: the degrees 0 to 3. */
export const DEGREES = [0, 1, 2, 3] as const;

export function componentsOf(values: ComponentValues): Components {
  return {
    target: [values.target0, values.target1, values.target2, values.target3],
    activation: [values.activation0, values.activation1, values.activation2, values.activation3],
  };
}

/** Why there is nothing to learn or nothing that learns; undefined otherwise. */
export function refusedComponents(values: ComponentValues): string | undefined {
  const { target, activation } = componentsOf(values);
  if (Array.from(target).every((coefficient) => coefficient === 0))
    return "All coefficients of the target are 0, so that there is nothing to learn: set one of them.";
  if (Array.from(activation).every((coefficient) => coefficient === 0))
    return "All coefficients of the activation are 0, so that no neuron computes anything: set one of them.";
  return undefined;
}

/** ε in a range, with the step of its slider. */
export function epsilon(range: readonly [number, number], step: number) {
  return real("Speed of directions over that of readouts", range, {
    symbol: "ε",
    step,
    isLogarithmic: true,
    hint: "Readouts are 1/ε times as fast.",
  });
}
export const EPSILON = epsilon([1e-14, 0.1], 0.25);

/** 10⁻ⁿ, correctly rounded. */
export function epsilonAt(decade: number): number {
  return Number(`1e-${decade}`);
}

/** Atoms of the law of readouts: so many equal shares of the neurons start alike. */
export const atoms = (most: number) =>
  whole("Groups of neurons", [1, most], {
    symbol: "N",
    hint: "All neurons of a group start with the same readout, and stay together.",
  });

export const READOUTS = choice("Readouts of the start", {
  spread: "spread evenly over −√3 … √3, drawn by the seed",
  equal: "all equal to ½",
}) satisfies ChoiceParameter<"spread" | "equal">;

export type Readouts = keyof typeof READOUTS.options;
