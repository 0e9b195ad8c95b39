/** Draws at two frequencies as runs of one network at one frequency each. */
import type { Sweep } from "../../experiment.ts";
import { joinedSeries, seedsOf } from "../setting/draws.ts";
import type { meta } from "./meta.ts";
import { compared, frequenciesOf } from "./networks.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) =>
    frequenciesOf(parameters).flatMap((frequency) =>
      seedsOf(seed, parameters.draws).map((own) => ({
        parameters: { ...parameters, low: frequency, high: frequency, draws: 1 },
        seed: own,
      })),
    ),
  join: (reports, { draws }) =>
    compared(
      joinedSeries(reports.slice(0, draws), "low"),
      joinedSeries(reports.slice(-draws), "high"),
      draws,
    ),
};
