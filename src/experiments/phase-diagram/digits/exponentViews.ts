/** Draws the exponents of a row against γ, the slopes that they come from, the formula, and what the paper plots. */
import { dot, line, ruleY, text } from "@observablehq/plot";
import { grouped } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { stepRoom } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { inputExponent } from "../../../theory/exponents.ts";
import { resultOf, type View } from "../../drawing/drawing.ts";
import { forOne } from "../../drawing/views.ts";
import { colourAt } from "../setting/diagramViews.ts";
import { type meta, publishedExponent, publishedIn } from "./meta.ts";
import { exponentsOf, localExponents, type RowSeries, rowIn } from "./row.ts";

/** From where to where the formula is drawn. */
const ENDS = [0.68, 1.32] as const;

const at = ({ gamma, exponent }: { gamma: number; exponent: number }) => ({ x: gamma, y: exponent });
const AT_XY = { x: "x", y: "y" } as const;

/** Exponents of a row, where float32 resolves them. */
function fitsOf(series: RowSeries | null) {
  if (!series) return [];
  return exponentsOf(series)
    .map((exponent, k) => at({ gamma: series.gamma[k] as number, exponent }))
    .filter(({ y }) => !Number.isNaN(y));
}

/** Slopes between neighbouring widths as one line over γ for each pair of widths. */
function localLines(series: RowSeries | null) {
  const locals = series ? localExponents(series) : [];
  const pairs = [...new Set(locals.map(({ from }) => from))];
  return pairs.map((from) =>
    locals.filter((each) => each.from === from).map((each) => ({ ...each, ...at(each) })),
  );
}

/** "1,000–4,000". */
export const pairInWords = ({ from, to }: { from: number; to: number }) => `${grouped(from)}–${grouped(to)}`;

/** The widths of the uppermost and the lowermost of these lines, beside their second points. */
function localNames(lines: ReturnType<typeof localLines>) {
  const seconds = lines.flatMap((each) => each.slice(1, 2));
  const ends = seconds.toSorted((one, other) => one.y - other.y);
  const place = { ...AT_XY, fill: "var(--muted)", text: pairInWords } as const;
  return [
    text(ends.slice(0, 1), { ...place, textAnchor: "start", dx: 8, dy: 10 }),
    text(ends.slice(1).slice(-1), { ...place, textAnchor: "end", dx: -8, dy: -10 }),
  ];
}

/** The formula as a line: it bends where the diagram has a boundary. */
function formulaIn(gammaPrime: number) {
  const corners = [1, 1 - gammaPrime, 1 + gammaPrime].filter((gamma) => gamma > ENDS[0] && gamma < ENDS[1]);
  return [...new Set([ENDS[0], ...corners, ENDS[1]])]
    .sort((a, b) => a - b)
    .map((gamma) => at({ gamma, exponent: inputExponent(gamma, gammaPrime) }));
}

/** "γ 0.9: S_w −0.08, −0.08 in the paper". */
function fitInWords(gamma: number, exponent: number, gammaPrime: number): string {
  const words = `γ ${inWords(gamma)}: S_w ${inWords(exponent, 2)}`;
  const theirs = publishedExponent(gamma, gammaPrime);
  return theirs === undefined ? words : `${words}, ${inWords(theirs)} in the paper`;
}

export const exponents: View<typeof meta> = forOne("exponents", "Exponent S_w against γ", (shown) => {
  const { gammaPrime } = shown.parameters;
  const series = rowIn(resultOf(shown));
  const published = publishedIn(gammaPrime);
  const theirs = published.exponents.map(at);
  const formula = formulaIn(gammaPrime);
  const [fits, locals] = [fitsOf(series), localLines(series)];
  const expected = localLines(rowIn(shown.reference));
  const heights = [formula, fits, theirs, ...locals, ...expected].flat().map(({ y }) => y);
  const ring = { stroke: "var(--ink)", strokeWidth: 1.25 } as const;
  return {
    width: 480,
    height: 340,
    x: { label: "γ (smaller start) →", domain: [0.65, 1.35], ticks: 7 },
    y: { label: "↑ exponent S_w", domain: stepRoom([-0.4, 0.2, ...heights], 0.1), grid: true },
    marks: [
      ruleY([0], { stroke: "var(--ink)" }),
      line(formula, { ...AT_XY, ...ring, strokeDasharray: "2 3" }),
      strokes({ lines: locals, colour: "var(--muted)", width: 1 }),
      ...localNames(locals),
      dot(theirs, { ...AT_XY, ...ring, symbol: "diamond", r: 7 }),
      dot(published.zero === undefined ? [] : [{ x: published.zero, y: 0 }], { ...AT_XY, ...ring, r: 6 }),
      ...fits.map((fit) => dots([fit], 8, colourAt(fit.x, gammaPrime))),
      told(fits, ({ x, y }) => fitInWords(x, y, gammaPrime)),
    ],
  };
});
