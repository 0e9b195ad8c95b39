/** The 5-50-1 network of Figs 2 and 4(a): what can be set of it, and what the paper sets. Describes; trains nothing. */
import { trainingSeconds } from "../../cost.ts";
import { real } from "../../declared.ts";
import type { Computes } from "../../experiment.ts";
import type { Parameters, ValuesOf } from "../../parameters.ts";
import { epochs, tinyNetwork, workloadOn } from "./parameters.ts";
import { PAPERS_LAYER, sineTarget } from "./published.ts";

export const FREQUENCY = real("Frequency of the target", [0.5, 12], {
  step: 0.5,
  hint: "The target is Σ 3.5 sin(frequency · xₖ + 1).",
});

const parameters = {
  ...tinyNetwork(5, 200),
  frequency: FREQUENCY,
  ...epochs(100_000, "1: Adam’s in the paper, or Δt = 0.01."),
  stopAt: real("Stop at the risk", [0, 1], { symbol: "R/R(0)", step: 0.01, hint: "0 for all steps." }),
  leastNorm: real("Leave out neurons shorter than", [0, 1], {
    step: 0.01,
    hint: "Length of the input weights (w, b).",
  }),
} as const satisfies Parameters;

export type Layer = ValuesOf<typeof parameters>;

/** Gradient descent until the risk has lost 2 %, which is when a few neurons have grown enough to be seen in it. */
export const BY_GRADIENT_DESCENT = { optimiser: "gradient", steps: 100_000, stopAt: 0.98 } as const;

/** Of the paper's sample; the frequency of its target is the layer's. */
export const SAMPLE = sineTarget(5);

type Trained = Pick<Layer, "activation" | "width" | "optimiser">;

/** Steps that gradient descent takes to lose a few per cent of the risk, give or take a factor of three. */
const STEPS_TO_STOP = 2000;

/** Estimated seconds of one such network. */
function secondsOf(layer: Trained & Pick<Layer, "steps" | "stopAt">): number {
  const made = layer.stopAt > 0 ? Math.min(layer.steps, STEPS_TO_STOP) : layer.steps;
  return trainingSeconds(workloadOn(SAMPLE, layer), made);
}

/** What every experiment on it says of itself. */
export const LAYER = {
  parameters,
  defaults: PAPERS_LAYER satisfies Layer,
  computes: (layer: Trained): Computes => ({ on: "engine", workload: workloadOn(SAMPLE, layer) }),
  cost: secondsOf,
};
