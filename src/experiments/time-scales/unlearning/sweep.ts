/** Several widths as runs of one network each, and what the widest one comes to. */
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { ParametersOf, SeriesOf, Sweep } from "../../experiment.ts";
import { joinedSeries, type Lists, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

type Looks = Lists<Exclude<SeriesOf<typeof meta>, "fitTime">>;

/** What is left of the noise of the labels when it counts as fitted. */
const LEFT = 1 / 4;

/** All looks of all networks, and how the widest stands. */
export function together(
  looks: Looks,
  { widths, noise }: Pick<ParametersOf<typeof meta>, "widths" | "noise">,
) {
  const widest = Math.max(...widths);
  const of = (name: keyof Looks, width = widest) =>
    looks[name].filter((_, look) => looks.width[look] === width);
  const [test, train, alignment] = [of("test"), of("train"), of("alignment")];
  const fitted = widths.map((width) => {
    const look = of("train", width).findIndex((error) => error <= (LEFT * noise * noise) / 2);
    return of("time", width)[look] ?? Number.NaN;
  });
  const last = test.at(-1);
  if (last === undefined) return { quantities: {}, series: looks };
  const [least, peak] = [Math.min(...test), Math.max(...alignment)];
  return {
    quantities: {
      least,
      last,
      rise: last / least,
      train: train.at(-1),
      peak,
      exponent:
        noise > 0 && widths.length > 1 && fitted.every(Number.isFinite)
          ? fitPowerLaw(widths, fitted).exponent
          : undefined,
      kept: (alignment.at(-1) as number) / peak,
    },
    series: { ...looks, fitTime: fitted },
  };
}

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("widths", parameters, seed),
  join: (reports, parameters) =>
    together(joinedSeries(reports, ["width", "time", "test", "train", "alignment"]), parameters),
};
