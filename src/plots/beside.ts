/** The same words beside each of a few points, in ink. */
import { type TextOptions, text } from "@observablehq/plot";
import type { Point } from "./strokes.ts";

export function beside(points: readonly Point[], words: string, where: TextOptions) {
  return text(points, { x: "x", y: "y", text: () => words, fill: "var(--ink)", ...where });
}
