/**
 * Fig. 3 of the paper as runs of one width each, and the line through what they measure. Trains nothing: run.ts does.
 */
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Division, Measurement } from "../../experiment.ts";
import { type AtOneWidth, knownByWidth, partsByWidth } from "../byWidth.ts";

interface Sweep {
  readonly gamma: number;
  readonly gammaPrime: number;
  readonly widths: readonly number[];
  readonly widthCounts: "half" | "whole";
}

/** One width of a sweep. */
export type OneWidth = AtOneWidth<Sweep>;

export const division: Division<Sweep> = { parts: partsByWidth, join };

/** RD by width, as far as it is known, and S_w of the least-squares line log RD ≈ S_w log m + constant. */
function join(
  reports: readonly (Measurement | null)[],
  sweep: Sweep,
): Pick<Measurement, "quantities" | "series"> {
  const { widths, values } = knownByWidth(reports, sweep, "relativeDistance");
  const last = values.at(-1);
  return {
    quantities: {
      ...(last === undefined ? {} : { relativeDistance: last }),
      ...(values.length < 2 ? {} : { slope: fitPowerLaw(widths, values).exponent }),
    },
    series: { width: Float64Array.from(widths), relativeDistance: Float64Array.from(values) },
  };
}
