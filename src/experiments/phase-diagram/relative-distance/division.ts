/**
 * Fig. 3 of the paper as runs of one width each, and the line through what they measure. Trains nothing: run.ts does.
 */
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Division, Measurement } from "../../experiment.ts";
import type { Values } from "../../parameters.ts";

interface Sweep {
  readonly gamma: number;
  readonly gammaPrime: number;
  readonly widths: readonly number[];
  readonly widthCounts: "half" | "whole";
}

/** One width of a sweep. */
export type OneWidth = Omit<Sweep, "widths"> & { readonly width: number };

export const division: Division<Sweep> = {
  parts: ({ widths, ...point }) =>
    widths.map((width) => ({
      parameters: { ...point, width } satisfies OneWidth as unknown as Values,
      work: width,
    })),
  join,
};

/** RD by width, as far as it is known, and S_w of the least-squares line log RD ≈ S_w log m + constant. */
function join(
  reports: readonly (Measurement | null)[],
  { widths }: Sweep,
): Pick<Measurement, "quantities" | "series"> {
  const known = widths.flatMap((width, k) => {
    const { relativeDistance } = reports[k]?.quantities ?? {};
    return relativeDistance === undefined ? [] : [{ width, relativeDistance }];
  });
  const at = known.map(({ width }) => width);
  const distances = known.map(({ relativeDistance }) => relativeDistance);
  const last = distances.at(-1);
  return {
    quantities: {
      ...(last === undefined ? {} : { relativeDistance: last }),
      ...(known.length < 2 ? {} : { slope: fitPowerLaw(at, distances).exponent }),
    },
    series: { width: Float64Array.from(at), relativeDistance: Float64Array.from(distances) },
  };
}
