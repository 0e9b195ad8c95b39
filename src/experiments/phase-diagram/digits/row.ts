/** A row of the diagram over γ: what its runs have measured, point by point, and the exponents fitted to it. */
import { fitPowerLaw } from "../../../math/statistics.ts";

/** Distances below this are dominated by float32's rounding: at 1.5e-4 they are ½ % too small, and soon meaningless. */
export const RESOLVED = 1e-4;

/** What a row has measured so far: distances of all widths of a point in a row of their own, NaN where nothing is known. */
export interface RowSeries {
  readonly gamma: ArrayLike<number>;
  readonly width: ArrayLike<number>;
  readonly relativeDistance: ArrayLike<number>;
}

export interface Dot {
  readonly width: number;
  readonly distance: number;
}

/** What is known at one point of the row, width by width. */
export function dotsAt({ width, relativeDistance }: RowSeries, point: number): Dot[] {
  return Array.from(width, (at, k) => ({
    width: at,
    distance: relativeDistance[point * width.length + k] as number,
  })).filter(({ distance }) => Number.isFinite(distance));
}

/** S_w of the least-squares line log RD ≈ S_w log m + constant over dots that float32 resolves; NaN with fewer than two. */
export function exponentOf(dots: readonly Dot[]): number {
  const resolved = dots.filter(({ distance }) => distance > RESOLVED);
  if (resolved.length < 2) return Number.NaN;
  return fitPowerLaw(
    resolved.map(({ width }) => width),
    resolved.map(({ distance }) => distance),
  ).exponent;
}

/** S_w of every point. */
export function exponentsOf(series: RowSeries): number[] {
  return Array.from(series.gamma, (_, point) => exponentOf(dotsAt(series, point)));
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
    const dots = dotsAt(series, point);
    return dots.slice(1).flatMap((to, k) => {
      const from = dots[k] as Dot;
      const exponent = exponentOf([from, to]);
      return Number.isNaN(exponent) ? [] : [{ gamma, from: from.width, to: to.width, exponent }];
    });
  });
}
