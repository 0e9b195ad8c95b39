/** Many draws as runs of one network each, and what they come to together: on how many lines the neurons gather. */
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import { medianOfAll, partsOfDraws } from "../../draws.ts";
import type { ParametersOf, SeriesOf, Sweep } from "../../experiment.ts";
import { joinedSeries, type Lists } from "../../listed.ts";
import type { meta } from "./meta.ts";

/**
 * The series of meta.ts, as far as they are known, NaN for a network where one is not defined; and once all networks are known,
 * the medians and how many exceed the multiplicity.
 */
export function together(
  series: Lists<SeriesOf<typeof meta>>,
  { activation, draws }: ParametersOf<typeof meta>,
) {
  const most = multiplicityOf(activation)?.order;
  const medianLines = medianOfAll(series.lines, draws);
  const isJudged = medianLines !== undefined && most !== undefined;
  return {
    quantities: {
      medianLines,
      exceeding: isJudged ? series.lines.filter((count) => count > most).length : undefined,
      medianLargestNeuron: medianOfAll(series.largestNeuron, draws),
    },
    series,
  };
}

export const sweep: Sweep<typeof meta> = {
  parts: partsOfDraws,
  join: (reports, parameters) =>
    together(joinedSeries(reports, ["lines", "shareOnLines", "largestNeuron"]), parameters),
};
