/** How large the networks are that the experiments on the phase diagram train, and how long that takes. Cheap to import. */
import type { Workload } from "../../../engine/workload.ts";
import { trainingSeconds } from "../../cost.ts";

/** An antisymmetric network of 2 · half neurons on the four points, which have a bias. */
export function workloadOf(half: number): Workload {
  return {
    networks: 1,
    sampleSize: 4,
    inputDimension: 2,
    width: 2 * half,
    activation: "relu",
    loss: "squared",
    optimiser: "gradient",
    adaptive: true,
  };
}

/** Steps that most points of the diagram take to a hundred-thousandth of their risk. */
export const TYPICAL_STEPS = 1500;

/** Estimated seconds of one such network. */
export function secondsOf(half: number): number {
  return trainingSeconds(workloadOf(half), TYPICAL_STEPS);
}

/** Neurons in one antisymmetric half of a network whose width m counts the half or the whole. */
export function halfOf(width: number, widthCounts: "half" | "whole"): number {
  return widthCounts === "half" ? width : Math.max(1, Math.round(width / 2));
}
