/** On how many lines the neurons of some networks gather, network by network, and the summary over all of them. */
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import type { Measured, ParametersOf, QuantityOf, SeriesOf } from "../../experiment.ts";
import { medianOfAll } from "../setting/draws.ts";
import type { meta } from "./meta.ts";

/** The series of meta.ts, as far as they are known; NaN for a network where one is not defined. */
export type Networks = { readonly [name in SeriesOf<typeof meta>]: readonly number[] };

/** The series, and once all networks are known, the medians and how many exceed the multiplicity. */
export function together(
  { lines, shareOnLines, largestNeuron }: Networks,
  { activation, draws }: ParametersOf<typeof meta>,
): Measured<QuantityOf<typeof meta>, SeriesOf<typeof meta>> {
  const most = multiplicityOf(activation)?.order;
  const medianLines = medianOfAll(lines, draws);
  const medianLargestNeuron = medianOfAll(largestNeuron, draws);
  return {
    quantities: {
      ...(medianLines === undefined ? {} : { medianLines }),
      ...(medianLines === undefined || most === undefined
        ? {}
        : { exceeding: lines.filter((count) => count > most).length }),
      ...(medianLargestNeuron === undefined ? {} : { medianLargestNeuron }),
    },
    series: {
      lines: Float64Array.from(lines),
      shareOnLines: Float64Array.from(shareOnLines),
      largestNeuron: Float64Array.from(largestNeuron),
    },
  };
}
