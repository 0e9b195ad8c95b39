/**
 * A plot as a small picture of itself: its marks and nothing else. Axes, numbers and words, which would be too small to read
 * there, are left out, and all such pictures have one shape.
 */
import type { PlotOptions } from "@observablehq/plot";
import { draw } from "./draw.ts";

/** Both sides of the picture, and what stays free around its marks, in pixels. */
const SIDE = 260;
const FREE = 12;

/**
 * An SVG element with a title for those who cannot see it.
 * @param document that of the page, or of a document builder at build time
 */
export function miniature(options: PlotOptions, title: string, document: Document): SVGSVGElement {
  const { aspectRatio: _, ...own } = options;
  const frame = { marginTop: FREE, marginRight: FREE, marginBottom: FREE, marginLeft: FREE };
  const bare = { axis: null, grid: false } as const;
  const marksAlone = { ...own, ...frame, width: SIDE, height: SIDE, grid: false };
  const svg = draw({ ...marksAlone, x: { ...own.x, ...bare }, y: { ...own.y, ...bare } }, title, document);
  for (const words of svg.querySelectorAll("text, title")) words.remove();
  return svg;
}
