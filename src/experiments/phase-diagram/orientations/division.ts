/** Fig. 6 as runs of one width at one point each, and what they come to together. Trains nothing: run.ts does. */
import { mean } from "../../../math/statistics.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import type { Division, Measurement } from "../../experiment.ts";
import { gridOf } from "../grid.ts";
import { type GridOfRuns, partsOfGrid, placesOf } from "../gridOfRuns.ts";

/** Neurons that are drawn of each network: the tallest in each of so many directions. */
export const DRAWN = 72;

/** What is known of the cells: DRAWN neurons of each cell and width, cell by cell, and a count of orientations of each. */
export interface Cells {
  readonly gamma: ArrayLike<number>;
  readonly gammaPrime: ArrayLike<number>;
  readonly width: ArrayLike<number>;
  readonly effectiveOrientations: ArrayLike<number>;
  readonly amplitude: ArrayLike<number>;
  readonly orientation: ArrayLike<number>;
}

/** NaN stands where nothing is known yet. */
function join(
  reports: readonly (Measurement | null)[],
  grid: GridOfRuns,
): Pick<Measurement, "quantities" | "series"> {
  const { points } = gridOf(grid);
  const networks = points.length * grid.widths.length;
  const effectiveOrientations = new Float64Array(networks).fill(Number.NaN);
  const neurons = {
    amplitude: new Float64Array(networks * DRAWN).fill(Number.NaN),
    orientation: new Float64Array(networks * DRAWN).fill(Number.NaN),
  };
  placesOf(grid).forEach(({ point, width }, k) => {
    const at = point * grid.widths.length + width;
    effectiveOrientations[at] = reports[k]?.quantities.effectiveOrientations ?? Number.NaN;
    neurons.amplitude.set(reports[k]?.series.amplitude ?? [], at * DRAWN);
    neurons.orientation.set(reports[k]?.series.orientation ?? [], at * DRAWN);
  });
  const series = {
    gamma: Float64Array.from(points, ({ gamma }) => gamma),
    gammaPrime: Float64Array.from(points, ({ gammaPrime }) => gammaPrime),
    width: Float64Array.from(grid.widths),
    effectiveOrientations,
    ...neurons,
  };
  const isComplete = grid.widths.length > 1 && reports.every((report) => report?.finished);
  return { quantities: isComplete ? ratiosOf(series) : {}, series };
}

/** Points as near to the boundary as this are on neither side of it: their γ is a decimal fraction, not a limit. */
const ON_BOUNDARY = 1e-6;

/** How the count of orientations changes from the smallest width to the largest, on average over each side. */
function ratiosOf({ gamma, gammaPrime, width, effectiveOrientations }: Cells): Record<string, number> {
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

export const division: Division<GridOfRuns> = { parts: partsOfGrid, join };
