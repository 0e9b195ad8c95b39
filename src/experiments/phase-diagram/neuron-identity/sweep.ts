/** The same training by steps of several sizes as runs of one size each. */
import type { Sweep } from "../../experiment.ts";
import { partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("refinements", parameters, seed),
  /** The drift at the finest step, and once all are known, that at the coarsest over it. */
  join: (reports) => {
    const drifts = reports.map((report) => report?.quantities.drift);
    const [coarsest, finest] = [drifts[0], drifts.at(-1)];
    const isWhole = reports.length > 1 && coarsest !== undefined && finest !== undefined;
    return { quantities: { drift: finest, driftRatio: isWhole ? coarsest / finest : undefined } };
  },
};
