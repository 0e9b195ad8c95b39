/**
 * The reader's own points out of what they type, paste or drop: a row a point. Says of a table that does not fit which row is
 * wrong and why, and offers the nearest that fits. Loaded once somebody has points; links and records have theirs in one line.
 */

import { allowedRows, faultOf } from "./faultsOfPoints.ts";
import { labelsOf } from "./labelledPoints.ts";
import { flatOf, nearestTo } from "./nearestPoints.ts";
import { type Nearest, ParameterError, parseValue } from "./parameters.ts";
import { parseText, textOfValue, valueFromText } from "./parameterTexts.ts";
import type { Place, RowsParameter } from "./placesOfPoints.ts";
import { hasRows, numberIn, type Row, rowsOfText } from "./table.ts";

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
  const sentence = faultOf(parameter, places);
  if (sentence) throw new ParameterError(sentence, nearestTo(parameter, places));
  return parseValue(parameter, flatOf(places)) as readonly number[];
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
