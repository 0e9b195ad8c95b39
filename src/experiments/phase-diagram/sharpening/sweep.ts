/** Fig. 6 of the paper as runs of one width each, and how much narrower the spread of orientations gets. */
import type { Sweep } from "../../experiment.ts";
import { knownIn, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("widths", parameters, seed),
  /** Effective orientations by width, as far as they are known, and once all are, the last over the first. */
  join: (reports, { widths }) => {
    const { at, values } = knownIn(reports, widths, "effectiveOrientations");
    const [first, last] = [values[0], values.at(-1)];
    const isWhole = values.length === widths.length && first !== undefined && last !== undefined;
    return {
      quantities: { effectiveOrientations: last, ratio: isWhole ? last / first : undefined },
      series: { width: at, effectiveOrientations: values },
    };
  },
};
