/** The descriptions of some papers' experiments that have figures, loaded when a page shows these. */
import type { Experiment } from "../experiments/experiment.ts";
import { FOUND } from "./found/papers.ts";
import { named } from "./names.ts";

/** @throws RangeError for a paper that has none. */
export async function experimentsOf(papers: Iterable<string>): Promise<readonly Experiment[]> {
  const lists = [...new Set(papers)].map(async (paper) => {
    const load = Object.hasOwn(FOUND, paper) ? FOUND[paper] : undefined;
    if (!load)
      throw new RangeError(
        `There are no experiments on “${paper}”; there are some on ${Object.keys(FOUND).join(", ")}.`,
      );
    return named((await load()).FOUND);
  });
  return (await Promise.all(lists)).flat();
}
