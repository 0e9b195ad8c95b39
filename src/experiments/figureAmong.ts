/** Addresses of figures. */
import type { Experiment, FigureMeta } from "./experiment.ts";
import { paperOf } from "./paperOf.ts";

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
