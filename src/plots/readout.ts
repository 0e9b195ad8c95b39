/**
 * What a plot says of itself, place by place: for a pointer that hovers, a finger that taps and a keyboard that goes
 * from one to the next. A mark that draws nothing; who shows the words is in components/live/.
 */
import type { Mark, Markish, RenderFunction } from "@observablehq/plot";

/** A place in the units of the plot's scales, and what is to be said of it: short, with its units. */
export interface Readable {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  /** Pixels of the screen from which on it answers to a pointer, if not as many as any place. */
  readonly reach?: number;
}

/** A place in pixels of the picture, and its words. */
export interface Placed {
  readonly left: number;
  readonly top: number;
  readonly words: string;
  readonly reach?: number | undefined;
}

const READOUTS = new WeakSet<object>();
const READABLE = new WeakMap<Element, (() => Placed[])[]>();

/** `places` is asked for when somebody wants to know, not at every drawing; in the order in which a keyboard goes through them. */
export function readout(places: () => readonly Readable[]): RenderFunction & Mark {
  const render: RenderFunction = (_index, scales, _values, _dimensions, context) => {
    const [x, y] = [scales.x as (value: number) => number, scales.y as (value: number) => number];
    const placed = () =>
      places()
        .map(({ words, reach, ...at }) => ({ left: x(at.x), top: y(at.y), words, reach }))
        .filter(({ left, top }) => Number.isFinite(left + top));
    const svg = context.ownerSVGElement;
    READABLE.set(svg, [...(READABLE.get(svg) ?? []), placed]);
    return null;
  };
  READOUTS.add(render);
  return render as RenderFunction & Mark;
}

export function isReadout(mark: Markish): boolean {
  return typeof mark === "function" && READOUTS.has(mark);
}

/** Lets a picture say what another one would, which looks the same. */
export function sayAs(picture: Element, other: Element): void {
  READABLE.set(picture, READABLE.get(other) ?? []);
}

/** All that a picture has to say. */
export function placesIn(picture: Element): Placed[] {
  return (READABLE.get(picture) ?? []).flatMap((placed) => placed());
}
