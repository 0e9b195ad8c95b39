/** Many α as runs of one network each. */
import type { ParametersOf, SeriesOf, Sweep } from "../../experiment.ts";
import { joinedSeries, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

type Series = { readonly [name in SeriesOf<typeof meta>]: readonly number[] };

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
  join: (reports, parameters) => {
    const of = (name: SeriesOf<typeof meta>) => joinedSeries(reports, name);
    return together(
      { scale: of("scale"), growth: of("growth"), movement: of("movement"), expected: of("expected") },
      parameters,
    );
  },
};
