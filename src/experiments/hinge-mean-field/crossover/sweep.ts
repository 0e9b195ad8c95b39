/** Many α as runs of one network each. */
import { growthAtHalf } from "../../../theory/hinge-mean-field/limits.ts";
import type { ParametersOf, SeriesOf, Sweep } from "../../experiment.ts";
import { joinedSeries, partsOf } from "../../listed.ts";
import { growingOf } from "../setting/parameters.ts";
import type { meta } from "./meta.ts";
import { settingAt } from "./setting.ts";

type Series = { readonly [name in SeriesOf<typeof meta>]: readonly number[] };

/** The series, and once all are known, how far they are from the theory. */
export function together(series: Series, parameters: ParametersOf<typeof meta>) {
  const { growth, movement } = series;
  const { halfDecades } = parameters;
  if (growth.length < halfDecades.length || !growth.every(Number.isFinite)) return { quantities: {}, series };
  const expected = halfDecades.map((each) => growthAtHalf(growingOf(settingAt(parameters, each))));
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
    return together({ scale: of("scale"), growth: of("growth"), movement: of("movement") }, parameters);
  },
};
