/** The same layer over several draws of sample and start: one run each, and how many lines each came to. Trains nothing. */
import { median } from "../../math/statistics.ts";
import type { Measurement, Part } from "../experiment.ts";
import type { NumberParameter, Values } from "../parameters.ts";
import type { Layer } from "./layerParameters.ts";

export const DRAWS = {
  kind: "whole",
  label: "Networks",
  minimum: 2,
  maximum: 48,
  step: 1,
  hint: "From the seed and those after it.",
} as const satisfies NumberParameter;

/** One draw: the layer that the seed `draw` places after the run's own gives. */
export type OneDraw = Layer & { readonly draw: number };

/** As many runs as draws, of the same work each. */
export function partsByDraw(layer: Layer, draws: number): Part[] {
  return Array.from({ length: draws }, (_, draw) => ({
    parameters: { ...layer, draw } satisfies OneDraw as unknown as Values,
    work: 1,
  }));
}

type Reports = readonly (Measurement | null)[];

/** A quantity of every draw that is known already. */
export function knownByDraw(reports: Reports, quantity: string): number[] {
  return reports.flatMap((report) => report?.quantities[quantity] ?? []);
}

/** Its median over the draws; undefined until all are known. */
export function medianOverDraws(reports: Reports, quantity: string): number | undefined {
  const known = knownByDraw(reports, quantity);
  return known.length === reports.length ? median(known) : undefined;
}
