/** Many networks as runs of one each: all widths of the first seed, then of the next. */
import { mean } from "../../../math/statistics.ts";
import { errorOfScatter, scatterOf } from "../../../theory/hinge-mean-field/limits.ts";
import { partsOfDraws } from "../../draws.ts";
import type { ParametersOf, SeriesOf, Sweep } from "../../experiment.ts";
import { joinedSeries, type Lists, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

type Series = Lists<SeriesOf<typeof meta>>;

/** The series, and once all networks are known, their mean errors beside the theory. */
export function together(series: Series, { widths, draws, growth, inputs }: ParametersOf<typeof meta>) {
  const { width, test } = series;
  if (test.length < widths.length * draws) return { quantities: {}, series };
  const errorAt = (wanted: number) => mean(test.filter((_, k) => width[k] === wanted));
  const [first, last] = [widths[0] as number, widths.at(-1) as number];
  return {
    quantities: {
      firstRatio: errorAt(first) / errorOfScatter(scatterOf(growth, inputs, first)),
      fall: errorAt(first) / errorAt(last),
    },
    series,
  };
}

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) =>
    partsOfDraws(parameters, seed).flatMap((draw) => partsOf("widths", draw.parameters, draw.seed)),
  join: (reports, parameters) => together(joinedSeries(reports, ["width", "growth", "test"]), parameters),
};
