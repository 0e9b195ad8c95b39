/**
 * The reader's own points out of what they type, paste or drop: a row a point. Says of a table that does not fit which row is
 * wrong and why, and offers the nearest that fits. Loaded once somebody has points; links and records have theirs in one line.
 */
import { labelsOf } from "./labelledPoints.ts";
import {
  evenly,
  fits,
  type LabelledParameter,
  type Nearest,
  numberInWords,
  ParameterError,
  type PointsParameter,
  parseText,
  parseValue,
  textOfValue,
  valueFromText,
} from "./parameters.ts";
import { hasRows, numberIn, type Row, rowsOfText } from "./table.ts";

export type RowsParameter = PointsParameter | LabelledParameter;

/** A point, and what to call the row that it comes from. */
interface Place {
  readonly x: number;
  readonly y: number;
  /** Of points in two classes, once all of them are known. There from the beginning: to a hundred thousand objects nothing is added. */
  label: 1 | -1 | undefined;
  /** Its line, or its place in a list that is all in one. */
  readonly line: number;
}

/**
 * The trusted value of a text.
 * @throws ParameterError that names the first row that does not fit, and has the nearest value that does where there is one
 */
export function valueOfRows(parameter: RowsParameter, text: string): readonly number[] {
  if (text.trim() === "")
    throw new ParameterError(`There are no rows: there must be ${allowedRows(parameter)}, a point in each.`);
  if (hasRows(text)) return valueOfPlaces(parameter, placesOfRows(parameter, text));
  const places = placesOfLine(parameter, text);
  return places ? valueOfPlaces(parameter, places) : (parseText(parameter, text) as readonly number[]);
}

function valueOfPlaces(parameter: RowsParameter, places: Place[]): readonly number[] {
  // Of too many there is no more to be said than that.
  if (parameter.kind === "points" && places.length <= parameter.atMost)
    places.sort((one, other) => one.x - other.x);
  const sentence =
    parameter.kind === "points" ? faultOfPoints(parameter, places) : faultOfClasses(parameter, places);
  if (sentence) throw new ParameterError(sentence, nearestTo(parameter, places));
  return parseValue(parameter, flatOf(places)) as readonly number[];
}

function flatOf(places: readonly Place[]): number[] {
  return places.flatMap(({ x, y, label }) => (label === undefined ? [x, y] : [x, y, label]));
}

function placesOfRows(parameter: RowsParameter, text: string): Place[] {
  const columns = columnsOf(parameter);
  try {
    return placesIn(rowsOfText(text, columns), columns);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const nearest = withoutNumbers(parameter, text);
    throw nearest ? new ParameterError(error.message, nearest) : error;
  }
}

function columnsOf({ kind }: RowsParameter): number {
  return kind === "points" ? 2 : 3;
}

/** @throws ParameterError for a row that does not fit, or too many classes */
function placesIn(rows: Iterable<Row>, columns: number): Place[] {
  const places: Place[] = [];
  const classes: string[] = [];
  for (const row of rows) {
    places.push(placeIn(row, columns));
    if (columns === 3) classes.push(row.cells[2] as string);
  }
  const labels = labelsOf(classes);
  for (let k = 0; k < labels.length; k++) (places[k] as Place).label = labels[k];
  return places;
}

/** Rows whose first column may be taken for their number; of fewer it may be so by chance. */
const NUMBERED = 4;

/** The same rows without a first column that only numbers them, from 0 or 1 on, as many programs write it; or the nearest to those. */
function withoutNumbers(parameter: RowsParameter, text: string): Nearest | undefined {
  const columns = columnsOf(parameter);
  const words = "Leave out the first column";
  try {
    const rows = [...rowsOfText(text, columns + 1)];
    // Such a column often has no name.
    const [head] = rows;
    if (head?.cells[0] === "" && Number.isNaN(numberIn(head.cells[1] ?? ""))) rows.shift();
    const first = numberIn(rows[0]?.cells[0] ?? "");
    const isNumbered =
      rows.length >= NUMBERED &&
      (first === 0 || first === 1) &&
      rows.every(({ cells }, k) => cells.length === columns + 1 && numberIn(cells[0] ?? "") === first + k);
    if (!isNumbered) return undefined;
    const places = placesIn(
      rows.map((row) => ({ ...row, cells: row.cells.slice(1) })),
      columns,
    );
    return { text: textOfValue(valueOfPlaces(parameter, places)), words };
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { nearest } = error;
    const further = nearest && (nearest.words[0] as string).toLowerCase() + nearest.words.slice(1);
    return nearest && { text: nearest.text, words: `${words} and ${further}` };
  }
}

/** undefined for a line that is no list of points. */
function placesOfLine(parameter: RowsParameter, text: string): Place[] | undefined {
  const flat = flatIn(parameter, text);
  const columns = columnsOf(parameter);
  if (flat.length === 0 || flat.length % columns !== 0) return undefined;
  return Array.from({ length: flat.length / columns }, (_, k) => {
    const [x, y, label] = flat.slice(columns * k, columns * (k + 1)) as [number, number, 1 | -1 | undefined];
    return { x, y, label, line: k + 1 };
  });
}

