/** What runs each experiment, loaded when asked for: the one import that brings the engine along. */
import type { Run } from "./experiment.ts";

// Each run takes the values of its own parameters; here they are only known as some values, checked at the edge.
const RUNS: Readonly<Record<string, () => Promise<{ run: unknown }>>> = {
  "condensation/conservation": () => import("./condensation/conservation/run.ts"),
  "condensation/direction-field": () => import("./condensation/direction-field/run.ts"),
  "condensation/layer": () => import("./condensation/layer/run.ts"),
  "condensation/line-counts": () => import("./condensation/line-counts/run.ts"),
  "condensation/low-frequency": () => import("./condensation/low-frequency/run.ts"),
  "condensation/one-line": () => import("./condensation/one-line/run.ts"),
  "condensation/polynomial": () => import("./condensation/polynomial/run.ts"),
  "condensation/root-count": () => import("./condensation/root-count/run.ts"),
  "condensation/two-lines": () => import("./condensation/two-lines/run.ts"),
  "phase-diagram/map": () => import("./phase-diagram/map/run.ts"),
  "phase-diagram/orientations": () => import("./phase-diagram/orientations/run.ts"),
  "phase-diagram/own-data": () => import("./phase-diagram/own-data/run.ts"),
  "phase-diagram/digit-neurons": () => import("./phase-diagram/digit-neurons/run.ts"),
  "phase-diagram/digits": () => import("./phase-diagram/digits/run.ts"),
  "phase-diagram/decay": () => import("./phase-diagram/decay/run.ts"),
  "phase-diagram/neuron-identity": () => import("./phase-diagram/neuron-identity/run.ts"),
  "phase-diagram/regimes": () => import("./phase-diagram/regimes/run.ts"),
  "phase-diagram/relative-distance": () => import("./phase-diagram/relative-distance/run.ts"),
  "phase-diagram/rescaling": () => import("./phase-diagram/rescaling/run.ts"),
  "phase-diagram/sharpening": () => import("./phase-diagram/sharpening/run.ts"),
};

/** The run of an experiment. @throws RangeError for an unknown name. */
export async function runOf(id: string): Promise<Run> {
  const load = Object.hasOwn(RUNS, id) ? RUNS[id] : undefined;
  if (!load)
    throw new RangeError(`There is no experiment “${id}”; there are ${Object.keys(RUNS).join(", ")}.`);
  return (await load()).run as Run;
}
