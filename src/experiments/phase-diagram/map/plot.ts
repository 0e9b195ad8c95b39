/** Draws Fig. 4: the exponents as colours over γ and γ′, with boundary, level lines and zeros; and the scale of colours. */
import { dot } from "@observablehq/plot";
import { type CellMap, cellAxes } from "../../../plots/cellMap.ts";
import { boundaryLine, cells, colourBar, levelLines } from "../../../plots/cellMarks.ts";
import { dots } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import { inputExponent, outputExponent } from "../../../theory/exponents.ts";
import { type Drawing, resultOf, type View } from "../../drawing/drawing.ts";
import { knownOf, networksDone, sentenceOfOne } from "../../drawing/sentences.ts";
import { forAll, forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { diagramAxes } from "../setting/diagramViews.ts";
import { formulaInWords } from "../setting/formulaInWords.ts";
import { gridOf, type Rectangle } from "../setting/grid.ts";
import { cellsThrough, FRAME, LENSES, lensNamed } from "./lens.ts";
import { type meta, PUBLISHED_ZEROS } from "./meta.ts";
import { DISTANCES, exponentsOf, type MapSeries, mapIn, zerosOf } from "./series.ts";

const LEVELS = [-0.6, -0.4, -0.2, 0.2, 0.4];

/** Zeros of S_w in the rows of a map: measured, and as the paper has them. */
function zeroMarks(series: MapSeries) {
  const zeros = zerosOf(series, exponentsOf(series, "inputDistance"));
  const measured = zeros.map(({ gamma, gammaPrime }) => ({ x: gamma, y: gammaPrime }));
  const [bottom = 0, top = 0] = [Math.min, Math.max].map((end) => end(...Array.from(series.gammaPrime)));
  const published = PUBLISHED_ZEROS.filter(({ gammaPrime }) => gammaPrime >= bottom && gammaPrime <= top);
  const ring = { symbol: "diamond", r: 7, stroke: "var(--ink)", strokeWidth: 1.5 } as const;
  return [
    dots(measured, 10, "var(--panel)"),
    dots(measured, 8, "var(--ink)"),
    dot(published, { x: "gamma", y: "gammaPrime", ...ring }),
  ];
}

/** A map of which nothing is run yet. */
function emptyMap(rectangle: Rectangle): CellMap {
  const { gammas, gammaPrimes, points } = gridOf(rectangle);
  return { ...diagramAxes(gammas, gammaPrimes), values: points.map(() => undefined) };
}

const TITLE = "Exponent of the relative distance over γ and γ′";
const map: View<typeof meta> = forOne("map", TITLE, (shown, name) => {
  const lens = lensNamed(name);
  const { theory, boundary } = LENSES[lens];
  const series = mapIn(resultOf(shown));
  const through = series ? cellsThrough(lens, series) : emptyMap(shown.parameters);
  return {
    ...FRAME,
    ...cellAxes(through),
    marks: [
      cells(through, LENSES[lens]),
      ...levelLines(through, theory, lens === "error" ? [] : LEVELS),
      boundaryLine(through, boundary),
      ...(series && lens === "input" ? zeroMarks(series) : []),
    ],
  };
});

/** The colours by themselves, with their numbers. */
const scale: View<typeof meta> = forAll("scale", "Scale of colours", (_, name) =>
  colourBar(LENSES[lensNamed(name)], FRAME),
);

function rowsOfTable(series: MapSeries) {
  const [inputs, outputs, weights] = DISTANCES.map((name) => exponentsOf(series, name));
  const zeros = zerosOf(series, inputs ?? []);
  return Array.from(series.gamma, (gamma, k) => {
    const gammaPrime = series.gammaPrime[k] as number;
    const zero = zeros.find((row) => row.gammaPrime === gammaPrime)?.gamma;
    const [input, output] = [inputExponent, outputExponent].map((theory) => theory(gamma, gammaPrime));
    return [
      inWords(gammaPrime),
      inWords(gamma),
      inWords(inputs?.[k]),
      formulaInWords(input as number),
      inWords(outputs?.[k]),
      formulaInWords(output as number),
      inWords(weights?.[k]),
      inWords(zero),
    ];
  });
}

const COLUMNS = ["γ′", "γ", "S_w", "Formula", "S_a", "Formula", "S_θ", "S_w is zero in this row at γ"];

export const drawing: Drawing<typeof meta> = {
  views: [map, scale],
  legend: [
    { label: "linear: weights settle down", colour: "var(--linear)", mark: "dot" },
    { label: "condensed: weights grow", colour: "var(--condensed)", mark: "dot" },
    { label: "boundary in the limit", colour: "var(--ink)", mark: "line" },
    { label: "level lines of the formula", colour: "var(--ink)", mark: "dashes" },
    { label: "zero of S_w in a row, measured", colour: "var(--ink)", mark: "dot" },
    { label: "the same, starred in the paper", colour: "var(--ink)", mark: "diamond" },
  ],
  numbers: ["meanError", "largestError", "wrongSigns", "unresolved"],
  describe: sentenceOfOne((result) => {
    const known = knownOf(result.series.weightDistance);
    if (!known.isAll) return `${known.words} networks are trained.`;
    return result.quantities.wrongSigns === 0
      ? "At every point farther than 0.15 from the boundary, S_w has the sign that the paper predicts."
      : `Points farther than 0.15 from the boundary at which S_w has not the sign that the paper predicts: ${result.quantities.wrongSigns}.`;
  }),
  done: (all) => networksDone(all, "weightDistance"),
  table: tableOfRows(COLUMNS, (result) => {
    const series = mapIn(result);
    return series ? rowsOfTable(series) : [];
  }),
};
