/** From distances to exponents: lines of distances against the width, their slopes, and where slopes vanish in a row. */
import { power } from "../../../math/elementary.ts";
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { DataPoint } from "../../points.ts";

/**
 * What is known at one point of a diagram, upwards the distance and across the width. All widths of a point stand in a row,
 * NaN where nothing is known.
 */
export function dotsAt(
  width: ArrayLike<number>,
  distances: ArrayLike<number>,
  point: number,
): readonly DataPoint[] {
  const dots = Array.from(width, (x, k) => ({ x, y: distances[point * width.length + k] as number }));
  return dots.filter(({ y }) => Number.isFinite(y));
}

/** The least-squares line log RD ≈ S log m + constant over the dots above a floor; null with fewer than two. */
function fitOf(dots: readonly DataPoint[], floor: number) {
  const resolved = dots.filter(({ y }) => y > floor);
  const [widths, distances] = [resolved.map(({ x }) => x), resolved.map(({ y }) => y)];
  return widths.length < 2 ? null : { widths, ...fitPowerLaw(widths, distances) };
}

/** S of that line; NaN where there is none. */
export function exponentOf(dots: readonly DataPoint[], floor: number): number {
  return fitOf(dots, floor)?.exponent ?? Number.NaN;
}

/** The line itself, through the same dots. */
export function fittedLine(dots: readonly DataPoint[], floor = 0): readonly DataPoint[] {
  const fit = fitOf(dots, floor);
  return fit ? fit.widths.map((x) => ({ x, y: fit.factor * power(x, fit.exponent) })) : [];
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
