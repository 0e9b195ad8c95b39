/** The plane as runs of one width on one sample size each, and what all of them come to. */
import { log } from "../../../math/elementary.ts";
import { median } from "../../../math/statistics.ts";
import { coarseToFine } from "../../coarseToFine.ts";
import type { Measured, ParametersOf, QuantityOf, Sweep } from "../../experiment.ts";
import type { meta } from "./meta.ts";

type Grid = Pick<ParametersOf<typeof meta>, "widths" | "sampleSizes">;

/** Places of the cells, row by row from the smallest sample, in the order of the runs. */
function orderOf({ widths, sampleSizes }: Grid): number[] {
  return coarseToFine(widths.length, sampleSizes.length);
}

/** The grid that is one cell. */
export function cellOf({ widths, sampleSizes }: Grid, cell: number): Grid {
  return {
    widths: [widths[cell % widths.length] as number],
    sampleSizes: [sampleSizes[Math.floor(cell / widths.length)] as number],
  };
}

export const sweep: Sweep<typeof meta> = {
  parts: (plane, seed) =>
    orderOf(plane).map((cell) => ({ parameters: { ...plane, ...cellOf(plane, cell) }, seed })),
  /** The numbers of every cell, as far as they are known (NaN where they are not), and once all are, how far they reach. */
  join: (reports, plane) => {
    const order = orderOf(plane);
    const numbersOf = (name: QuantityOf<typeof meta>) => {
      const numbers = new Float64Array(order.length).fill(Number.NaN);
      for (const [k, cell] of order.entries()) numbers[cell] = reports[k]?.quantities[name] ?? Number.NaN;
      return numbers;
    };
    const series = {
      width: plane.widths,
      sampleSize: plane.sampleSizes,
      time: numbersOf("time"),
      train: numbersOf("train"),
      test: numbersOf("test"),
      pathNorm: numbersOf("pathNorm"),
      share: numbersOf("sharePerNeuron"),
    };
    const own = ownOf(reports);
    return {
      quantities: { ...own.quantities, ...(series.test.every(Number.isFinite) ? reachOf(series) : {}) },
      series: { ...series, ...own.series },
    };
  },
};

/** What a cell by itself has to say besides. */
function ownOf<Report extends Measured>(reports: readonly (Report | null)[]): Partial<Report> {
  const [only] = reports;
  return reports.length === 1 && only ? only : {};
}

/** How far the test error reaches in a row, in the median over rows, and N_eff/m in all of the plane. */
function reachOf({
  width,
  test,
  share,
}: {
  width: ArrayLike<number>;
  test: Float64Array;
  share: Float64Array;
}) {
  const rows = Array.from({ length: test.length / width.length }, (_, k) =>
    test.subarray(k * width.length, (k + 1) * width.length),
  );
  return {
    span: median(rows.map((row) => log(Math.max(...row) / Math.min(...row)) / Math.LN10)),
    leastShare: Math.min(...share),
    mostShare: Math.max(...share),
  };
}
