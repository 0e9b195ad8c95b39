/** The map as runs of one width at one point each, and what they come to together. Trains nothing: run.ts does. */
import type { Division, Measurement, Part } from "../../experiment.ts";
import type { Values } from "../../parameters.ts";
import { coarseToFine, type GridPoint, gridOf, type Rectangle } from "./grid.ts";
import { judgeMap, type Theory } from "./judgeMap.ts";

export interface MapParameters extends Rectangle {
  /** Numbers of neurons in a half. */
  readonly widths: readonly number[];
  readonly theory: Theory;
}

/** One width at one point. */
export type OneRun = GridPoint & { readonly width: number };

/** Neurons that the making of a network and its journey between threads cost as much as. */
const WORK_OF_A_RUN = 500;

/** Where each part belongs: its point and width, by their places. The first two widths give a first picture. */
function places({ widths, ...rectangle }: MapParameters): { point: number; width: number }[] {
  const order = coarseToFine(gridOf(rectangle));
  const sketch = order.flatMap((point) => widths.slice(0, 2).map((_, width) => ({ point, width })));
  const rest = widths.slice(2).flatMap((_, k) => order.map((point) => ({ point, width: k + 2 })));
  return [...sketch, ...rest];
}

function parts(parameters: MapParameters): Part[] {
  const { points } = gridOf(parameters);
  return places(parameters).map(({ point, width: k }) => {
    const width = parameters.widths[k] as number;
    return {
      parameters: { ...(points[point] as GridPoint), width } satisfies OneRun as unknown as Values,
      work: width + WORK_OF_A_RUN,
    };
  });
}

/**
 * The distances of every point and width, as far as they are known, point by point (NaN where they are not); once all
 * are known, how the map compares with the theory.
 */
function join(
  reports: readonly (Measurement | null)[],
  parameters: MapParameters,
): Pick<Measurement, "quantities" | "series"> {
  const { points } = gridOf(parameters);
  const { widths } = parameters;
  const unknown = () => new Float64Array(points.length * widths.length).fill(Number.NaN);
  const distances = { inputDistance: unknown(), outputDistance: unknown(), weightDistance: unknown() };
  places(parameters).forEach(({ point, width }, k) => {
    for (const [name, values] of Object.entries(distances))
      values[point * widths.length + width] = reports[k]?.quantities[name] ?? Number.NaN;
  });
  const series = {
    gamma: Float64Array.from(points, ({ gamma }) => gamma),
    gammaPrime: Float64Array.from(points, ({ gammaPrime }) => gammaPrime),
    width: Float64Array.from(widths),
    ...distances,
  };
  const isComplete = reports.every((report) => report?.finished);
  return { quantities: isComplete ? judgeMap(series, parameters.theory) : {}, series };
}

export const division: Division<MapParameters> = { parts, join };
