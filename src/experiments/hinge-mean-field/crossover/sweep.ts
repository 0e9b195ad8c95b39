/** Many α as runs of one network each. */
import type { ParametersOf, SeriesOf, Sweep } from "../../experiment.ts";
import { joinedSeries, type Lists, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

type Series = Lists<SeriesOf<typeof meta>>;

/** The series, and once all are known, how far they are from the theory. */
export function together(series: Series, { halfDecades }: ParametersOf<typeof meta>) {
  const { growth, movement, expected } = series;
  if (growth.length < halfDecades.length || !growth.every(Number.isFinite)) return { quantities: {}, series };
  return {
    quantities: {
      worst: Math.max(...growth.map((value, k) => Math.abs(value / (expected[k] as number) - 1))),
      firstMovement: movement[0],
      lastMovement: movement.at(-1),
    },
    series,
  };
}

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("halfDecades", parameters, seed),
  join: (reports, parameters) =>
    together(joinedSeries(reports, ["scale", "growth", "movement", "expected"]), parameters),
};
