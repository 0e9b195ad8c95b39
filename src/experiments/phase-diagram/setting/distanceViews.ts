/** Distances against the width, as several drawings show them. */
import type { Markish } from "@observablehq/plot";
import { grouped } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import type { Readable } from "../../../plots/readout.ts";
import { strokes } from "../../../plots/strokes.ts";
import type { Dot } from "./exponents.ts";

/** A line of one colour, and the dots that are measured, hollow at or below a floor. */
export function distanceMarks(
  measured: readonly Dot[],
  line: readonly Dot[],
  colour: string,
  floor = 0,
): Markish[] {
  const at = (some: readonly Dot[]) => some.map(({ width, distance }) => ({ x: width, y: distance }));
  return [
    strokes({ lines: [at(line)], colour, width: 1.5 }),
    dots(at(measured), 8, colour),
    dots(at(measured.filter(({ distance }) => distance <= floor)), 5, "var(--panel)"),
  ];
}

/** The same for a readout: "γ = 0.5, m = 4,000: relative distance 0.013". */
export function readableDots(dots: readonly Dot[], name: string, floor: number): Readable[] {
  return dots.map(({ width, distance }) => ({
    x: width,
    y: distance,
    words: `${name}, m = ${grouped(width)}: relative distance ${inWords(distance, 3, floor)}`,
  }));
}

/** The axes of distances against the width. */
export const WIDTH_LABEL = "neurons in a half, m →";
export const DISTANCE_LABEL = "↑ relative distance of the input weights";
