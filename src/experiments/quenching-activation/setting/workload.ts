/** How much a training here asks of the engine, and how long its steps are. Describes; trains nothing. */
import type { Workload } from "../../../engine/workload.ts";
import { trainingSeconds } from "../../cost.ts";
import { real } from "../../declared.ts";

export const RATE = real("Rate, relative", [0.05, 2], {
  step: 0.1,
  isLogarithmic: true,
  hint: "1: Δt = 0.05, or 2/m where that is less.",
});

/** Δt: of gradient descent on R̂ = 1/n Σ (f − y)², whose fastest rate is about m/2. */
export function timeStepOf(width: number, rate: number): number {
  return rate * Math.min(0.05, 2 / width);
}

interface Sized {
  readonly width: number;
  readonly inputs: number;
  readonly samples: number;
}

export function workloadOf({ width, inputs, samples }: Sized): Workload {
  return {
    networks: 1,
    sampleSize: samples,
    inputDimension: inputs,
    width,
    activation: "relu",
    loss: "squared",
    optimiser: "gradient",
    adaptive: false,
  };
}

/** Estimated seconds of training until a time. */
export function secondsUntil(sized: Sized & { readonly rate: number }, duration: number): number {
  return trainingSeconds(workloadOf(sized), duration / timeStepOf(sized.width, sized.rate));
}
