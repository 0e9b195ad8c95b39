/** A row of the diagram over γ: what its runs have measured, point by point, and the exponents fitted to it. */
import { type Result, seriesIn } from "../../drawing/drawing.ts";
import type { DataPoint } from "../../points.ts";
import { dotsAt, exponentOf } from "../setting/exponents.ts";

/** Distances below this are dominated by float32's rounding: at 1.5e-4 they are ½ % too small, and soon meaningless. */
export const RESOLVED = 1e-4;

/** What a row has measured so far: distances of all widths of a point in a row of their own, NaN where nothing is known. */
export function rowIn(result: Result | null) {
  return seriesIn(result, ["gamma", "width", "relativeDistance"]);
}

export type RowSeries = NonNullable<ReturnType<typeof rowIn>>;

/** What is known at one point of the row, width by width. */
export function pointDots({ width, relativeDistance }: RowSeries, point: number): readonly DataPoint[] {
  return dotsAt(width, relativeDistance, point);
}

/** S_w of every point; NaN where float32 resolves fewer than two distances. */
export function exponentsOf(series: RowSeries): number[] {
  return Array.from(series.gamma, (_, point) => exponentOf(pointDots(series, point), RESOLVED));
}

/** The slope between two neighbouring widths. */
export interface LocalExponent {
  readonly gamma: number;
  readonly from: number;
  readonly to: number;
  readonly exponent: number;
}

/** Slopes between neighbouring widths of every point, as far as both are known and resolved. */
export function localExponents(series: RowSeries): LocalExponent[] {
  return Array.from(series.gamma).flatMap((gamma, point) => {
    const dots = pointDots(series, point);
    return dots.slice(1).flatMap((to, k) => {
      const from = dots[k] as DataPoint;
      const exponent = exponentOf([from, to], RESOLVED);
      return Number.isNaN(exponent) ? [] : [{ gamma, from: from.x, to: to.x, exponent }];
    });
  });
}
