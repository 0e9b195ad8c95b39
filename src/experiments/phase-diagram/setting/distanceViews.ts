/** Distances against the width, as several drawings show them. */
import type { Markish } from "@observablehq/plot";
import { grouped } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import type { Readable } from "../../../plots/readout.ts";
import { strokes } from "../../../plots/strokes.ts";
import type { DataPoint } from "../../points.ts";

/** A line of one colour, and the dots that are measured, hollow at or below a floor. */
export function distanceMarks(
  measured: readonly DataPoint[],
  line: readonly DataPoint[],
  colour: string,
  floor = 0,
): Markish[] {
  const unresolved = measured.filter(({ y }) => y <= floor);
  return [
    strokes({ lines: [line], colour, width: 1.5 }),
    dots(measured, 8, colour),
    dots(unresolved, 5, "var(--panel)"),
  ];
}

/** The same for a readout: "γ = 0.5, m = 4,000: relative distance 0.013". */
export function readableDots(dots: readonly DataPoint[], name: string, floor: number): Readable[] {
  const words = ({ x, y }: DataPoint) =>
    `${name}, m = ${grouped(x)}: relative distance ${inWords(y, 3, floor)}`;
  return dots.map((each) => ({ ...each, words: words(each) }));
}

/** The axes of distances against the width. */
export const WIDTH_LABEL = "neurons in a half, m →";
export const DISTANCE_LABEL = "↑ relative distance of the input weights";
