/** The sample of the paper's Fig. 2, for any number of inputs. Describes; draws and trains nothing. */
import type { Workload } from "../../../engine/workload.ts";
import type { NumberParameter } from "../../parameters.ts";
import { workloadOn } from "./parameters.ts";
import type { SineTarget } from "./training.ts";

export const INPUTS = {
  kind: "whole",
  label: "Inputs",
  symbol: "d",
  minimum: 1,
  maximum: 10,
  step: 1,
  hint: "Besides the bias; the paper has 5.",
} as const satisfies NumberParameter;

/** y = Σ 3.5 sin(5xⱼ + 1) at 80 points. */
export function paperTarget(inputs: number): SineTarget {
  return { sampleSize: 80, inputs, amplitude: 3.5, frequency: 5 };
}

/** Gradient descent of one network on that sample. */
export function workloadOf({
  inputs,
  ...network
}: Pick<Workload, "activation" | "width"> & { readonly inputs: number }): Workload {
  return workloadOn(paperTarget(inputs), { ...network, optimiser: "gradient" });
}
