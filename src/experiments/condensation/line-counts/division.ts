/** Many draws as runs of one network each, and on how many lines the neurons of each lie. Trains nothing. */
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import type { Division, Measurement } from "../../experiment.ts";
import { knownByDraw, medianOverDraws, partsByDraw } from "../draws.ts";
import type { Layer } from "../layerParameters.ts";

type Draws = Layer & { readonly draws: number };

export const division: Division<Draws> = {
  parts: ({ draws, ...layer }) => partsByDraw(layer, draws),
  join,
};

/** What is known of every draw, and once all are known, the medians and how many draws exceed the multiplicity. */
function join(
  reports: readonly (Measurement | null)[],
  { activation }: Draws,
): Pick<Measurement, "quantities" | "series"> {
  const lines = knownByDraw(reports, "lines");
  const most = multiplicityOf(activation)?.order;
  const [medianLines, medianLargestNeuron] = ["lines", "largestNeuron"].map((quantity) =>
    medianOverDraws(reports, quantity),
  );
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
      shareOnLines: Float64Array.from(knownByDraw(reports, "shareOnLines")),
      largestNeuron: Float64Array.from(knownByDraw(reports, "largestNeuron")),
    },
  };
}
