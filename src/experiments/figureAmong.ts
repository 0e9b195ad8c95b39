/** Addresses of figures. */
import type { ExperimentMeta, FigureMeta } from "./experiment.ts";

/** Address of a figure: "<paper>/<figure>". */
export function figureName(meta: Pick<ExperimentMeta, "id">, figure: Pick<FigureMeta, "id">): string {
  return `${meta.id.slice(0, meta.id.indexOf("/"))}/${figure.id}`;
}

/** The figure with this address, and its experiment. @throws RangeError for an unknown one. */
export function figureAmong(
  experiments: readonly ExperimentMeta[],
  name: string,
): { meta: ExperimentMeta; figure: FigureMeta } {
  for (const meta of experiments) {
    const figure = meta.figures.find((each) => figureName(meta, each) === name);
    if (figure) return { meta, figure };
  }
  throw new RangeError(`There is no figure “${name}”.`);
}
