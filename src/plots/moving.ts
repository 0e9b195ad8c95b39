/**
 * What marks that move have in common: they are elements of a picture in a page without a script, on paper and in a
 * file, and strokes on a canvas while a run goes on, under axes that stay as they are.
 */
import type { Mark, Markish, RenderFunction } from "@observablehq/plot";

/** From the units of the data to pixels. */
export interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface Moving {
  /** The mark as an element of a picture. */
  svg(scales: Scales, document: Document): SVGElement;
  /** The same on a canvas whose units are the pixels of the picture. `inkOf` gives what a canvas understands for a colour of the page. */
  paint(context: CanvasRenderingContext2D, scales: Scales, inkOf: (colour: string) => string): void;
}

/** A mark that Observable Plot accepts beside its own. */
export type MovingMark = RenderFunction & Mark & { readonly moving: Moving };

export function movingMark(moving: Moving): MovingMark {
  const render: RenderFunction = (_index, scales, _values, _dimensions, context) =>
    moving.svg({ x: scales.x as Scales["x"], y: scales.y as Scales["y"] }, context.document);
  return Object.assign(render, { moving }) as unknown as MovingMark;
}

export function isMoving(mark: Markish): mark is MovingMark {
  return typeof mark === "function" && "moving" in mark;
}

/** An element with attributes. */
export function elementOf(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name) as SVGElement;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}
