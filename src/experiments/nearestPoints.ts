/** The points that fit and are nearest to some that do not: scaled, and fewer. */

import {
  evenly,
  fits,
  type LabelledParameter,
  type Nearest,
  numberInWords,
  type PointsParameter,
} from "./parameters.ts";
import { textOfValue } from "./parameterTexts.ts";
import { isApart, isIn, type Place, type Range, type RowsParameter, rangeOf } from "./placesOfPoints.ts";

/** As a value has them, one after the other. */
export function flatOf(places: readonly Place[]): number[] {
  return places.flatMap(({ x, y, label }) => (label === undefined ? [x, y] : [x, y, label]));
}

/** The nearest value that fits: scaled into the range, then without what is too close or too many. */
export function nearestTo(parameter: RowsParameter, places: readonly Place[]): Nearest | undefined {
  const scale = intoRange(parameter, places);
  // What is left out is not scaled: of very many rows, most are.
  const taken =
    parameter.kind === "points" ? apartIn(parameter, places, scale) : ofBothClasses(parameter, places);
  const value = flatOf(taken.map((place) => ({ ...place, x: scale.x(place.x), y: scale.y(place.y) })));
  if (!fits(parameter, value)) return undefined;
  const { axes } = scale;
  const [whatFor, range] = [axes.join(" and "), rangeOf(parameter, axes[0] ?? "x")];
  const words = [
    ...(axes.length > 0
      ? [
          `scale ${whatFor} to ${numberInWords(range.minimum)} … ${numberInWords(range.maximum)}`.replaceAll(
            "-",
            "−",
          ),
        ]
      : []),
    ...(taken.length < places.length
      ? [`take ${taken.length.toLocaleString("en")} of the ${places.length.toLocaleString("en")} rows`]
      : []),
  ].join(" and ");
  return words === ""
    ? undefined
    : { text: textOfValue(value), words: (words[0] as string).toUpperCase() + words.slice(1) };
}

/** Digits that scaled values keep. */
const DIGITS = 6;

/** How places come into the range, and which of their axes are scaled. */
interface Scale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly axes: readonly ("x" | "y")[];
}

/**
 * All values of an axis that has one out of its range are spread over that range: each axis by itself, or both alike where a
 * plane is to keep its shape.
 */
function intoRange(parameter: RowsParameter, places: readonly Place[]): Scale {
  const ends = { x: endsOf(places, "x"), y: endsOf(places, "y") };
  const axes = (["x", "y"] as const).filter((axis) =>
    ends[axis].some((end) => !isIn(rangeOf(parameter, axis), end)),
  );
  const asItIs = (value: number) => value;
  if (axes.length === 0) return { x: asItIs, y: asItIs, axes };
  if (parameter.kind === "points") {
    const on = (axis: "x" | "y") => (axes.includes(axis) ? ontoRange(ends[axis], parameter[axis]) : asItIs);
    return { x: on("x"), y: on("y"), axes };
  }
  const largest = Math.max(...[...ends.x, ...ends.y].map(Math.abs));
  const to = (value: number) => rounded((value / largest) * parameter.within);
  return { x: to, y: to, axes: ["x", "y"] };
}

/** The least and the greatest value of an axis. */
function endsOf(places: readonly Place[], axis: "x" | "y"): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const place of places) {
    const value = place[axis];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** What takes the least of some values to the least of a range, and the largest to the largest. */
function ontoRange(
  [least, most]: readonly [number, number],
  { minimum, maximum }: Range,
): (value: number) => number {
  // Halves, since the difference of two large numbers may be none.
  const spread = most / 2 - least / 2;
  if (!(spread > 0)) return (value) => Math.min(maximum, Math.max(minimum, value));
  return (value) =>
    Math.min(
      maximum,
      Math.max(minimum, rounded(minimum + ((value / 2 - least / 2) / spread) * (maximum - minimum))),
    );
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS)) + 0;
}

/** From left to right those points that stand apart from the one before once they are scaled, and as many as there may be. */
function apartIn(parameter: PointsParameter, places: readonly Place[], { x: scaled }: Scale): Place[] {
  const kept: number[] = [];
  let last = -Infinity;
  // Numbers are put in order much faster than places.
  // biome-ignore lint/plugin: numbers of a typed array are compared as numbers, and without a function in a third of the time.
  for (const x of Float64Array.from(places, (place) => place.x).sort()) {
    const next = scaled(x);
    if (!isApart(parameter, last, next)) continue;
    kept.push(x);
    last = next;
  }
  const taken = evenly(kept, parameter.atMost);
  const wanted = new Set(taken);
  /** The first of each. */
  const found = new Map<number, Place>();
  for (const place of places) if (wanted.has(place.x) && !found.has(place.x)) found.set(place.x, place);
  return taken.map((x) => found.get(x) as Place);
}

/** As many as there may be, in their order: of each class its share, and one at least. */
function ofBothClasses({ atMost }: LabelledParameter, places: readonly Place[]): readonly Place[] {
  if (places.length <= atMost) return places;
  const [lower, upper]: [number[], number[]] = [[], []];
  for (let k = 0; k < places.length; k++) (places[k]?.label === -1 ? lower : upper).push(k);
  const share = Math.round((atMost * lower.length) / places.length);
  const count = Math.min(atMost - 1, Math.max(1, share));
  return [...evenly(lower, count), ...evenly(upper, atMost - count)]
    .sort((one, other) => one - other)
    .map((k) => places[k] as Place);
}
