/** The map as runs of one width at one point each, and what they come to together. Trains nothing: run.ts does. */
import type { Division, Measurement } from "../../experiment.ts";
import { gridOf } from "../grid.ts";
import { type GridOfRuns, partsOfGrid, placesOf } from "../gridOfRuns.ts";
import { judgeMap, type Theory } from "./judgeMap.ts";

export interface MapParameters extends GridOfRuns {
  readonly theory: Theory;
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
  placesOf(parameters).forEach(({ point, width }, k) => {
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

export const division: Division<MapParameters> = { parts: partsOfGrid, join };
