/** The width sweep as runs of one width each, and what they come to together. */
import { log } from "../../../math/elementary.ts";

import type { ParametersOf, SeriesOf, Sweep } from "../../experiment.ts";
import { joinedSeries, type Lists, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";
import { PUBLISHED_SWEEP } from "./published.ts";

/** The series of meta.ts, at the widths that are known. */
export type Known = Lists<SeriesOf<typeof meta>>;

const NAMES = ["width", "test", "twinTest", "pathNorm", "effectiveNeurons", "train", "movement"] as const;

/** The series, and once all widths are known, how their ends compare. */
export function together(known: Known, { widths }: Pick<ParametersOf<typeof meta>, "widths">) {
  const isWhole = known.width.length === widths.length;
  return { quantities: isWhole ? quantitiesOf(known) : {}, series: known };
}

function quantitiesOf({ width, test, twinTest, pathNorm, effectiveNeurons, train, movement }: Known) {
  const [first, last] = [
    (list: readonly number[]) => list[0] as number,
    (list: readonly number[]) => list.at(-1) as number,
  ];
  const inner = twinTest.slice(1, -1);
  return {
    firstTest: first(test),
    lastTest: last(test),
    rise: last(test) / first(test),
    firstPathNorm: first(pathNorm),
    lastPathNorm: last(pathNorm),
    toTwin: last(test) / last(twinTest),
    movement: last(movement),
    sharePerNeuron: last(effectiveNeurons) / last(width),
    resonance: inner.length > 0 ? Math.max(...inner) / Math.max(first(twinTest), last(twinTest)) : undefined,
    train: last(train),
    inBand: inBandOf(width, test.map(logarithm), PUBLISHED_SWEEP.logTest, PUBLISHED_SWEEP.logTestBand),
    twinInBand: inBandOf(
      width,
      twinTest.map(logarithm),
      PUBLISHED_SWEEP.logTwinTest,
      PUBLISHED_SWEEP.logTwinTestBand,
    ),
    pathInBand: inBandOf(width, pathNorm, PUBLISHED_SWEEP.pathNorm, PUBLISHED_SWEEP.pathNormBand),
  };
}

/** log₁₀. */
const logarithm = (value: number) => log(value) / Math.LN10;

/** Twice the published band, and as much again as a drawing can be read to: how far one seed may be from the curve. */
const allowed = (band: number) => 2 * band + 0.1;

/** At how many widths a value is as near to the published one as is allowed; undefined where a width was not published. */
function inBandOf(
  widths: readonly number[],
  values: readonly number[],
  published: readonly number[],
  bands: readonly number[],
): number | undefined {
  const places = widths.map((width) => (PUBLISHED_SWEEP.widths as readonly number[]).indexOf(width));
  if (places.includes(-1)) return undefined;
  const isIn = (place: number, k: number) =>
    Math.abs((values[k] as number) - (published[place] as number)) <= allowed(bands[place] as number);
  return places.filter(isIn).length;
}

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("widths", parameters, seed),
  join: (reports, parameters) => together(joinedSeries(reports, NAMES), parameters),
};
