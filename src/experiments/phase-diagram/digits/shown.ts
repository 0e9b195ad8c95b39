/** A row of Fig. 5 as its drawing and its words look at it: what is known of it, and what the paper plots there. */
import { type ResultOf, resultOf, type Shown, seriesIn } from "../../drawing/drawing.ts";
import { type meta, PUBLISHED } from "./meta.ts";
import type { LocalExponent, RowSeries } from "./row.ts";

export function seriesOf(result: ResultOf<typeof meta> | null): RowSeries | null {
  return seriesIn(result, ["gamma", "width", "relativeDistance"]);
}

export function rowOf(shown: Shown<typeof meta> | undefined): {
  gammaPrime: number;
  series: RowSeries | null;
} {
  return {
    gammaPrime: shown?.parameters.gammaPrime ?? 0,
    series: shown ? seriesOf(resultOf(shown)) : null,
  };
}

/** What the paper plots in this row: exponents in one row alone, the place of their zero in all that it has. */
export function publishedIn(gammaPrime: number): {
  exponents: readonly { readonly gamma: number; readonly exponent: number }[];
  zero: number | null;
} {
  const zero = PUBLISHED.zeros.find((row) => Math.abs(row.gammaPrime - gammaPrime) < 1e-9);
  return {
    exponents: gammaPrime === 0 ? PUBLISHED.exponents : [],
    zero: zero?.gamma ?? null,
  };
}

export const widthInWords = (width: number) => width.toLocaleString("en");

/** Slopes between neighbouring widths as one line over γ for each pair of widths. */
export function localLines(locals: readonly LocalExponent[]) {
  const pairs = [...new Set(locals.map(({ from }) => from))];
  return pairs.map((from) => locals.filter((each) => each.from === from));
}
