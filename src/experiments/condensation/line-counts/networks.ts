/** On how many lines the neurons of some networks gather, network by network, and the summary over all of them. */
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import type { ParametersOf, SeriesOf } from "../../experiment.ts";
import { medianOfAll } from "../setting/draws.ts";
import type { meta } from "./meta.ts";

/** The series of meta.ts, as far as they are known; NaN for a network where one is not defined. */
export type Networks = { readonly [name in SeriesOf<typeof meta>]: readonly number[] };

/** The series, and once all networks are known, the medians and how many exceed the multiplicity. */
export function together(networks: Networks, { activation, draws }: ParametersOf<typeof meta>) {
  const most = multiplicityOf(activation)?.order ?? Number.NaN;
  const medianLines = medianOfAll(networks.lines, draws);
  const isJudged = medianLines !== undefined && !Number.isNaN(most);
  return {
    quantities: {
      medianLines,
      exceeding: isJudged ? networks.lines.filter((count) => count > most).length : undefined,
      medianLargestNeuron: medianOfAll(networks.largestNeuron, draws),
    },
    series: networks,
  };
}
