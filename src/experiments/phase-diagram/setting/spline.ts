/** The linear spline through a few points, and how far a learned function is from it. */

import type { DataPoint } from "../../points.ts";

/** The linear spline through the points, its first and last piece prolonged. */
export function splineAt(points: readonly DataPoint[], x: number): number {
  const piece = points.findIndex((point, i) => i > 0 && (x <= point.x || i === points.length - 1));
  const [left, right] = [points[piece - 1] as DataPoint, points[piece] as DataPoint];
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
}

/** max |f(x) − spline(x)| over those of the given abscissae that lie between the first point and the last. */
export function splineDeviation(
  points: readonly DataPoint[],
  abscissae: ArrayLike<number>,
  f: ArrayLike<number>,
): number {
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
  const deviations = Array.from(abscissae, (x, i) =>
    x < first || x > last ? 0 : Math.abs((f[i] as number) - splineAt(points, x)),
  );
  return Math.max(...deviations);
}
