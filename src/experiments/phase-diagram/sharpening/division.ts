/** Fig. 6 of the paper as runs of one width each, and how much narrower the spread of orientations gets. Trains nothing. */
import type { Division, Measurement } from "../../experiment.ts";
import { type AtOneWidth, knownByWidth, partsByWidth } from "../byWidth.ts";

interface Sweep {
  readonly gamma: number;
  readonly gammaPrime: number;
  readonly widths: readonly number[];
}

/** One width of a sweep. */
export type OneWidth = AtOneWidth<Sweep>;

export const division: Division<Sweep> = { parts: partsByWidth, join };

/** Effective orientations by width, as far as they are known, and once all are, the last over the first. */
function join(
  reports: readonly (Measurement | null)[],
  sweep: Sweep,
): Pick<Measurement, "quantities" | "series"> {
  const { widths, values } = knownByWidth(reports, sweep, "effectiveOrientations");
  const [first, last] = [values[0], values.at(-1)];
  const isWhole = values.length === sweep.widths.length && first !== undefined && last !== undefined;
  return {
    quantities: {
      ...(last === undefined ? {} : { effectiveOrientations: last }),
      ...(isWhole ? { ratio: last / first } : {}),
    },
    series: { width: Float64Array.from(widths), effectiveOrientations: Float64Array.from(values) },
  };
}
