/** A cell of the plane as settings of the figure in which one network is watched while it trains. */
import type { Experiment } from "../../../src/experiments/experiment.ts";
import { ParameterError, type Values } from "../../../src/experiments/parameters.ts";
import { rateOf } from "../../../src/experiments/quenching-activation/plane/meta.ts";
import type { Scaling } from "../../../src/experiments/quenching-activation/setting/network.ts";
import { valuesFor } from "../../../src/experiments/request.ts";

/** The settings; null where the figure does not take them. */
export function watchedAt(watched: Experiment, cell: Values): Values | null {
  const [width] = cell.widths as readonly number[];
  const [samples] = cell.sampleSizes as readonly number[];
  const { inputs, target, teachers, scaling, duration, rate } = cell;
  const own = rateOf({ scaling: scaling as Scaling, rate: rate as number }, width as number);
  const settings = { width, samples, inputs, target, teachers, scaling, duration, rate: Math.min(2, own) };
  const controls = watched.figures.flatMap((figure) => figure.controls);
  if (target === "own" && !controls.includes("angles")) return null;
  try {
    valuesFor(watched, settings as Values);
    return settings as Values;
  } catch (error) {
    if (error instanceof ParameterError) return null;
    throw error;
  }
}
