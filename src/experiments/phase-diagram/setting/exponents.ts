/** From distances to exponents: S_w, S_a and S_θ of every point of a map, and where S_w vanishes in a row. */
import { fitPowerLaw } from "../../../math/statistics.ts";

/** What a map has measured: distances point by point, all widths of a point in a row; NaN where nothing is known yet. */
export interface MapSeries {
  readonly gamma: ArrayLike<number>;
  readonly gammaPrime: ArrayLike<number>;
  readonly width: ArrayLike<number>;
  readonly inputDistance: ArrayLike<number>;
  readonly outputDistance: ArrayLike<number>;
  readonly weightDistance: ArrayLike<number>;
}

/** The names of these series. */
export const MAP_SERIES = [
  "gamma",
  "gammaPrime",
  "width",
  "inputDistance",
  "outputDistance",
  "weightDistance",
] as const;

export type DistanceName = "inputDistance" | "outputDistance" | "weightDistance";

/**
 * Distances below these are dominated by float32's rounding. Changes of the input weights are kept apart (apart.ts) and are
 * resolved however small; those of output weights are not: at 7e-5 they are 2 % off, and soon without meaning.
 */
export const RESOLVED: Readonly<Record<DistanceName, number>> = {
  inputDistance: 0,
  outputDistance: 5e-5,
  weightDistance: 5e-5,
};

/** One point of a line of distances against the width. */
export interface Dot {
  readonly width: number;
  readonly distance: number;
}

/** What is known at one point of the map, width by width. */
export function dotsAt(series: MapSeries, name: DistanceName, point: number): Dot[] {
  const widths = Array.from(series.width);
  return widths
    .map((width, k) => ({ width, distance: series[name][point * widths.length + k] as number }))
    .filter(({ distance }) => Number.isFinite(distance));
}

/** Those of them that float32 resolves. */
export function resolvedDots(dots: readonly Dot[], name: DistanceName): Dot[] {
  return dots.filter(({ distance }) => distance > RESOLVED[name]);
}

/** S of the least-squares line log RD ≈ S log m + constant over all dots that are resolved; NaN with fewer than two. */
export function exponentAt(series: MapSeries, name: DistanceName, point: number): number {
  const dots = resolvedDots(dotsAt(series, name, point), name);
  if (dots.length < 2) return Number.NaN;
  return fitPowerLaw(
    dots.map(({ width }) => width),
    dots.map(({ distance }) => distance),
  ).exponent;
}

/** S of every point. */
export function exponentsOf(series: MapSeries, name: DistanceName): number[] {
  return Array.from(series.gamma, (_, point) => exponentAt(series, name, point));
}

/** Where the line through neighbours first crosses zero from below; null if it does not. */
export function zeroOf(x: readonly number[], y: readonly number[]): number | null {
  for (let k = 1; k < x.length; k++) {
    const [from, to] = [y[k - 1] as number, y[k] as number];
    if (from < 0 && to >= 0) {
      const [left, right] = [x[k - 1] as number, x[k] as number];
      return left + ((right - left) * from) / (from - to);
    }
  }
  return null;
}

export interface RowZero {
  readonly gammaPrime: number;
  readonly gamma: number;
}

/** γ at which S_w crosses zero in each row that has such a place, interpolated between points. */
export function zerosOf({ gamma, gammaPrime }: MapSeries, exponents: readonly number[]): RowZero[] {
  const rows = [...new Set(Array.from(gammaPrime))];
  return rows.flatMap((row) => {
    const inRow = exponents.map((_, k) => k).filter((k) => gammaPrime[k] === row);
    const zero = zeroOf(
      inRow.map((k) => gamma[k] as number),
      inRow.map((k) => exponents[k] as number),
    );
    return zero === null ? [] : [{ gammaPrime: row, gamma: zero }];
  });
}
