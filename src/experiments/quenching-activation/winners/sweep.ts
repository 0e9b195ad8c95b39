/** Many draws as runs of one network each, and in how many of them one neuron is activated. */
import { median } from "../../../math/statistics.ts";
import { partsOfDraws } from "../../draws.ts";
import type { ParametersOf, SeriesOf, Sweep } from "../../experiment.ts";
import { joinedSeries, type Lists } from "../../listed.ts";
import type { meta } from "./meta.ts";

/** The series, and once all networks are known, how many have one winner. */
export function together(
  series: Lists<SeriesOf<typeof meta>>,
  { draws }: Pick<ParametersOf<typeof meta>, "draws">,
) {
  const { activated, effectiveNeurons } = series;
  if (activated.length < draws) return { quantities: {}, series };
  const having = (least: number, most: number) =>
    activated.filter((count) => count >= least && count <= most).length;
  return {
    quantities: { single: having(1, 1), several: having(2, 3), medianEffective: median(effectiveNeurons) },
    series,
  };
}

export const sweep: Sweep<typeof meta> = {
  parts: partsOfDraws,
  join: (reports, parameters) =>
    together(joinedSeries(reports, ["activated", "effectiveNeurons", "test"]), parameters),
};
