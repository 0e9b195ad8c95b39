/**
 * Draws a plot, in the page or, at build time, without one. The only caller of Observable Plot's `plot`.
 */
import * as Plot from "@observablehq/plot";

/** What every plot of the site has in common: size, margins, letters and colours of the surrounding page. */
const THEME: Plot.PlotOptions = {
  width: 360,
  height: 260,
  marginLeft: 52,
  marginBottom: 40,
  marginTop: 22,
  marginRight: 14,
  style: {
    background: "none",
    color: "var(--ink)",
    fontFamily: "var(--sans)",
    fontSize: "12px",
    overflow: "visible",
  },
};

/**
 * An SVG element with a title for those who cannot see it.
 * @param document that of the page, or of a document builder at build time
 */
export function draw(options: Plot.PlotOptions, title: string, document: Document): SVGSVGElement {
  const svg = Plot.plot({ ...THEME, ...options, document, ariaLabel: title }) as unknown as SVGSVGElement;
  svg.setAttribute("role", "img");
  // Plot names its groups for assistive technology, which an image with a name of its own must not.
  for (const group of svg.querySelectorAll("[aria-label], [aria-description]")) {
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
  return svg;
}
