/** A plot at build time, as HTML, and where it is wide another one for narrow places: letters have the same size in both. */
import { parseHTML } from "linkedom";
import type { Shown, View } from "../src/experiments/drawing/drawing.ts";
import { compact } from "../src/plots/compact.ts";
import { draw, heightInPlace } from "../src/plots/draw.ts";

/** Pixels of width that any place has room for; up to which a plot is of medium width; and of the narrow twin of both. */
const ANYWHERE = 360;
const MEDIUM = 500;
const NARROW = 320;

const { document } = parseHTML("<html></html>");

/** @param when a class of the pictures: "at-start" or "at-end" of a run */
export function plotPictures(view: View, group: readonly Shown[], title: string, when: string): string {
  const options = view.plot(group);
  const { width: own = 0 } = options;
  const one = (size: string, width?: number) => {
    const svg = draw(options, title, document as unknown as Document, width);
    svg.classList.add(when, size);
    svg.style.setProperty("--height", heightInPlace(options, svg));
    compact(svg);
    return svg.outerHTML;
  };
  if (own <= ANYWHERE) return one("small");
  return own <= MEDIUM
    ? one("medium") + one("instead-of-medium", NARROW)
    : one("large") + one("instead-of-large", NARROW);
}
