/** What a map has measured, and the exponents that come of it. Plain numbers. */
import { type Result, seriesIn } from "../../drawing/drawing.ts";
import type { DataPoint } from "../../points.ts";
import { dotsAt, exponentOf, zeroOf } from "../setting/exponents.ts";

export const DISTANCES = ["inputDistance", "outputDistance", "weightDistance"] as const;
export type DistanceName = (typeof DISTANCES)[number];

/** What a map has measured: distances point by point, all widths of a point in a row; NaN where nothing is known yet. */
export function mapIn(result: Result | null) {
  return seriesIn(result, ["gamma", "gammaPrime", "width", ...DISTANCES]);
}

export type MapSeries = NonNullable<ReturnType<typeof mapIn>>;

/**
 * Distances below these are dominated by float32's rounding. Changes of the input weights are kept apart (apart.ts) and are
 * resolved however small; those of output weights are not: at 7e-5 they are 2 % off, and soon without meaning.
 */
export const RESOLVED: Readonly<Record<DistanceName, number>> = {
  inputDistance: 0,
  outputDistance: 5e-5,
  weightDistance: 5e-5,
};

/** What is known at a point. */
export function pointDots(series: MapSeries, name: DistanceName, point: number): readonly DataPoint[] {
  return dotsAt(series.width, series[name], point);
}

/** S at a point; NaN where fewer than two of its distances are resolved. */
export function exponentAt(series: MapSeries, name: DistanceName, point: number): number {
  return exponentOf(pointDots(series, name, point), RESOLVED[name]);
}

/** S of every point. */
export function exponentsOf(series: MapSeries, name: DistanceName): number[] {
  return Array.from(series.gamma, (_, point) => exponentAt(series, name, point));
}

/** γ at which S_w crosses zero in each row that has such a place, interpolated between points. */
export function zerosOf(
  { gamma, gammaPrime }: Pick<MapSeries, "gamma" | "gammaPrime">,
  exponents: readonly number[],
): { gammaPrime: number; gamma: number }[] {
  return [...new Set(Array.from(gammaPrime))].flatMap((row) => {
    const inRow = exponents.map((_, k) => k).filter((k) => gammaPrime[k] === row);
    const zero = zeroOf(
      inRow.map((k) => gamma[k] as number),
      inRow.map((k) => exponents[k] as number),
    );
    return zero === null ? [] : [{ gammaPrime: row, gamma: zero }];
  });
}
