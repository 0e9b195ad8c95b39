/** Fig. 3 of the paper as runs of one width each, and the line through what they measure. */
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Sweep } from "../../experiment.ts";
import { knownIn, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("widths", parameters, seed),
  /** RD by width, as far as it is known, and S_w of the least-squares line log RD ≈ S_w log m + constant. */
  join: (reports, parameters) => {
    const { at, values } = knownIn(reports, parameters.widths, "relativeDistance");
    const slope = values.length < 2 ? undefined : fitPowerLaw(at, values).exponent;
    return {
      quantities: { relativeDistance: values.at(-1), slope },
      series: { width: at, relativeDistance: values },
    };
  },
};
