/** The gap as runs of one width each, and the line through what they measure. */
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Sweep } from "../../experiment.ts";
import { knownIn, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("widths", parameters, seed),
  join: (reports, { widths }) => {
    const { at, values } = knownIn(reports, widths, "gap");
    const slope = values.length < 2 ? undefined : fitPowerLaw(at, values).exponent;
    return { quantities: { gap: values.at(-1), slope }, series: { width: at, gap: values } };
  },
};
