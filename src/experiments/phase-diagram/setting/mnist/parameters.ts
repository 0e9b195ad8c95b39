/** What the experiments on digits have in common that a description may know: sizes and parameters. Cheap to import. */
import type { Workload } from "../../../../engine/workload.ts";
import { trainingSeconds } from "../../../cost.ts";
import { choice } from "../../../declared.ts";
import { POINT } from "../coordinates.ts";
import { workloadOf } from "../workload.ts";

/** n. */
export const SIZE = 45;
/** d: 28 × 28 pixels and a bias. */
export const INPUTS = 785;

export type PixelRange = "unit" | "centred";

export const PIXELS = choice<PixelRange>(
  "Pixels go from",
  { unit: "0 to 1", centred: "−½ to ½" },
  { hint: "The paper does not say." },
);

export type Stop = "early" | "usual" | "script";

export const STOP = choice<Stop>("Training ends at", {
  early: "a thousandth of the risk of f = 0",
  usual: "a ten-thousandth of it",
  script: "a mean squared error of 10⁻⁴, as in the authors’ script",
});

/** What is not varied of them, if nothing else is said. */
export const AS_USUAL = { pixels: "unit", stop: "usual" } as const;

/** Rows of the paper's Figs 5 and 7. */
export const ROWS = { ...POINT.gammaPrime, minimum: -0.3, maximum: 0.3, step: 0.1 };

/** A network of `width` neurons on the digits, in coordinates of their span. */
export function digitWorkload(width: number): Workload {
  return { ...workloadOf(width), sampleSize: SIZE, inputDimension: SIZE, width };
}

/** Estimated seconds of one: about two thousand steps, and 785 random numbers per neuron to begin with. */
export function digitSeconds(width: number): number {
  return trainingSeconds(digitWorkload(width), 2000) + 1.5e-4 * width;
}
