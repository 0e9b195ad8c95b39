/** A row of Fig. 5 as runs of one width at one γ each, and their combination. */
import { mean } from "../../../math/statistics.ts";
import { inputExponent } from "../../../theory/exponents.ts";
import type { Sweep } from "../../experiment.ts";
import { zeroOf } from "../setting/exponents.ts";
import { columnsOf, type meta, publishedExponent } from "./meta.ts";
import { exponentsOf, type RowSeries } from "./row.ts";

export const sweep: Sweep<typeof meta> = {
  // Width by width, so that a first picture of the whole row comes early.
  parts: (row, seed) =>
    row.widths.flatMap((width) =>
      columnsOf(row).map((gamma) => ({
        parameters: { ...row, gammaFrom: gamma, gammaTo: gamma, widths: [width] },
        seed,
      })),
    ),
  /** RD of every point and width, as far as they are known (NaN where they are not), and once all are, what they say. */
  join: (reports, row) => {
    const columns = columnsOf(row);
    const distanceAt = (point: number, k: number) =>
      reports[k * columns.length + point]?.quantities.relativeDistance ?? Number.NaN;
    const series = {
      gamma: columns,
      width: row.widths,
      relativeDistance: columns.flatMap((_, point) => row.widths.map((_width, k) => distanceAt(point, k))),
    };
    const isComplete = series.relativeDistance.every(Number.isFinite);
    return { quantities: isComplete ? judgeRow(series, row.gammaPrime) : {}, series };
  },
};

/** Quantities of meta.ts; one that is not defined for this row is undefined. */
function judgeRow(series: RowSeries, gammaPrime: number) {
  const gammas = Array.from(series.gamma);
  const exponents = exponentsOf(series);
  const meanDistance = (from: (gamma: number) => number | undefined) => {
    const distances = exponents.map((exponent, k) =>
      Math.abs(exponent - (from(gammas[k] as number) ?? Number.NaN)),
    );
    return distances.some(Number.isNaN) ? undefined : mean(distances);
  };
  return {
    zero: zeroOf(gammas, exponents) ?? undefined,
    meanError: meanDistance((gamma) => inputExponent(gamma, gammaPrime)),
    publishedError: meanDistance((gamma) => publishedExponent(gamma, gammaPrime)),
  };
}
