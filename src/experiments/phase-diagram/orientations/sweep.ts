/** Fig. 6 as runs of one width at one point each, and their combination. */
import { mean } from "../../../math/statistics.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import type { Sweep } from "../../experiment.ts";
import { gridOf, partsOfGrid, placesOf } from "../setting/grid.ts";
import { type Cells, DRAWN } from "./cells.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (grid, seed) => partsOfGrid({ ...grid, spacing: "0.1" }, grid, seed),
  /** NaN stands where nothing is known yet. */
  join: (reports, grid) => {
    const { points } = gridOf(grid);
    const networks = points.length * grid.widths.length;
    const unknown = (length: number) => new Float64Array(length).fill(Number.NaN);
    const series = {
      gamma: Float64Array.from(points, ({ gamma }) => gamma),
      gammaPrime: Float64Array.from(points, ({ gammaPrime }) => gammaPrime),
      width: Float64Array.from(grid.widths),
      effectiveOrientations: unknown(networks),
      amplitude: unknown(networks * DRAWN),
      orientation: unknown(networks * DRAWN),
    };
    placesOf(grid).forEach(({ point, width }, k) => {
      const at = point * grid.widths.length + width;
      series.effectiveOrientations[at] = reports[k]?.quantities.effectiveOrientations ?? Number.NaN;
      series.amplitude.set(reports[k]?.series.amplitude ?? [], at * DRAWN);
      series.orientation.set(reports[k]?.series.orientation ?? [], at * DRAWN);
    });
    const isComplete = grid.widths.length > 1 && series.effectiveOrientations.every(Number.isFinite);
    return { quantities: isComplete ? ratiosOf(series) : {}, series };
  },
};

/** Points as near to the boundary as this are on neither side of it: their γ is a decimal fraction, not a limit. */
const ON_BOUNDARY = 1e-6;

/** How the count of orientations changes from the smallest width to the largest, on average over each side. */
function ratiosOf({ gamma, gammaPrime, width, effectiveOrientations }: Cells): {
  linearRatio?: number;
  condensedRatio?: number;
} {
  const cells = Array.from(gamma, (at, point) => {
    const first = effectiveOrientations[point * width.length] as number;
    const last = effectiveOrientations[(point + 1) * width.length - 1] as number;
    return { distance: at - boundary(gammaPrime[point] as number), ratio: last / first };
  });
  const left = cells.filter(({ distance }) => distance < -ON_BOUNDARY).map(({ ratio }) => ratio);
  const right = cells.filter(({ distance }) => distance > ON_BOUNDARY).map(({ ratio }) => ratio);
  return {
    ...(left.length > 0 ? { linearRatio: mean(left) } : {}),
    ...(right.length > 0 ? { condensedRatio: mean(right) } : {}),
  };
}
