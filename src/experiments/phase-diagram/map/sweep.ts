/** The map as runs of one width at one point each, and their combination. */
import type { Sweep } from "../../experiment.ts";
import type { DistanceName } from "../setting/exponents.ts";
import { axesOf, onGrid, partsOfGrid } from "../setting/grid.ts";
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
    const distances = (name: DistanceName) =>
      onGrid(grid, reports, ({ quantities }) => [quantities[name] ?? Number.NaN]);
    const series = {
      ...axesOf(grid),
      inputDistance: distances("inputDistance"),
      outputDistance: distances("outputDistance"),
      weightDistance: distances("weightDistance"),
    };
    const isComplete = series.weightDistance.every(Number.isFinite);
    return { quantities: isComplete ? judgeMap(series, grid.theory) : {}, series };
  },
};
