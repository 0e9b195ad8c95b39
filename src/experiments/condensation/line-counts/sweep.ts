/** Many draws as runs of one network each. */
import type { Sweep } from "../../experiment.ts";
import { joinedSeries, seedsOf } from "../setting/draws.ts";
import type { meta } from "./meta.ts";
import { together } from "./networks.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) =>
    seedsOf(seed, parameters.draws).map((own) => ({ parameters: { ...parameters, draws: 1 }, seed: own })),
  join: (reports, parameters) => {
    const networks = {
      lines: joinedSeries(reports, "lines"),
      shareOnLines: joinedSeries(reports, "shareOnLines"),
      largestNeuron: joinedSeries(reports, "largestNeuron"),
    };
    return together(networks, parameters);
  },
};
