/** Draws the network of the laboratory: what it learns, how its risk falls, and what each lens sees of it. */
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Point, strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { type Drawing, type ResultOf, resultOf, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { FOUND as DRAWINGS } from "../found/drawings.ts";
import { FOUND as LENSES } from "../found/lenses.ts";
import { courseAxis, decadesAxis, inDecades } from "../setting/courseViews.ts";
import { FRESH, learned, OWN, SIZE } from "../setting/learnedViews.ts";
import type { meta } from "./meta.ts";

const risks: View<typeof meta> = perCase("risks", "How its risk falls", (shown) => {
  const series: ResultOf<typeof meta>["series"] = resultOf(shown)?.series ?? {};
  const { lookTime, lookRisk, lookTestRisk } = series;
  const axis = courseAxis(shown.parameters, series);
  const [own, fresh] = [lookRisk, lookTestRisk].map((values) => inDecades(axis, curve(lookTime, values))) as [
    Point[],
    Point[],
  ];
  const further = furtherIn(series).map((line) => inDecades(axis, line));
  return {
    ...SIZE,
    x: axis,
    y: decadesAxis("R", [...own, ...fresh, ...further.flat()]),
    marks: [
      strokes({ lines: further, colour: OWN, width: 1, opacity: 0.5 }),
      strokes({ lines: [own], colour: OWN, width: 2 }),
      strokes({ lines: [fresh], colour: FRESH, width: 2 }),
      told(own, ({ x, y }) => `t = ${inWords(x, 2)}: risk on the sample ${inWords(y, 2)}`, 40),
      told(fresh, ({ x, y }) => `t = ${inWords(x, 2)}: on examples that are not seen ${inWords(y, 2)}`, 40),
    ],
  };
});

/** The risks of the further networks of an ensemble, a line each. */
function furtherIn({ looks = [], furtherTime, furtherRisk }: ResultOf<typeof meta>["series"]) {
  const all = curve(furtherTime, furtherRisk);
  let from = 0;
  return Array.from(looks, (count) => {
    const line = all.slice(from, from + count);
    from += count;
    return line;
  });
}

/** The drawings of all lenses, in their order. */
const seen = Object.entries(LENSES)
  .toSorted(([, one], [, other]) => one.place - other.place)
  .map(([lens]) => ({ lens, drawing: DRAWINGS[lens] }));

export const drawing: Drawing<typeof meta> = {
  views: [
    learned,
    risks,
    ...seen.flatMap(({ lens, drawing }) => (drawing?.views ?? []).map((view) => ({ ...view, lens }))),
  ],
  legend: [
    { label: "on the sample", colour: OWN, mark: "line" },
    { label: "on examples that are not seen", colour: FRESH, mark: "line" },
    ...seen.flatMap(({ lens, drawing }) => (drawing?.legend ?? []).map((key) => ({ ...key, lens }))),
  ],
  numbers: ["relativeRisk", "testRisk", ...seen.flatMap(({ drawing }) => drawing?.numbers ?? [])],
  describe: sentencePerCase(
    ({ step, quantities, series }) =>
      `after ${(series.lookStep?.[series.lookStep.length - 1] ?? step).toLocaleString("en")} steps the risk is ${inWords(quantities.relativeRisk, 2)} times that of f = 0${ensembleInWords(quantities)}.${step > 0 ? silenceInWords(series) : ""}`,
  ),
  describeThrough: (lens, shown) => DRAWINGS[lens]?.describe(shown) ?? "",
};

/** ", and from a to b over all networks", where there are several. */
function ensembleInWords({ leastRisk, greatestRisk }: ResultOf<typeof meta>["quantities"]): string {
  if (leastRisk === undefined || greatestRisk === undefined) return "";
  return `, and from ${inWords(leastRisk, 2)} to ${inWords(greatestRisk, 2)} times over all networks so far`;
}

/** That no neuron answers any more, where f is 0 at all that is drawn. */
function silenceInWords({ learned, output, side }: ResultOf<typeof meta>["series"]): string {
  const drawn = learned ?? output ?? side;
  const isSilent = drawn?.length && Array.from(drawn).every((f) => f === 0);
  return isSilent ? " There no neuron is active any more, which smaller steps may avoid." : "";
}
