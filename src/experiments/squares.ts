/** The part of the plane that is drawn around some points, and the squares in it at which a network is asked. */
import type { LabelledPoint } from "./labelledPoints.ts";

/** Columns and rows of squares. */
export const SQUARES = 48;
/** How much more than the points is drawn. */
const ROOM = 1.25;

export interface Window {
  readonly centre: readonly [x: number, y: number];
  /** Half of its width and of its height. */
  readonly reach: number;
}

/** A square around the points. */
export function windowAround(points: readonly LabelledPoint[]): Window {
  const middleOf = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
  const centre = [middleOf(x), middleOf(y)] as const;
  const sizes = points.map((point) => Math.max(Math.abs(point.x - centre[0]), Math.abs(point.y - centre[1])));
  return { centre, reach: ROOM * Math.max(...sizes) };
}

/** The middles of all squares, row by row from below. */
export function middlesIn({ centre: [x, y], reach }: Window): { readonly x: number; readonly y: number }[] {
  const at = (k: number) => reach * ((2 * k + 1) / SQUARES - 1);
  return Array.from({ length: SQUARES * SQUARES }, (_, i) => ({
    x: x + at(i % SQUARES),
    y: y + at(Math.floor(i / SQUARES)),
  }));
}
