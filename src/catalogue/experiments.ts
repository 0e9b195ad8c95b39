/** Descriptions of all experiments, as they stand in the folders. A page that shows figures of one paper uses ofPapers.ts. */
import type { Experiment, FigureMeta, Meta } from "../experiments/experiment.ts";
import { FOUND } from "./found/experiments.ts";
import { figureAmong, named } from "./names.ts";

export const EXPERIMENTS: readonly Experiment[] = named(FOUND);

/** The description of an experiment. @throws RangeError for an unknown name. */
export function experimentNamed(id: string): Experiment {
  const found = EXPERIMENTS.find((each) => each.id === id);
  if (!found)
    throw new RangeError(
      `There is no experiment “${id}”; there are ${EXPERIMENTS.map((each) => each.id).join(", ")}.`,
    );
  return found;
}

/** The experiment whose folder has this description. @throws RangeError for one that is in no folder */
export function experimentWith(meta: Meta): Experiment {
  const found = Object.entries(FOUND).find(([, each]) => each === meta);
  if (!found)
    throw new RangeError(
      `The description “${meta.title}” stands in no meta.ts of a folder src/experiments/<paper>/<experiment>/.`,
    );
  return experimentNamed(found[0]);
}

/** The figure with this address, and its experiment. @throws RangeError for an unknown one. */
export function figureNamed(name: string): { meta: Experiment; figure: FigureMeta } {
  return figureAmong(EXPERIMENTS, name);
}
