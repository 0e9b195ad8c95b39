/** The same training by steps of several sizes as runs of one size each. Trains nothing: run.ts does. */
import type { Division, Measurement } from "../../experiment.ts";
import type { Values } from "../../parameters.ts";
import type { TrainedLayers } from "../trainedLayers.ts";

interface Refined {
  readonly gamma: number;
  readonly gammaPrime: number;
  readonly width: number;
  readonly trained: TrainedLayers;
  readonly refinements: readonly number[];
  readonly precision: "float32" | "float64";
}

/** One size of the steps. */
export type OneRefinement = Omit<Refined, "refinements"> & { readonly refinement: number };

export const division: Division<Refined> = {
  parts: ({ refinements, ...others }) =>
    refinements.map((refinement) => ({
      parameters: { ...others, refinement } satisfies OneRefinement as unknown as Values,
      work: refinement,
    })),
  join,
};

/** The drift at the finest step, and once all are known, that at the coarsest over it. */
function join(reports: readonly (Measurement | null)[]): Pick<Measurement, "quantities" | "series"> {
  const drifts = reports.map((report) => report?.quantities.drift);
  const [coarsest, finest] = [drifts[0], drifts.at(-1)];
  const ratio =
    reports.length < 2 || coarsest === undefined || finest === undefined
      ? {}
      : { driftRatio: coarsest / finest };
  return { quantities: { ...(finest === undefined ? {} : { drift: finest }), ...ratio }, series: {} };
}
