/** How long steps are, and how much a training here asks of the engine. Describes; trains nothing. */
import { type Workload, workOf } from "../../../engine/workload.ts";
import { earlyRate, growthAtHalf } from "../../../theory/hinge-mean-field/limits.ts";
import { timeStepsUntil } from "../../../theory/hinge-mean-field/pace.ts";
import { trainingSeconds } from "../../cost.ts";
import { growingOf, type Setting } from "./parameters.ts";

/** Share of γ at half that γ grows in an early step. */
const GROWTH_PER_STEP = 0.02;

/** Examples on which a network is looked at: of the sample, at most, and of those that training does not see. */
export const LOOKED_AT = { sample: 1000, unseen: 2000 } as const;
/** Where training is divided, and ends with few that are wrong. */
const LOOKED_AT_DIVIDED = { sample: 10_000, unseen: 10_000 } as const;

export function lookedAt(setting: Size): { readonly sample: number; readonly unseen: number } {
  return isDivided(setting) ? LOOKED_AT_DIVIDED : LOOKED_AT;
}

/** Seconds of a look for each node, input and example. */
const PER_LOOK = 1.2e-10;

/** Δt. Where it is too long the threshold jumps over examples, and γ comes late: by half of what it grows in a step. */
export function timeStepOf(setting: Setting): number {
  return growthPerStep(setting) / earlyRate(growingOf({ ...setting, flipped: 0 }));
}

/** By how much γ grows in an early step. */
function growthPerStep(setting: Setting): number {
  return setting.step * GROWTH_PER_STEP * growthAtHalf(growingOf({ ...setting, flipped: 0 }));
}

/** Multiply-adds of a step from which on a training is divided into pieces for several workers: a tenth of a second of one. */
const DIVIDED_FROM = 1e9;

/** Whether a training is divided into pieces, and its steps grow longer as γ grows more slowly. */
export function isDivided(setting: Size): boolean {
  return workOf(workloadOf(setting)) >= DIVIDED_FROM;
}

/** Time steps until a time, in each of which γ grows by no more than in an early one. */
export function growingTimeSteps(duration: number, setting: Setting): number[] {
  return timeStepsUntil(duration, growingOf(setting), growthPerStep(setting));
}

/** Steps until a time. */
export function stepsUntil(duration: number, setting: Setting): number {
  return Math.ceil(duration / timeStepOf(setting) - 1e-9);
}

type Size = Pick<Setting, "width" | "samples" | "inputs">;

export function workloadOf({ width, samples, inputs }: Size): Workload {
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
  const { sample, unseen } = lookedAt(setting);
  const seen = Math.min(sample, samples) + unseen;
  const drawing = 1e-7 * inputs * (samples + unseen);
  return drawing + trainingSeconds(workloadOf(setting), steps) + looks * PER_LOOK * seen * width * inputs;
}
