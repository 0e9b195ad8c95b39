/** The parameters that several experiments on initial condensation share. */
import type { ActivationName } from "../../../engine/activations.ts";
import type { Workload } from "../../../engine/workload.ts";
import type { ChoiceParameter, NumberParameter } from "../../parameters.ts";

export const ACTIVATION = {
  kind: "choice",
  label: "Activation",
  symbol: "σ",
  options: {
    tanh: "tanh z (p = 1)",
    sigmoid: "sigmoid (p = 1)",
    softplus: "softplus (p = 1)",
    xTanh: "z tanh z (p = 2)",
    x2Tanh: "z² tanh z (p = 3)",
    relu: "ReLU",
  },
} as const satisfies ChoiceParameter<ActivationName>;

export type Optimiser = "adam" | "gradient";

export const OPTIMISER = {
  kind: "choice",
  label: "Optimiser",
  options: { adam: "Adam, as in the paper", gradient: "gradient descent" },
} as const satisfies ChoiceParameter<Optimiser>;

/** Standard deviation of every weight at the start. */
export const DEVIATION = {
  kind: "real",
  label: "Size of the start",
  symbol: "ε",
  minimum: 1e-6,
  maximum: 1,
  step: 0.1,
  isLogarithmic: true,
  hint: "Standard deviation of every weight.",
} as const satisfies NumberParameter;

/** A learning rate, as a multiple of what the hint says that 1 is. */
export function relativeRate(hint: string) {
  return {
    kind: "real",
    label: "Rate, relative",
    minimum: 0.01,
    maximum: 100,
    step: 0.1,
    isLogarithmic: true,
    hint,
  } as const satisfies NumberParameter;
}

export function steps(maximum: number) {
  return {
    kind: "whole",
    label: "Steps (epochs)",
    minimum: 1,
    maximum,
    step: 1,
  } as const satisfies NumberParameter;
}

/** Training of one network by steps of a fixed size on a sample; `inputs` does not count the bias. */
export function workloadOn(
  { sampleSize, inputs }: { readonly sampleSize: number; readonly inputs: number },
  { activation, width, optimiser }: Pick<Workload, "activation" | "width" | "optimiser">,
): Workload {
  return {
    networks: 1,
    sampleSize,
    inputDimension: inputs + 1,
    width,
    activation,
    loss: "squared",
    optimiser,
    adaptive: false,
  };
}
