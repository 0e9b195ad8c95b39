/** The drawing of each experiment, loaded when asked for: the one import that brings Observable Plot along. */
import type { Drawing } from "../experiments/drawing/drawing.ts";
import { FOUND } from "./found/drawings.ts";

/** @throws RangeError for an experiment that nothing draws. */
export async function drawingOf(experiment: string): Promise<Drawing> {
  const load = Object.hasOwn(FOUND, experiment) ? FOUND[experiment] : undefined;
  if (!load)
    throw new RangeError(
      `src/experiments/${experiment}/plot.ts is missing: it draws the figures that meta.ts beside it declares.`,
    );
  return (await load()).drawing;
}
