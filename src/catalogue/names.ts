/** Names: an experiment's, a claim's and a figure's begin with their paper, "<paper>/<its own>". */
import type { Experiment, FigureMeta, Meta } from "../experiments/experiment.ts";

/** The paper that something is about: what stands before the stroke of its name. */
export function paperOf({ id }: { readonly id: string }): string {
  return id.slice(0, id.indexOf("/"));
}

/** Where the figures of a paper stand, below the address of the site: in its companion, or in the laboratory. */
export function pageOf(paper: string): string {
  return paper === "laboratory" ? "lab/" : `${paper}/`;
}

/** Descriptions with the names that their folders give them. */
export function named(found: Readonly<Record<string, Meta>>): readonly Experiment[] {
  return Object.entries(found).map(([id, meta]) => ({ ...meta, id }));
}

/** Address of a figure: "<paper>/<figure>". */
export function figureName(meta: Pick<Experiment, "id">, figure: Pick<FigureMeta, "id">): string {
  return `${paperOf(meta)}/${figure.id}`;
}

/** The figure with this address, and its experiment. @throws RangeError for an unknown one. */
export function figureAmong(
  experiments: readonly Experiment[],
  name: string,
): { meta: Experiment; figure: FigureMeta } {
  for (const meta of experiments) {
    const figure = meta.figures.find((each) => figureName(meta, each) === name);
    if (figure) return { meta, figure };
  }
  throw new RangeError(`There is no figure “${name}”.`);
}
