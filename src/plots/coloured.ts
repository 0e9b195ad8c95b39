/** Points and lines in the colours that say what they are. */
import { line } from "@observablehq/plot";
import { dots } from "./cloud.ts";
import type { MovingMark } from "./moving.ts";
import type { Point } from "./strokes.ts";

/** Points each of which has one of a few colours, those of the first colour at the bottom. */
export function colouredDots(
  colours: readonly string[],
  points: readonly (Point & { readonly colour: string })[],
  size: number,
  opacity: number,
): MovingMark[] {
  return colours.map((colour) => {
    const own = points.filter((point) => point.colour === colour);
    return dots(own, size, colour, opacity);
  });
}

/** A dashed line through points: what a result is compared with. */
export function dashedLine(points: readonly Point[], colour = "var(--muted)") {
  return line(points, { x: "x", y: "y", stroke: colour, strokeDasharray: "3 3" });
}
