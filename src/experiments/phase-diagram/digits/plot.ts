/** Draws a row of Fig. 5: exponents against γ, beside the paper's, and the distances that they come from. */
import { dot, line, ruleY, text } from "@observablehq/plot";
import { countAxis, grouped, logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { logRoom, stepRoom } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { strokes } from "../../../plots/strokes.ts";
import { inputExponent } from "../../../theory/exponents.ts";
import {
  type Drawing,
  type ResultOf,
  resultOf,
  type Shown,
  seriesIn,
  type View,
} from "../../drawing/drawing.ts";
import { forOne } from "../../drawing/views.ts";
import { knownOf, networksDone, quantityInWords, sentenceOfOne, tableOfRows } from "../../drawing/words.ts";
import { colourAt, DISTANCE_LABEL, distanceMarks, readableDots } from "../setting/views.ts";
import { meta, PUBLISHED, publishedExponent } from "./meta.ts";
import {
  exponentsOf,
  type LocalExponent,
  localExponents,
  pointDots,
  RESOLVED,
  type RowSeries,
} from "./row.ts";

function rowIn(result: ResultOf<typeof meta> | null): RowSeries | null {
  return seriesIn(result, ["gamma", "width", "relativeDistance"]);
}

/** What the paper plots in this row: exponents in one row alone, the place of their zero in all that it has. */
function publishedIn(gammaPrime: number) {
  const zero = PUBLISHED.zeros.find((row) => Math.abs(row.gammaPrime - gammaPrime) < 1e-9);
  return { exponents: gammaPrime === 0 ? PUBLISHED.exponents : [], zero: zero?.gamma };
}

/** Exponents of a row, where float32 resolves them. */
function fitsOf(series: RowSeries | null) {
  if (!series) return [];
  return exponentsOf(series).flatMap((exponent, k) =>
    Number.isNaN(exponent) ? [] : [{ gamma: series.gamma[k] as number, exponent }],
  );
}

/** Slopes between neighbouring widths as one line over γ for each pair of widths. */
function localLines(series: RowSeries | null): LocalExponent[][] {
  const locals = series ? localExponents(series) : [];
  const pairs = [...new Set(locals.map(({ from }) => from))];
  return pairs.map((from) => locals.filter((each) => each.from === from));
}

const pairInWords = ({ from, to }: { from: number; to: number }) => `${grouped(from)}–${grouped(to)}`;

/** The widths of the uppermost and the lowermost of these lines, beside their second points. */
function localNames(lines: readonly LocalExponent[][]) {
  const seconds = lines.flatMap((each) => each.slice(1, 2));
  const ends = seconds.toSorted((one, other) => one.exponent - other.exponent);
  const place = { x: "gamma", y: "exponent", fill: "var(--muted)", text: pairInWords } as const;
  return [
    text(ends.slice(0, 1), { ...place, textAnchor: "start", dx: 8, dy: 10 }),
    text(ends.slice(1).slice(-1), { ...place, textAnchor: "end", dx: -8, dy: -10 }),
  ];
}

/** Where the formula bends and where the row ends. */
function formulaIn(gammaPrime: number) {
  const corners = [1, 1 - gammaPrime, 1 + gammaPrime].filter((gamma) => gamma > 0.68 && gamma < 1.32);
  return [...new Set([0.68, ...corners, 1.32])]
    .sort((a, b) => a - b)
    .map((gamma) => ({ gamma, exponent: inputExponent(gamma, gammaPrime) }));
}

const exponents: View<typeof meta> = forOne("exponents", "Exponent S_w against γ", (shown) => {
  const { gammaPrime } = shown.parameters;
  const series = rowIn(resultOf(shown));
  const published = publishedIn(gammaPrime);
  const [fits, locals, formula] = [fitsOf(series), localLines(series), formulaIn(gammaPrime)];
  const expected = localLines(rowIn(shown.reference));
  const heights = [...formula, ...fits, ...locals.flat(), ...expected.flat(), ...published.exponents];
  const channels = { x: "gamma", y: "exponent" } as const;
  const ring = { stroke: "var(--ink)", strokeWidth: 1.25 } as const;
  return {
    width: 480,
    height: 340,
    x: { label: "γ (smaller start) →", domain: [0.65, 1.35], ticks: 7 },
    y: {
      label: "↑ exponent S_w",
      domain: stepRoom([-0.4, 0.2, ...heights.map(({ exponent }) => exponent)], 0.1),
      grid: true,
    },
    marks: [
      ruleY([0], { stroke: "var(--ink)" }),
      line(formula, { ...channels, ...ring, strokeDasharray: "2 3" }),
      strokes({
        lines: locals.map((each) => each.map(({ gamma, exponent }) => ({ x: gamma, y: exponent }))),
        colour: "var(--muted)",
        width: 1,
      }),
      ...localNames(locals),
      dot(published.exponents, { ...channels, ...ring, symbol: "diamond", r: 7 }),
      dot(
        [published.zero].filter((zero) => zero !== undefined),
        { ...ring, x: (zero: number) => zero, y: 0, r: 6 },
      ),
      ...fits.map(({ gamma, exponent }) => dots([{ x: gamma, y: exponent }], 8, colourAt(gamma, gammaPrime))),
      readout(() =>
        fits.map(({ gamma, exponent }) => {
          const theirs = publishedExponent(gamma, gammaPrime);
          const words = `γ ${inWords(gamma)}: S_w ${inWords(exponent, 2)}`;
          return {
            x: gamma,
            y: exponent,
            words: theirs === undefined ? words : `${words}, ${inWords(theirs)} in the paper`,
          };
        }),
      ),
    ],
  };
});

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
        text(measured.slice(-1), {
          x: "width",
          y: "distance",
          text: () => `γ = ${inWords(gamma)}`,
          fill: "var(--ink)",
          textAnchor: "start",
          dx: 8,
        }),
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
      inWords(pointDots(series, k).find((each) => each.width === width)?.distance, 3, RESOLVED),
    ),
    ...pairs.map(({ from }) =>
      inWords(locals.find((each) => each.gamma === gamma && each.from === from)?.exponent, 2),
    ),
    inWords(fits[k], 2),
    inWords(publishedExponent(gamma, gammaPrime)),
    inWords(inputExponent(gamma, gammaPrime)),
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
  describe: (all) =>
    sentenceOfOne(all, (result, shown) => {
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
    return tableOfRows(all, columns, (result, { parameters: { gammaPrime } }) => {
      const series = rowIn(result);
      return series ? rowsOfTable(series, gammaPrime, pairs) : [];
    });
  },
};
