/**
 * Points of the plane, each in one of two classes, as x, y, class, x, y, class, … with classes −1 and 1; and how they are read
 * from what a reader types, pastes or drops: a row a point, as of a CSV file.
 */
import { isUnclear } from "./commas.ts";
import { ParameterError } from "./parameterError.ts";

export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly label: 1 | -1;
}

/** The flat list as points. */
export function labelledPointsOf(flat: readonly number[]): LabelledPoint[] {
  return Array.from({ length: Math.floor(flat.length / 3) }, (_, i) => ({
    x: flat[3 * i] as number,
    y: flat[3 * i + 1] as number,
    label: (flat[3 * i + 2] as number) < 0 ? -1 : 1,
  }));
}

/** Points as the flat list. */
export function flatOf(points: readonly LabelledPoint[]): number[] {
  return points.flatMap(({ x, y, label }) => [x, y, label]);
}

/**
 * The flat list that a text stands for: rows of x, y and a class, apart by lines or semicolons, columns by commas, tabs or
 * blanks, with or without names of the columns above; or all numbers in one row. Of two classes, whatever they are called,
 * the lower one, or that which comes first in the alphabet, is −1.
 * @throws ParameterError that says which row is none or unclear, or which classes there are
 */
export function flatFromText(text: string): number[] {
  const rows = text
    .split(/[\r\n;]+/)
    .map((row) => row.trim())
    .filter((row) => row !== "");
  const unclear = rows.findIndex(isUnclear);
  if (unclear >= 0)
    throw new ParameterError(
      `Row ${unclear + 1} of the points, “${(rows[unclear] ?? "").slice(0, 40)}”, can be read in two ways.`,
    );
  const cells = rows.map((row) => row.split(/\s*[,\t]\s*|\s+/));
  const points = cells.length === 1 ? inThrees(cells[0] as string[]) : withoutHead(cells);
  const head = cells.length - points.length;
  const places = points.map(([x, y, label, ...more], k) => {
    const place = [x, y].map((cell) => Number((cell ?? "").replace("−", "-") || Number.NaN));
    if (!place.every(Number.isFinite) || !label || more.length > 0) {
      const asTyped = cells.length === 1 ? (points[k] ?? []).join(", ") : (rows[k + head] ?? "");
      const count = (points[k] ?? []).length;
      const missing = ["a number for x", "a number for y", "a class"];
      const first = [...place.map(Number.isFinite), Boolean(label)].indexOf(false);
      const why =
        count === 3
          ? `does not have ${missing[first]}`
          : `has ${count} ${count === 1 ? "column" : "columns"}, not the three of x, y and class`;
      throw new ParameterError(
        `Row ${k + 1 + Math.max(0, head)} of the points, “${asTyped.slice(0, 40)}”, ${why}.`,
      );
    }
    return { place, label };
  });
  const labels = labelsOf(places.map(({ label }) => label));
  return places.flatMap(({ place }, k) => [...place, labels[k] as number]);
}

/**
 * Of two classes, whatever they are called, the lower one, or that which comes first in the alphabet, as −1, and the other as 1.
 * @throws ParameterError where there are more
 */
export function labelsOf(classes: readonly string[]): (1 | -1)[] {
  const names = [...new Set(classes)];
  if (names.length > 2)
    throw new ParameterError(
      `The last column of the points names ${names.length.toLocaleString("en")} classes (${names.slice(0, 4).join(", ")}${names.length > 4 ? ", …" : ""}); there must be two.`,
    );
  const [lower] = sorted(names);
  const isSigned = names.every((name) => Math.abs(numberOf(name)) === 1);
  const labels = new Map(
    names.map((name) => [name, isSigned ? (numberOf(name) as 1 | -1) : name === lower ? -1 : 1]),
  );
  return classes.map((name) => labels.get(name) as 1 | -1);
}

function numberOf(name: string): number {
  return Number(name.replace("−", "-"));
}

/** Names of classes, by their numbers if all are numbers. */
function sorted(names: readonly string[]): string[] {
  return names.every((name) => Number.isFinite(numberOf(name)))
    ? names.toSorted((one, other) => numberOf(one) - numberOf(other))
    : names.toSorted((one, other) => (one < other ? -1 : 1));
}

/** All numbers of one row, three for each point. */
function inThrees(cells: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(cells.length / 3) }, (_, i) => cells.slice(3 * i, 3 * i + 3));
}

/** Rows without the names of the columns, which are no numbers. */
function withoutHead(rows: readonly string[][]): readonly string[][] {
  const [first = []] = rows;
  return first.slice(0, 2).every((cell) => Number.isNaN(Number(cell))) ? rows.slice(1) : rows;
}
