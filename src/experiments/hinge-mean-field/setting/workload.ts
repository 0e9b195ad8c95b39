/** How long steps are, and how much a training here asks of the engine. Describes; trains nothing. */
import type { Workload } from "../../../engine/workload.ts";
import { earlyRate, growthAtHalf } from "../../../theory/hinge-mean-field/limits.ts";
import { trainingSeconds } from "../../cost.ts";
import { growingOf, type Setting } from "./parameters.ts";

/** Share of γ at half that γ grows in an early step. */
const GROWTH_PER_STEP = 0.02;

/** Examples on which a network is looked at: of the sample, at most, and of those that training does not see. */
export const LOOKED_AT = { sample: 1000, unseen: 2000 } as const;

/** Seconds of a look for each node, input and example. */
const PER_LOOK = 1.1e-9;

/** Δt. Where it is too long the threshold jumps over examples, and γ comes late: by half of what it grows in a step. */
export function timeStepOf(setting: Setting): number {
  const growing = growingOf({ ...setting, flipped: 0 });
  return (setting.step * GROWTH_PER_STEP * growthAtHalf(growing)) / earlyRate(growing);
}

/** Steps until a time. */
export function stepsUntil(duration: number, setting: Setting): number {
  return Math.ceil(duration / timeStepOf(setting) - 1e-9);
}

export function workloadOf({
  width,
  samples,
  inputs,
}: Pick<Setting, "width" | "samples" | "inputs">): Workload {
  return {
    networks: 1,
    sampleSize: samples,
    inputDimension: inputs,
    width,
    activation: "relu",
    loss: "hinge",
    optimiser: "gradient",
    adaptive: false,
  };
}

/** Estimated seconds of training by so many steps with so many looks. */
export function secondsOf(setting: Setting, steps: number, looks: number): number {
  const { width, samples, inputs } = setting;
  const seen = Math.min(LOOKED_AT.sample, samples) + LOOKED_AT.unseen;
  const drawing = 1e-7 * inputs * (samples + LOOKED_AT.unseen);
  return drawing + trainingSeconds(workloadOf(setting), steps) + looks * PER_LOOK * seen * width * inputs;
}
