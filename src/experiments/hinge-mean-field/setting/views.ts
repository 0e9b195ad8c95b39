/** What drawings of this paper share: colours, keys, and an axis of time. */
import { power } from "../../../math/elementary.ts";
import { logAxis } from "../../../plots/axes.ts";
import type { Point } from "../../../plots/strokes.ts";
import type { Key } from "../../drawing/drawing.ts";

/** Apart from the two colours of nodes, which stand beside these. */
export const NETWORK = "var(--series-4)";
export const UNSEEN = "var(--series-5)";
export const THEORY = "var(--ink)";

export const THEORY_KEY: Key = { label: "theory", colour: THEORY, mark: "line" };

/** A logarithmic axis up to a time, that begins at so small a part of it. */
export function timeAxis(duration: number, part = 100) {
  return logAxis("time t →", [duration / part, duration]);
}

/** So many times, evenly on that axis. */
export function timesUpTo(duration: number, count = 80, part = 100): number[] {
  return Array.from({ length: count }, (_, k) => duration * power(part, (k + 1) / count - 1));
}

/** Points whose x is on an axis from `from` on. */
export function since(from: number, points: readonly Point[]): Point[] {
  return points.filter(({ x }) => x >= from);
}
