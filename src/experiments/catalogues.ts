/** The catalogue of each paper, loaded when a page shows its figures. */
import type { ExperimentMeta } from "./experiment.ts";

const CATALOGUES: Readonly<Record<string, () => Promise<{ EXPERIMENTS: readonly ExperimentMeta[] }>>> = {
  condensation: () => import("./condensation/catalogue.ts"),
  "phase-diagram": () => import("./phase-diagram/catalogue.ts"),
};

/** Descriptions of the experiments of some papers. @throws RangeError for a paper that has none. */
export async function experimentsOf(papers: Iterable<string>): Promise<readonly ExperimentMeta[]> {
  const lists = [...new Set(papers)].map(async (paper) => {
    const load = Object.hasOwn(CATALOGUES, paper) ? CATALOGUES[paper] : undefined;
    if (!load) throw new RangeError(`There are no experiments on “${paper}”.`);
    return (await load()).EXPERIMENTS;
  });
  return (await Promise.all(lists)).flat();
}
