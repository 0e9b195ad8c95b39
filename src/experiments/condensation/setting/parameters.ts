/** The parameters that several experiments on initial condensation share. Describes; trains nothing. */
import type { ActivationName } from "../../../engine/activations.ts";
import type { Workload } from "../../../engine/workload.ts";
import { choice, real, whole } from "../../declared.ts";
import { type SineTarget, sineTarget } from "./published.ts";

export const ACTIVATION = choice<ActivationName>(
  "Activation",
  {
    tanh: "tanh z (p = 1)",
    sigmoid: "sigmoid (p = 1)",
    softplus: "softplus (p = 1)",
    xTanh: "z tanh z (p = 2)",
    x2Tanh: "z² tanh z (p = 3)",
    relu: "ReLU",
  },
  { symbol: "σ" },
);

export type Optimiser = "adam" | "gradient";

const OPTIMISER = choice<Optimiser>("Optimiser", {
  adam: "Adam, as in the paper",
  gradient: "gradient descent",
});

export const DEVIATION = real("Size of the start", [1e-6, 1], {
  symbol: "ε",
  step: 0.1,
  isLogarithmic: true,
  hint: "Standard deviation of every weight.",
});

export const INPUTS = whole("Inputs", [1, 10], { symbol: "d", hint: "Besides the bias; the paper has 5." });

export const width = (minimum: number, maximum: number) =>
  whole("Width", [minimum, maximum], { symbol: "m" });

/** A network that begins tiny, of this many neurons. */
export const tinyNetwork = (least: number, most: number) => ({
  activation: ACTIVATION,
  deviation: DEVIATION,
  width: width(least, most),
});

/** Training for so many epochs at most, at a rate that is a multiple of what the hint says that 1 is. */
export const epochs = (most: number, hint: string) => ({
  optimiser: OPTIMISER,
  rate: real("Rate, relative", [0.01, 100], { step: 0.1, isLogarithmic: true, hint }),
  steps: whole("Steps (epochs)", [1, most]),
});

/** Of runs that begin with tiny weights: how much of what there is to learn is left. */
export const RELATIVE_RISK = { label: "Risk, over that of f = 0" } as const;

type Trained = Pick<Workload, "activation" | "width" | "optimiser">;

/** Training of one network by steps of a fixed size on a sample; `inputs` does not count the bias. */
export function workloadOn(
  { sampleSize, inputs }: Pick<SineTarget, "sampleSize" | "inputs">,
  { activation, width, optimiser }: Trained,
): Workload {
  const network = { networks: 1, inputDimension: inputs + 1, width, activation };
  return { ...network, sampleSize, loss: "squared", optimiser, adaptive: false };
}

/** Gradient descent of one network on the sample of Fig. 2. */
export function descentOn({ inputs, ...network }: Omit<Trained, "optimiser"> & { readonly inputs: number }) {
  return workloadOn(sineTarget(inputs), { ...network, optimiser: "gradient" });
}
