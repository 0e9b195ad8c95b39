/** Draws at two frequencies as runs of one network each, and how their numbers of lines compare. Trains nothing. */
import type { Division, Measurement } from "../../experiment.ts";
import { knownByDraw, medianOverDraws, partsByDraw } from "../draws.ts";
import type { Layer } from "../layerParameters.ts";

type TwoFrequencies = Omit<Layer, "frequency"> & {
  readonly low: number;
  readonly high: number;
  readonly draws: number;
};

export const division: Division<TwoFrequencies> = {
  parts: ({ low, high, draws, ...layer }) =>
    [low, high].flatMap((frequency) => partsByDraw({ ...layer, frequency }, draws)),
  join,
};

function join(
  reports: readonly (Measurement | null)[],
  { draws }: TwoFrequencies,
): Pick<Measurement, "quantities" | "series"> {
  const [atLow, atHigh] = [reports.slice(0, draws), reports.slice(draws)];
  const [medianLow, medianHigh] = [medianOverDraws(atLow, "lines"), medianOverDraws(atHigh, "lines")];
  return {
    quantities:
      medianLow === undefined || medianHigh === undefined
        ? {}
        : { difference: medianLow - medianHigh, medianLow, medianHigh },
    series: {
      low: Float64Array.from(knownByDraw(atLow, "lines")),
      high: Float64Array.from(knownByDraw(atHigh, "lines")),
    },
  };
}
