/** Draws a row of Fig. 5: exponents against γ, beside the paper's, and the distances that they come from. */
import { countAxis, grouped, logAxis } from "../../../plots/axes.ts";
import { beside } from "../../../plots/beside.ts";
import { logRoom } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { inputExponent } from "../../../theory/exponents.ts";
import { type Drawing, type ResultOf, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { knownOf, networksDone, sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { quantityInWords, tableOfRows } from "../../drawing/words.ts";
import { colourAt } from "../setting/diagramViews.ts";
import { DISTANCE_LABEL, distanceMarks, readableDots } from "../setting/distanceViews.ts";
import { formulaInWords } from "../setting/formulaInWords.ts";
import { exponents, pairInWords } from "./exponentViews.ts";
import { meta, publishedExponent, publishedIn } from "./meta.ts";
import { exponentsOf, localExponents, pointDots, RESOLVED, type RowSeries, rowIn } from "./row.ts";

const distances: View<typeof meta> = forOne("distances", "Relative distance against width", (shown) => {
  const { gammaPrime, widths } = shown.parameters;
  const series = rowIn(resultOf(shown));
  const points = Array.from(series?.gamma ?? [], (gamma, k) => ({
    gamma,
    colour: colourAt(gamma, gammaPrime),
    measured: series ? pointDots(series, k) : [],
  }));
  const known = [series, rowIn(shown.reference)].flatMap((row) => Array.from(row?.relativeDistance ?? []));
  return {
    width: 480,
    height: 340,
    marginRight: 56,
    x: countAxis("neurons, m →", logRoom(widths, 1.4)),
    y: {
      ...logAxis(DISTANCE_LABEL, logRoom([6e-3, 0.3, ...known.filter(Number.isFinite)], 1.5)),
      grid: true,
    },
    marks: [
      ...points.flatMap(({ gamma, colour, measured }) => [
        ...distanceMarks(measured, measured, colour, RESOLVED),
        beside(measured.slice(-1), `γ = ${inWords(gamma)}`, { textAnchor: "start", dx: 8 }),
      ]),
      readout(() =>
        points.flatMap(({ gamma, measured }) => readableDots(measured, `γ = ${inWords(gamma)}`, RESOLVED)),
      ),
    ],
  };
});

/** Where the exponent of a whole row crosses zero, and where the paper's does. */
function crossingInWords(
  result: ResultOf<typeof meta>,
  { parameters: { gammaPrime } }: Shown<typeof meta>,
): string {
  const theirs = publishedIn(gammaPrime).zero;
  const paper = theirs === undefined ? "" : `; in the paper at ${inWords(theirs, 4)}`;
  return result.quantities.zero === undefined
    ? `At γ′ = ${inWords(gammaPrime)} the exponent does not cross zero between these γ${paper}.`
    : `At γ′ = ${inWords(gammaPrime)} the exponent crosses zero at γ = ${quantityInWords(meta, result, "zero")}${paper}.`;
}

function rowsOfTable(series: RowSeries, gammaPrime: number, pairs: readonly { from: number }[]) {
  const locals = localExponents(series);
  const fits = exponentsOf(series);
  return Array.from(series.gamma, (gamma, k) => [
    inWords(gamma),
    ...Array.from(series.width, (width) =>
      inWords(pointDots(series, k).find(({ x }) => x === width)?.y, 3, RESOLVED),
    ),
    ...pairs.map(({ from }) =>
      inWords(locals.find((each) => each.gamma === gamma && each.from === from)?.exponent, 2),
    ),
    inWords(fits[k], 2),
    inWords(publishedExponent(gamma, gammaPrime)),
    formulaInWords(inputExponent(gamma, gammaPrime)),
  ]);
}

export const drawing: Drawing<typeof meta> = {
  views: [exponents, distances],
  legend: [
    { label: "measured, linear", colour: "var(--linear)", mark: "dot" },
    { label: "critical", colour: "var(--critical)", mark: "dot" },
    { label: "condensed", colour: "var(--condensed)", mark: "dot" },
    { label: "slope between neighbouring widths", colour: "var(--muted)", mark: "line" },
    { label: "plotted in the paper, at γ′ = 0", colour: "var(--ink)", mark: "diamond" },
    { label: "its zero, starred in the paper", colour: "var(--ink)", mark: "ring" },
    { label: "formula of this page", colour: "var(--ink)", mark: "dashes" },
  ],
  numbers: ["zero", "publishedError", "meanError"],
  describe: sentenceOfOne((result, shown) => {
    const { isAll, words } = knownOf(result.series.relativeDistance);
    return isAll ? crossingInWords(result, shown) : `${words} networks are trained.`;
  }),
  done: (all) => networksDone(all, "relativeDistance"),
  table: (all) => {
    const widths = Array.from((all[0] && rowIn(resultOf(all[0]))?.width) ?? []);
    const pairs = widths.slice(1).map((to, k) => ({ from: widths[k] as number, to }));
    const columns = [
      "γ",
      ...widths.map((width) => `RD at m = ${grouped(width)}`),
      ...pairs.map((pair) => `Slope ${pairInWords(pair)}`),
      ...["S_w", "S_w in the paper", "Formula"],
    ];
    return tableOfRows<typeof meta>(columns, (result, { parameters: { gammaPrime } }) => {
      const series = rowIn(result);
      return series ? rowsOfTable(series, gammaPrime, pairs) : [];
    })(all);
  },
};
