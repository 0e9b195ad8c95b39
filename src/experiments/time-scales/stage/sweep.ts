/** A stage at several ε as runs of one each, and how its width shrinks. */
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Sweep } from "../../experiment.ts";
import { joinedSeries, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("decades", parameters, seed),
  join: (reports) => {
    const series = joinedSeries(reports, ["epsilon", "centre", "width"]);
    const { epsilon, centre, width } = series;
    const widthExponent =
      epsilon.length < 2 ? undefined : fitPowerLaw(epsilon.slice(-2), width.slice(-2)).exponent;
    return { quantities: { widthExponent, centre: centre.at(-1) }, series };
  },
};
