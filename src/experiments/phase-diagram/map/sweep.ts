/** The map as runs of one width at one point each, and their combination. */
import type { Sweep } from "../../experiment.ts";
import { gridOf, partsOfGrid, placesOf } from "../setting/grid.ts";
import { judgeMap } from "./judgeMap.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  // A single point does not depend on what the map is compared with, nor on the distance of its points.
  parts: (grid, seed) => partsOfGrid({ ...grid, spacing: "0.1", theory: "diagram" }, grid, seed),
  /**
   * The distances of every point and width, as far as they are known, point by point (NaN where they are not); once all
   * are known, how the map compares with the theory.
   */
  join: (reports, grid) => {
    const { points } = gridOf(grid);
    const unknown = () => new Float64Array(points.length * grid.widths.length).fill(Number.NaN);
    const series = {
      gamma: Float64Array.from(points, ({ gamma }) => gamma),
      gammaPrime: Float64Array.from(points, ({ gammaPrime }) => gammaPrime),
      width: Float64Array.from(grid.widths),
      inputDistance: unknown(),
      outputDistance: unknown(),
      weightDistance: unknown(),
    };
    placesOf(grid).forEach(({ point, width }, k) => {
      for (const name of ["inputDistance", "outputDistance", "weightDistance"] as const)
        series[name][point * grid.widths.length + width] = reports[k]?.quantities[name] ?? Number.NaN;
    });
    const isComplete = series.weightDistance.every(Number.isFinite);
    return { quantities: isComplete ? judgeMap(series, grid.theory) : {}, series };
  },
};
