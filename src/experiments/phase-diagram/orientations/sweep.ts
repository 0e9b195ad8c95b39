/** Fig. 6 as runs of one width at one point each, and their combination. */
import { mean } from "../../../math/statistics.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import type { Sweep } from "../../experiment.ts";
import { axesOf, onGrid, partsOfGrid } from "../setting/grid.ts";
import { DRAWN, type meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (grid, seed) => partsOfGrid({ ...grid, spacing: "0.1" }, grid, seed),
  /** NaN stands where nothing is known yet. */
  join: (reports, grid) => {
    const series = {
      ...axesOf(grid),
      effectiveOrientations: onGrid(grid, reports, ({ quantities }) => [quantities.effectiveOrientations]),
      amplitude: onGrid(grid, reports, ({ series: { amplitude } }) => amplitude, DRAWN),
      orientation: onGrid(grid, reports, ({ series: { orientation } }) => orientation, DRAWN),
    };
    const isComplete = grid.widths.length > 1 && series.effectiveOrientations.every(Number.isFinite);
    return { quantities: isComplete ? ratiosOf(series) : {}, series };
  },
};

/** Points as near to the boundary as this are on neither side of it: their γ is a decimal fraction, not a limit. */
const ON_BOUNDARY = 1e-6;

type Known = "gamma" | "gammaPrime" | "width" | "effectiveOrientations";

/** How the count of orientations changes from the smallest width to the largest, on average over each side. */
function ratiosOf(known: Readonly<Record<Known, ArrayLike<number>>>) {
  const { gamma, gammaPrime, width, effectiveOrientations } = known;
  const cells = Array.from(gamma, (at, point) => {
    const first = effectiveOrientations[point * width.length] as number;
    const last = effectiveOrientations[(point + 1) * width.length - 1] as number;
    return { distance: at - boundary(gammaPrime[point] as number), ratio: last / first };
  });
  const left = cells.filter(({ distance }) => distance < -ON_BOUNDARY).map(({ ratio }) => ratio);
  const right = cells.filter(({ distance }) => distance > ON_BOUNDARY).map(({ ratio }) => ratio);
  return {
    linearRatio: left.length > 0 ? mean(left) : undefined,
    condensedRatio: right.length > 0 ? mean(right) : undefined,
  };
}
