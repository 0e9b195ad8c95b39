/** Draws at two frequencies as runs of one network at one frequency each, and how the numbers of lines compare. */

import { medianOfAll, partsOfDraws } from "../../draws.ts";
import type { Sweep } from "../../experiment.ts";
import { joinedSeries } from "../../listed.ts";
import type { meta } from "./meta.ts";

/** The frequencies, each once. */
export function frequenciesOf({ low, high }: { readonly low: number; readonly high: number }): number[] {
  return [...new Set([low, high])];
}

/** The lines of each network as far as they are known, and once all are, their medians. */
export function compared(low: readonly number[], high: readonly number[], draws: number) {
  const [medianLow, medianHigh] = [medianOfAll(low, draws), medianOfAll(high, draws)];
  const areKnown = medianLow !== undefined && medianHigh !== undefined;
  return {
    quantities: areKnown ? { difference: medianLow - medianHigh, medianLow, medianHigh } : {},
    series: { low, high },
  };
}

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) =>
    frequenciesOf(parameters).flatMap((frequency) =>
      partsOfDraws({ ...parameters, low: frequency, high: frequency }, seed),
    ),
  join: (reports, { draws }) =>
    compared(
      joinedSeries(reports.slice(0, draws), ["low"]).low,
      joinedSeries(reports.slice(-draws), ["high"]).high,
      draws,
    ),
};
