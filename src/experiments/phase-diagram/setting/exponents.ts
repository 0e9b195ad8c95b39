/** From distances to exponents: lines of distances against the width, their slopes, and where slopes vanish in a row. */
import { power } from "../../../math/elementary.ts";
import { fitPowerLaw } from "../../../math/statistics.ts";

/** One point of a line of distances against the width. */
export interface Dot {
  readonly width: number;
  readonly distance: number;
}

/** A list of distances against a list of widths, as far as both go. */
export function dotsOf(width: ArrayLike<number> = [], distances: ArrayLike<number> = []): Dot[] {
  return Array.from(width, (at, k) => ({ width: at, distance: distances[k] as number }));
}

/** What is known at one point of a diagram, of whose distances all widths of a point stand in a row, NaN where none is known. */
export function dotsAt(width: ArrayLike<number>, distances: ArrayLike<number>, point: number): Dot[] {
  const dots: Dot[] = [];
  for (let k = 0; k < width.length; k++) {
    const distance = distances[point * width.length + k] as number;
    if (Number.isFinite(distance)) dots.push({ width: width[k] as number, distance });
  }
  return dots;
}

function fitOf(dots: readonly Dot[]) {
  return fitPowerLaw(
    dots.map(({ width }) => width),
    dots.map(({ distance }) => distance),
  );
}

/** S of the least-squares line log RD ≈ S log m + constant over the dots above a floor; NaN with fewer than two. */
export function exponentOf(dots: readonly Dot[], floor: number): number {
  const resolved = dots.filter(({ distance }) => distance > floor);
  return resolved.length < 2 ? Number.NaN : fitOf(resolved).exponent;
}

/** That line, through the same dots. */
export function fittedLine(dots: readonly Dot[], floor = 0): Dot[] {
  const resolved = dots.filter(({ distance }) => distance > floor);
  if (resolved.length < 2) return [];
  const { exponent, factor } = fitOf(resolved);
  return resolved.map(({ width }) => ({ width, distance: factor * power(width, exponent) }));
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
