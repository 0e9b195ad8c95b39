/** A rectangle of points (γ, γ′), the runs of a few widths at each, and the order in which they should be run. */
import { coarseToFine } from "../../coarseToFine.ts";
import type { Measured, Part } from "../../experiment.ts";
import { edgesAt } from "./coordinates.ts";

export interface Rectangle {
  readonly gammaFrom: number;
  readonly gammaTo: number;
  readonly gammaPrimeFrom: number;
  readonly gammaPrimeTo: number;
  /** Distance of neighbours in both directions. */
  readonly spacing: string;
}

export interface GridPoint {
  readonly gamma: number;
  readonly gammaPrime: number;
}

/** Rising values of both coordinates, and the points row by row, γ running. */
export interface Grid {
  readonly gammas: readonly number[];
  readonly gammaPrimes: readonly number[];
  readonly points: readonly GridPoint[];
}

/** From one number to another in equal steps, at least the first; each the decimal number that it is meant to be. */
function ticks(from: number, to: number, step: number): number[] {
  const count = Math.max(0, Math.floor((to - from) / step + 1e-6)) + 1;
  return Array.from({ length: count }, (_, k) => Number((from + k * step).toFixed(6)));
}

export function gridOf({ gammaFrom, gammaTo, gammaPrimeFrom, gammaPrimeTo, spacing }: Rectangle): Grid {
  const gammas = ticks(gammaFrom, gammaTo, Number(spacing));
  const gammaPrimes = ticks(gammaPrimeFrom, gammaPrimeTo, Number(spacing));
  const points = gammaPrimes.flatMap((gammaPrime) => gammas.map((gamma) => ({ gamma, gammaPrime })));
  return { gammas, gammaPrimes, points };
}

export interface GridOfRuns extends Rectangle {
  /** Numbers of neurons in a half. */
  readonly widths: readonly number[];
}

/** Where each part belongs: its point and width, by their places. The first two widths give a first picture. */
export function placesOf({ widths, ...rectangle }: GridOfRuns): { point: number; width: number }[] {
  const { gammas, gammaPrimes } = gridOf(rectangle);
  const order = coarseToFine(gammas.length, gammaPrimes.length);
  const sketch = order.flatMap((point) => widths.slice(0, 2).map((_, width) => ({ point, width })));
  const rest = widths.slice(2).flatMap((_, k) => order.map((point) => ({ point, width: k + 2 })));
  return [...sketch, ...rest];
}

/** The runs of one width at one point each, in the order of {@link placesOf}; what else they are given is in `others`. */
export function partsOfGrid<V extends GridOfRuns>(others: V, grid: GridOfRuns, seed: number): Part<V>[] {
  const { points } = gridOf(grid);
  return placesOf(grid).map(({ point, width }) => {
    const parameters = {
      ...others,
      ...edgesAround(points[point] as GridPoint),
      widths: [grid.widths[width] as number],
    };
    return { parameters, seed };
  });
}

/** The rectangle that is one point. */
export function edgesAround({ gamma, gammaPrime }: GridPoint) {
  return edgesAt([gamma, gamma], [gammaPrime, gammaPrime]);
}

/** What is known of a grid from the reports of its parts: where its points are, and its widths. */
export function axesOf({ widths, ...rectangle }: GridOfRuns) {
  const { points } = gridOf(rectangle);
  return {
    gamma: Float64Array.from(points, ({ gamma }) => gamma),
    gammaPrime: Float64Array.from(points, ({ gammaPrime }) => gammaPrime),
    width: Float64Array.from(widths),
  };
}

/** Numbers of every part, `length` of each, point by point and width by width; NaN where nothing is known yet. */
export function onGrid<Report extends Measured>(
  grid: GridOfRuns,
  reports: readonly (Report | null)[],
  numbersOf: (report: Report) => ArrayLike<number | undefined> | undefined,
  length = 1,
): Float64Array {
  const places = placesOf(grid);
  const numbers = new Float64Array(places.length * length).fill(Number.NaN);
  places.forEach(({ point, width }, k) => {
    const report = reports[k];
    const known = Array.from((report && numbersOf(report)) ?? [], (number) => number ?? Number.NaN);
    numbers.set(known, (point * grid.widths.length + width) * length);
  });
  return numbers;
}
