/** The drift as runs of one step size each, and the line through what they measure. */
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Sweep } from "../../experiment.ts";
import { knownIn, partsOf } from "../../listed.ts";
import { timeStepOf } from "../setting/workload.ts";
import { type meta, rateAfter } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("halvings", parameters, seed),
  join: (reports, { width, rate, halvings }) => {
    const { at, values } = knownIn(reports, halvings, "drift");
    const step = at.map((halving) => timeStepOf(width, rateAfter(rate, halving)));
    const exponent = values.length < 2 ? undefined : fitPowerLaw(step, values).exponent;
    return { quantities: { drift: values[0], exponent }, series: { step, drift: values } };
  },
};
