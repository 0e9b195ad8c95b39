/** What can be set of every network here: how large it is, and what stands in front of the sum over its neurons. */
import { whole } from "../../declared.ts";
import type { ChoiceParameter } from "../../parameters.ts";

export const SCALING = {
  kind: "choice",
  label: "Scaling",
  options: { conventional: "f = Σ a σ(b·x)", "mean-field": "f = 1/m Σ a σ(b·x)" },
} as const satisfies ChoiceParameter;

export type Scaling = keyof (typeof SCALING)["options"];

/** s of f = s Σ a σ(b·x); time runs 1/s times as fast, so that a neuron moves as fast under both. */
export function outputFactor(scaling: Scaling, width: number): number {
  return scaling === "conventional" ? 1 : 1 / width;
}

export const inputs = (minimum: number, maximum: number) =>
  whole("Inputs", [minimum, maximum], { symbol: "d" });
export const width = (minimum: number, maximum: number) =>
  whole("Width", [minimum, maximum], { symbol: "m" });
export const samples = (minimum: number, maximum: number) =>
  whole("Samples", [minimum, maximum], { symbol: "n" });
