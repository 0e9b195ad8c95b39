/**
 * The 5-50-1 network of Figs 2 and 4(a): what can be set of it, and what the paper sets. Describes; trains nothing.
 */
import type { Workload } from "../../../engine/workload.ts";
import { trainingSeconds } from "../../cost.ts";
import type { NumberParameter, Parameters, ValuesOf } from "../../parameters.ts";
import { ACTIVATION, DEVIATION, OPTIMISER, relativeRate, steps, workloadOn } from "./parameters.ts";
import { paperTarget } from "./sines.ts";

export const FREQUENCY = {
  kind: "real",
  label: "Frequency of the target",
  minimum: 0.5,
  maximum: 12,
  step: 0.5,
  hint: "The target is Σ 3.5 sin(frequency · xₖ + 1).",
} as const satisfies NumberParameter;

export const LAYER = {
  activation: ACTIVATION,
  deviation: DEVIATION,
  width: { kind: "whole", label: "Width", symbol: "m", minimum: 5, maximum: 200, step: 1 },
  frequency: FREQUENCY,
  optimiser: OPTIMISER,
  rate: relativeRate("1: Adam’s in the paper, or Δt = 0.01."),
  steps: steps(100_000),
  stopAt: {
    kind: "real",
    label: "Stop at the risk",
    symbol: "R/R(0)",
    minimum: 0,
    maximum: 1,
    step: 0.01,
    hint: "0 for all steps.",
  },
  leastNorm: {
    kind: "real",
    label: "Leave out neurons shorter than",
    minimum: 0,
    maximum: 1,
    step: 0.01,
    hint: "Length of the input weights (w, b).",
  },
} as const satisfies Parameters;

export type Layer = ValuesOf<typeof LAYER>;

/** Fig. 2(a). */
export const PAPERS_LAYER: Layer = {
  activation: "tanh",
  deviation: 0.005,
  width: 50,
  frequency: 5,
  optimiser: "adam",
  rate: 1,
  steps: 100,
  stopAt: 0,
  leastNorm: 0,
};

/** Gradient descent until the risk has lost 2 %, which is when a few neurons have grown enough to be seen in it. */
export const BY_GRADIENT_DESCENT = {
  optimiser: "gradient",
  steps: 100_000,
  stopAt: 0.98,
} as const satisfies Partial<Layer>;

/** Of the paper's sample; the frequency of its target is the layer's. */
export const SAMPLE = paperTarget(5);

export function workloadOf(layer: Pick<Layer, "activation" | "width" | "optimiser">): Workload {
  return workloadOn(SAMPLE, layer);
}

/** Steps that gradient descent takes to lose a few per cent of the risk, give or take a factor of three. */
const STEPS_TO_STOP = 2000;

/** Estimated seconds of one such network. */
export function layerSeconds(
  layer: Pick<Layer, "activation" | "width" | "optimiser" | "steps" | "stopAt">,
): number {
  const steps = layer.stopAt > 0 ? Math.min(layer.steps, STEPS_TO_STOP) : layer.steps;
  return trainingSeconds(workloadOf(layer), steps);
}