/** Nothing, where a line has anything but numbers, or can be read in two ways. */
function flatIn(parameter: RowsParameter, text: string): readonly number[] {
  try {
    const value = valueFromText(parameter, text);
    return Array.isArray(value) && value.every(Number.isFinite) ? value : [];
  } catch (error) {
    if (error instanceof ParameterError) return [];
    throw error;
  }
}

/** @throws ParameterError for cells that are missing, too many or no numbers */
function placeIn({ line, text, cells }: Row, columns: number): Place {
  const [x, y] = [numberIn(cells[0] ?? ""), numberIn(cells[1] ?? "")];
  if (cells.length === columns && !Number.isNaN(x) && !Number.isNaN(y) && cells[columns - 1] !== "")
    return { x, y, label: undefined, line };
  const missing = Number.isNaN(x) ? "a number for x" : Number.isNaN(y) ? "a number for y" : "a class";
  const why =
    cells.length === columns
      ? `does not have ${missing}`
      : `has ${cells.length} ${cells.length === 1 ? "column" : "columns"}, not the ${columns === 2 ? "two of x and y" : "three of x, y and class"}`;
  throw new ParameterError(`Row ${line} of the points, “${text.trim().slice(0, 40)}”, ${why}.`);
}

function allowedRows({ kind, atLeast, atMost }: RowsParameter): string {
  return `${atLeast} to ${atMost} rows of ${kind === "points" ? "x and y" : "x, y and a class"}`;
}

function faultOfCount(
  parameter: RowsParameter,
  { length }: readonly Place[],
  isMany: boolean,
): string | undefined {
  if (isMany ? length <= parameter.atMost : length >= parameter.atLeast) return undefined;
  const rows = length === 1 ? "There is 1 row" : `There are ${length.toLocaleString("en")} rows`;
  return `${rows}; there must be ${allowedRows(parameter)}.`;
}

/** Of the first place whose x or y is out of its range. */
function faultOfRange(parameter: RowsParameter, places: readonly Place[]): string | undefined {
  for (const axis of ["x", "y"] as const) {
    const range = rangeOf(parameter, axis);
    const stray = places.find((place) => !isIn(range, place[axis]));
    if (stray)
      return `Row ${stray.line} has ${axis} = ${inWords(stray[axis])}; ${axis} must be from ${numberInWords(range.minimum)} to ${numberInWords(range.maximum)}.`;
  }
  return undefined;
}

/** Of points from left to right, unless there are too many. */
function faultOfPoints(parameter: PointsParameter, rising: readonly Place[]): string | undefined {
  const [first] = rising as [Place, ...Place[]];
  const few = faultOfCount(parameter, rising, false);
  if (few) return few;
  if (rising.every(({ x }) => x === first.x))
    return `All x are ${inWords(first.x)}: what is learnt is a function of x, which needs different ones.`;
  const many = faultOfCount(parameter, rising, true);
  if (many) return many;
  const next = (k: number) => rising[k + 1] as Place;
  const twice = rising.findIndex((place, k) => k + 1 < rising.length && place.x === next(k).x);
  if (twice >= 0)
    return `Rows ${rising[twice]?.line} and ${next(twice).line} both have x = ${inWords(next(twice).x)}; a function has one y for each x.`;
  const stray = faultOfRange(parameter, rising);
  if (stray) return stray;
  const close = rising.findIndex(
    (place, k) => k + 1 < rising.length && !isApart(parameter, place.x, next(k).x),
  );
  if (close >= 0)
    return `Rows ${rising[close]?.line} and ${next(close).line} are less than ${parameter.apart} apart in x.`;
  return rising.some(({ y }) => Math.abs(y) >= parameter.reach)
    ? undefined
    : `All y are less than ${parameter.reach} in size: one must be larger.`;
}

function faultOfClasses(parameter: LabelledParameter, places: readonly Place[]): string | undefined {
  const [first] = places as [Place, ...Place[]];
  const few = faultOfCount(parameter, places, false);
  if (few) return few;
  for (const axis of ["x", "y"] as const)
    if (places.every((place) => place[axis] === first[axis]))
      return `All ${axis} are ${inWords(first[axis])}: points must differ in x and in y, or a column says nothing.`;
  if (places.every(({ x, y }) => x === y))
    return "x and y are the same in every row: take two columns that differ.";
  if (places.every(({ label }) => label === first.label))
    return `All ${places.length.toLocaleString("en")} rows are of one class; there must be rows of two classes.`;
  return faultOfRange(parameter, places) ?? faultOfCount(parameter, places, true);
}

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

function rangeOf(parameter: RowsParameter, axis: "x" | "y"): Range {
  return parameter.kind === "points"
    ? parameter[axis]
    : { minimum: -parameter.within, maximum: parameter.within };
}

function isIn({ minimum, maximum }: Range, value: number): boolean {
  return value >= minimum && value <= maximum;
}

/** What is lost by decimal fractions in binary is forgiven, as where values are checked. */
function isApart({ apart }: PointsParameter, left: number, right: number): boolean {
  return right - left > apart - 5e-7;
}

function inWords(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** The nearest value that fits: scaled into the range, then without what is too close or too many. */
function nearestTo(parameter: RowsParameter, places: readonly Place[]): Nearest | undefined {
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
