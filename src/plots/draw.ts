/**
 * Draws a plot, in the page or, at build time, without one. The only caller of Observable Plot's `plot`.
 */
import * as Plot from "@observablehq/plot";
import { type Frame, heightAt, heightInRoom, heightOfShape } from "./fit.ts";
import { isMoving, type Scales } from "./moving.ts";

/** What every plot of the site has in common: size, margins, letters and colours of the surrounding page. */
const THEME = {
  width: 360,
  height: 202,
  marginLeft: 52,
  marginBottom: 34,
  marginTop: 22,
  marginRight: 14,
};

/** As attributes: a style in the text of a page is what a strict policy of its host forbids. */
const ATTRIBUTES = {
  color: "var(--ink)",
  "font-family": "var(--sans)",
  overflow: "visible",
  "white-space": "pre",
};

/**
 * An SVG element with a title for those who cannot see it.
 * @param document that of the page, or of a document builder at build time
 * @param width in pixels, if not that of the plot itself
 */
export function draw(
  options: Plot.PlotOptions,
  title: string,
  document: Document,
  width?: number,
): SVGSVGElement {
  return plotted(options, title, document, width);
}

/** The same without the marks that move, and how the data's units become its pixels. */
export function drawStill(
  options: Plot.PlotOptions,
  title: string,
  document: Document,
  width?: number,
): { svg: SVGSVGElement; scales: Scales } {
  const marks = (options.marks ?? []).filter((mark) => !isMoving(mark));
  const svg = plotted({ ...options, marks }, title, document, width);
  return { svg, scales: { x: plain(svg.scale("x")), y: plain(svg.scale("y")) } };
}

/** A scale as a function; a linear one as its sum and product, since marks that move ask it thousands of times a frame. */
function plain(scale: Plot.Scale | undefined): (value: number) => number {
  if (!scale) return () => Number.NaN;
  if (scale.type !== "linear" || scale.clamp) return scale.apply;
  const [from, to] = [0, 1].map((value) => scale.apply(value)) as [number, number];
  return (value) => from + (to - from) * value;
}

/** The height, as CSS, that a plot has in its place once it is drawn there: for a picture of it that was drawn before. */
export function heightInPlace(options: Plot.PlotOptions, drawn: SVGSVGElement): string {
  if (!options.aspectRatio) return heightInRoom({ ...THEME, ...options } as Frame);
  const [width, height] = [drawn.getAttribute("width"), drawn.getAttribute("height")].map(Number);
  return heightOfShape({ ...THEME, ...options, width, height } as Frame);
}

function plotted(options: Plot.PlotOptions, title: string, document: Document, width?: number) {
  const own = { ...THEME, ...options };
  const size = width === undefined ? {} : { width, height: heightAt(own as Frame, width) };
  const { height, ...frame } = { ...own, ...size };
  // Where both axes have one unit, the height follows from the width.
  const given = options.aspectRatio ? frame : { ...frame, height };
  const svg = Plot.plot({ ...given, document, ariaLabel: title });
  // Letters are larger where a picture is going to be made somewhat smaller than it is drawn.
  const letters = { "font-size": width === undefined ? "13.5px" : "12px" };
  for (const [name, value] of Object.entries({ ...ATTRIBUTES, ...letters, role: "img" }))
    svg.setAttribute(name, value);
  // What Plot says there is said above and in the page's styles; each style more is one for which all of a page is looked through.
  svg.querySelector("style")?.remove();
  // Plot names its groups for assistive technology, which an image with a name of its own must not.
  for (const group of svg.querySelectorAll("[aria-label], [aria-description]")) {
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
  return svg as unknown as SVGSVGElement & Pick<Plot.Plot, "scale">;
}
