/** The drawing of each experiment, loaded when asked for: the one import that brings Observable Plot along. */
import type { Drawing } from "../plots/view.ts";

const DRAWINGS: Readonly<Record<string, () => Promise<{ drawing: Drawing }>>> = {
  "condensation/direction-field": () => import("./condensation/direction-field/plot.ts"),
  "condensation/layer": () => import("./condensation/layer/plot.ts"),
  "condensation/line-counts": () => import("./condensation/line-counts/plot.ts"),
  "condensation/low-frequency": () => import("./condensation/low-frequency/plot.ts"),
  "condensation/one-line": () => import("./condensation/one-line/plot.ts"),
  "condensation/polynomial": () => import("./condensation/polynomial/plot.ts"),
  "condensation/two-lines": () => import("./condensation/two-lines/plot.ts"),
  "phase-diagram/digit-neurons": () => import("./phase-diagram/digit-neurons/plot.ts"),
  "phase-diagram/digits": () => import("./phase-diagram/digits/plot.ts"),
  "phase-diagram/map": () => import("./phase-diagram/map/plot.ts"),
  "phase-diagram/orientations": () => import("./phase-diagram/orientations/plot.ts"),
  "phase-diagram/own-data": () => import("./phase-diagram/own-data/plot.ts"),
  "phase-diagram/regimes": () => import("./phase-diagram/regimes/plot.ts"),
  "phase-diagram/relative-distance": () => import("./phase-diagram/relative-distance/plot.ts"),
};

/** The drawing of an experiment. @throws RangeError for an unknown name. */
export async function drawingOf(experiment: string): Promise<Drawing> {
  const load = Object.hasOwn(DRAWINGS, experiment) ? DRAWINGS[experiment] : undefined;
  if (!load) throw new RangeError(`Nothing draws the experiment “${experiment}”.`);
  return (await load()).drawing;
}
