/**
 * A map of cells over two axes, linear or logarithmic: where its cells are, its axes, and what it says of them in words.
 * What is drawn of it is in cellMarks.ts.
 */
import type { PlotOptions } from "@observablehq/plot";
import { grouped } from "./axes.ts";
import { inWords } from "./numbers.ts";
import type { Readable } from "./readout.ts";

export interface CellAxis {
  /** How it is called in a list of values: "γ". */
  readonly symbol: string;
  /** How it is called at the axis. */
  readonly label: string;
  readonly isLogarithmic?: boolean;
  /** Where the cells are, rising. */
  readonly at: readonly number[];
}

/** A number; null where a run has shown that there is none; undefined where nothing is run yet. */
export type CellValue = number | null | undefined;

export interface CellMap {
  readonly x: CellAxis;
  readonly y: CellAxis;
  /** Row by row from the bottom, x running. */
  readonly values: readonly CellValue[];
}

/** Different values of a list, rising: where the cells of an axis are, from the places of all of them. */
export function distinct(values: ArrayLike<number>): number[] {
  return [...new Set(Array.from(values))].sort((one, other) => one - other);
}

/** From the outer edge of the first cell to that of the last. A cell by itself takes one unit, or a factor of two. */
export function edgesOf({ at, isLogarithmic = false }: Omit<CellAxis, "symbol" | "label">): number[] {
  const [first, last] = [at[0] as number, at.at(-1) as number];
  const beyond = (from: number, neighbour: number | undefined, sign: number) => {
    if (isLogarithmic) return from * Math.sqrt(neighbour === undefined ? 2 ** sign : from / neighbour);
    return from + (neighbour === undefined ? sign : from - neighbour) / 2;
  };
  const between = at.slice(1).map((to, k) => middleOf(at[k] as number, to, isLogarithmic));
  return [beyond(first, at[1], -1), ...between, beyond(last, at.at(-2), 1)];
}

/** The middle between two places of an axis. */
export function middleOf(from: number, to: number, isLogarithmic = false): number {
  return isLogarithmic ? Math.sqrt(from * to) : (from + to) / 2;
}

/** From edge to edge of the outermost cells. */
export function domainOf(axis: CellAxis): [number, number] {
  const edges = edgesOf(axis);
  return [edges[0] as number, edges.at(-1) as number];
}

/** The axes of a plot, from edge to edge of the outermost cells, with ticks at cells. */
export function cellAxes({ x, y }: Pick<CellMap, "x" | "y">): Pick<PlotOptions, "x" | "y"> {
  return { x: axisOf(x, `${x.label} →`, x.isLogarithmic ? 5 : 9), y: axisOf(y, `↑ ${y.label}`, 9) };
}

function axisOf(axis: CellAxis, label: string, mostTicks: number) {
  const step = Math.ceil(axis.at.length / mostTicks);
  return {
    type: axis.isLogarithmic ? ("log" as const) : ("linear" as const),
    label,
    domain: domainOf(axis),
    ticks: axis.at.filter((_, k) => k % step === 0),
    tickFormat: placeInWords,
  };
}

function placeInWords(value: number): string {
  return value >= 1000 ? grouped(value) : inWords(value);
}

/** "γ 0.6, γ′ −0.4: S_w −0.41", or that the cell is not run yet, or `none` where there is no value. */
export function cellInWords(
  map: CellMap,
  cell: number,
  { symbol }: { readonly symbol: string },
  none: string,
): string {
  const value = map.values[cell];
  const what =
    value === undefined
      ? "not run yet"
      : value === null
        ? `${symbol} ${none}`
        : `${symbol} ${inWords(value, 2)}`;
  return `${cellName(map, cell)}: ${what}`;
}

/** "γ 0.6, γ′ −0.4". */
export function cellName(map: Pick<CellMap, "x" | "y">, cell: number): string {
  const place = placeOfCell(map, cell);
  return `${map.x.symbol} ${placeInWords(place.x)}, ${map.y.symbol} ${placeInWords(place.y)}`;
}

function placeOfCell({ x, y }: Pick<CellMap, "x" | "y">, cell: number): { x: number; y: number } {
  return { x: x.at[cell % x.at.length] as number, y: y.at[Math.floor(cell / x.at.length)] as number };
}

/** Pixels from the middle of a large cell to its corner. */
const CELL_REACH = 40;

/** All cells for a readout, row by row from the top, as one reads. */
export function readableCells(map: CellMap, words: (cell: number) => string): Readable[] {
  const columns = map.x.at.length;
  return map.values.map((_, k) => {
    const cell = (map.y.at.length - 1 - Math.floor(k / columns)) * columns + (k % columns);
    return { ...placeOfCell(map, cell), words: words(cell), reach: CELL_REACH };
  });
}
