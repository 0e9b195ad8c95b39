/** Runs that are the same at several widths: how they come apart, and what is known at which width. Trains nothing. */
import type { Division, Measurement } from "../experiment.ts";
import type { Values } from "../parameters.ts";

interface OverWidths {
  readonly widths: readonly number[];
}

/** One width of such a run. */
export type AtOneWidth<Whole extends OverWidths> = Omit<Whole, "widths"> & { readonly width: number };

/** A run for each width, with as much work as neurons. */
export const partsByWidth: Division<OverWidths>["parts"] = ({ widths, ...others }) =>
  widths.map((width) => ({
    parameters: { ...others, width } satisfies AtOneWidth<OverWidths> as unknown as Values,
    work: width,
  }));

/** The widths at which a quantity is known already, and its values there. */
export function knownByWidth(
  reports: readonly (Measurement | null)[],
  { widths }: OverWidths,
  quantity: string,
): { widths: number[]; values: number[] } {
  const known = widths.flatMap((width, k) => {
    const value = reports[k]?.quantities[quantity];
    return value === undefined ? [] : [{ width, value }];
  });
  return { widths: known.map(({ width }) => width), values: known.map(({ value }) => value) };
}
