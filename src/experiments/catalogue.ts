/** Descriptions of all experiments, a list of them a paper. A page that shows figures of one paper loads its list alone. */
import { EXPERIMENTS as condensation } from "./condensation/catalogue.ts";
import type { ExperimentMeta, FigureMeta } from "./experiment.ts";
import { figureAmong } from "./figureAmong.ts";
import { EXPERIMENTS as phaseDiagram } from "./phase-diagram/catalogue.ts";

export const EXPERIMENTS: readonly ExperimentMeta[] = [...condensation, ...phaseDiagram];

/** The description of an experiment. @throws RangeError for an unknown name. */
export function experimentNamed(id: string): ExperimentMeta {
  const meta = EXPERIMENTS.find((each) => each.id === id);
  if (!meta)
    throw new RangeError(
      `There is no experiment “${id}”; there are ${EXPERIMENTS.map((each) => each.id).join(", ")}.`,
    );
  return meta;
}

/** The figure with this address, and its experiment. @throws RangeError for an unknown one. */
export function figureNamed(name: string): { meta: ExperimentMeta; figure: FigureMeta } {
  return figureAmong(EXPERIMENTS, name);
}
