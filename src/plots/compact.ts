/**
 * Makes a picture that is drawn at build time shorter, by what nobody can see: a third of a page's bytes or more were
 * points that lie on the line between their neighbours, and digits far below a pixel. What is drawn in the page is not
 * written down, and stays as it is.
 */
import simplify from "simplify-js";
import svgpath from "svgpath";

/** Pixels by which a line may miss a point that is left out. */
const TOLERANCE = 0.1;
/** A sequence of straight lines, as Observable Plot writes it. */
const LINES = /^(M-?[\d.]+,-?[\d.]+(L-?[\d.]+,-?[\d.]+)*Z?)+$/;

/** Attributes in pixels. */
const LENGTHS = ["x", "x1", "x2", "y", "y1", "y2", "cx", "cy", "r", "width", "height", "transform"];

/** Changes an SVG element. */
export function compact(svg: Element): void {
  for (const element of svg.querySelectorAll("*")) {
    const path = element.getAttribute("d");
    if (path) element.setAttribute("d", shorter(path));
    for (const name of LENGTHS) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replace(/-?\d+\.\d{3,}/g, rounded));
    }
  }
}

/** A path that looks like another one. */
export function shorter(path: string): string {
  const few = LINES.test(path) ? withoutPointsBetween(path) : path;
  return svgpath(few).rel().round(1).toString();
}

function withoutPointsBetween(path: string): string {
  return path.replace(/M([^MZ]+)/g, (_, line: string) => {
    const points = line.split("L").map((point) => {
      const [x = 0, y = 0] = point.split(",").map(Number);
      return { x, y };
    });
    return `M${simplify(points, TOLERANCE, true)
      .map(({ x, y }) => `${x},${y}`)
      .join("L")}`;
  });
}

const rounded = (number: string) => String(Math.round(Number(number) * 100) / 100);
