/** Runs of a few widths at each point of a grid of the diagram: how they come apart and in which order. Trains nothing. */
import type { Part } from "../experiment.ts";
import type { Values } from "../parameters.ts";
import { coarseToFine, type GridPoint, gridOf, type Rectangle } from "./grid.ts";

export interface GridOfRuns extends Rectangle {
  /** Numbers of neurons in a half. */
  readonly widths: readonly number[];
}

/** One width at one point. */
export type OneRun = GridPoint & { readonly width: number };

/** Neurons that the making of a network and its journey between threads cost as much as. */
const WORK_OF_A_RUN = 500;

/** Where each part belongs: its point and width, by their places. The first two widths give a first picture. */
export function placesOf({ widths, ...rectangle }: GridOfRuns): { point: number; width: number }[] {
  const order = coarseToFine(gridOf(rectangle));
  const sketch = order.flatMap((point) => widths.slice(0, 2).map((_, width) => ({ point, width })));
  const rest = widths.slice(2).flatMap((_, k) => order.map((point) => ({ point, width: k + 2 })));
  return [...sketch, ...rest];
}

/** The runs, in the order of {@link placesOf}. */
export function partsOfGrid(grid: GridOfRuns): Part[] {
  const { points } = gridOf(grid);
  return placesOf(grid).map(({ point, width: k }) => {
    const width = grid.widths[k] as number;
    return {
      parameters: { ...(points[point] as GridPoint), width } satisfies OneRun as unknown as Values,
      work: width + WORK_OF_A_RUN,
    };
  });
}
