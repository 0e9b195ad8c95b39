/**
 * Rows and columns of a text, as people have them in files: columns apart by tabs, semicolons, commas or blanks, decimals with
 * a point or a comma, quotes, empty lines and lines of any system, names of the columns above or not. Knows what a number is,
 * and nothing of what the columns mean.
 */
import { ParameterError } from "./parameterError.ts";

/** A row that is not empty. */
export interface Row {
  /** Its line in the text, from 1 on. */
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
}

/** Whether a text has rows below each other. */
export function hasRows(text: string): boolean {
  return /[\r\n]/.test(text.trim());
}

/**
 * The rows of a text, one after the other, without the names of its columns, which stand above where neither of the first two cells is a number.
 * Of more cells than `columns` the empty ones at the end are left out. Decimal commas have become points.
 * @throws ParameterError for what is no text, or can be read in two ways
 */
export function* rowsOfText(text: string, columns: number): Generator<Row> {
  const plain = text.replace(/^\uFEFF/, "");
  if (isBinary(plain))
    throw new ParameterError(
      "This file is no table of numbers: save it as CSV, which is plain text, and take that.",
    );
  const lines = (plain.includes("\r") ? plain.replaceAll(/\r\n?/g, "\n") : plain).split("\n");
  const separator = separatorOf(lines);
  let [withPoint, withComma] = [0, 0];
  let isFirst = true;
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k] as string;
    if (line.trim() === "") continue;
    const cells = cellsOf(line, separator);
    while (cells.length > columns && cells.at(-1) === "") cells.pop();
    if (cells[0] === "" && cells.every((cell) => cell === "")) continue;
    const isCommaDecimal =
      separator !== "," ? DECIMAL_COMMA : line.includes('"') ? QUOTED_DECIMAL_COMMA : null;
    for (let i = 0; isCommaDecimal && i < cells.length; i++) {
      const cell = cells[i] as string;
      if (cell.includes(",") && isCommaDecimal.test(cell)) {
        cells[i] = cell.replace(",", ".");
        withComma ||= k + 1;
      } else if (!withPoint && cell.includes(".") && DECIMAL_POINT.test(cell)) withPoint = k + 1;
    }
    const isHead = isFirst && cells.slice(0, 2).every((cell) => cell !== "" && Number.isNaN(numberIn(cell)));
    isFirst = false;
    if (!isHead) yield { line: k + 1, text: line, cells };
  }
  if (withComma && withPoint)
    throw new ParameterError(
      `Decimals are written with a comma in row ${withComma} and with a point in row ${withPoint}: write all of them in one way.`,
    );
}

const DECIMAL_COMMA = /^[−+-]?\d*,\d+(e[−+-]?\d+)?$/i;
/** Between commas and in quotes, a comma before three digits may be one between thousands. */
const QUOTED_DECIMAL_COMMA = /^[−+-]?\d*,(?!\d{3}$)\d+$/;
const DECIMAL_POINT = /^[−+-]?\d*\.\d+(e[−+-]?\d+)?$/i;

/** The number of a cell; NaN where it is none, or none that a computer holds. −0 becomes 0. */
export function numberIn(cell: string): number {
  if (cell === "") return Number.NaN;
  const plain = Number(cell);
  const value = Number.isNaN(plain) ? Number(cell.replaceAll("−", "-")) : plain;
  return Number.isFinite(value) ? value + 0 : Number.NaN;
}

/** Many characters that no text has are those of pictures, sheets and archives. */
function isBinary(text: string): boolean {
  const strange = Array.from(text.slice(0, 2000)).filter((each) => each < "\t" || each === "\uFFFD");
  return text.includes("\0") || strange.length > 20;
}

/** Lines that tell how columns are parted. */
const TELLING = 50;

/** What parts columns; " " stands for any blanks. */
function separatorOf(lines: readonly string[]): string {
  const telling: string[] = [];
  for (const line of lines) {
    if (line.trim() !== "") telling.push(line.replaceAll(/"[^"]*"/g, "q").trim());
    if (telling.length === TELLING) break;
  }
  if (telling.some((line) => line.includes("\t"))) return "\t";
  if (telling.some((line) => line.includes(";"))) return ";";
  if (!telling.some((line) => line.includes(","))) return " ";
  if (telling.some((line) => /,\s|\s,/.test(line))) return ",";
  // Commas that touch digits on both sides may be decimal, where blanks part all columns.
  return telling.every((line) => /\S\s+\S/.test(line)) ? " " : ",";
}

function cellsOf(line: string, separator: string): string[] {
  if (line.includes('"')) return quotedCells(line, separator);
  if (separator === " ") return line.trim().split(/\s+/);
  const cells = line.split(separator);
  for (let i = 0; i < cells.length; i++) cells[i] = (cells[i] as string).trim();
  return cells;
}

/** By separator, the next cell of a line: what stands between quotes, or else what stands there, and the separator or the end. */
const QUOTED: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ["\t", ";", ",", " "].map((separator) => {
    const isBlank = separator === " ";
    const rest = isBlank ? '[^\\s"]\\S*' : `[^${separator}"][^${separator}]*`;
    const parts = isBlank ? "\\s+" : ` *${separator} *`;
    return [separator, new RegExp(` *(?:"((?:[^"]|"")*)"|(${rest})|)(${parts}|\\s*$)`, "y")];
  }),
);

/** Cells of a line in which some stand between quotes; two quotes within are one. */
function quotedCells(line: string, separator: string): string[] {
  const cells: string[] = [];
  const next = QUOTED[separator] as RegExp;
  next.lastIndex = 0;
  for (;;) {
    const at = next.lastIndex;
    const found = next.exec(line);
    // A quote that does not end: the line as it is.
    if (!found) return line.split(separator === " " ? /\s+/ : separator).map((cell) => cell.trim());
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? "").trim());
    if (next.lastIndex >= line.length) {
      if (found[3]?.includes(separator) && separator !== " ") cells.push("");
      return cells;
    }
    if (next.lastIndex === at) return cells;
  }
}
