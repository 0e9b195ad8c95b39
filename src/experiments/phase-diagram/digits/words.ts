/** A row of Fig. 5 in words and as a table. */
import { inWords } from "../../../plots/numbers.ts";
import { inputExponent } from "../../../theory/exponents.ts";
import { type Drawing, resultOf } from "../../drawing/drawing.ts";
import type { meta } from "./meta.ts";
import { dotsAt, exponentsOf, localExponents, RESOLVED } from "./row.ts";
import { localLines, publishedIn, rowOf, seriesOf, widthInWords } from "./shown.ts";

export const describe: Drawing<typeof meta>["describe"] = ([shown]) => {
  const { gammaPrime, series } = rowOf(shown);
  if (!shown || !series) return "Nothing measured yet.";
  const { zero, meanError, publishedError } = resultOf(shown)?.quantities ?? {};
  const widths = Array.from(series.width, widthInWords).join(", ");
  const known = Array.from(series.relativeDistance).filter(Number.isFinite).length;
  if (known < series.relativeDistance.length)
    return `${known} of ${series.relativeDistance.length} networks have been trained (γ′ = ${inWords(gammaPrime)}, m = ${widths}).`;
  const fits = exponentsOf(series);
  const published = publishedIn(gammaPrime).zero;
  const locals = localLines(localExponents(series)).flatMap(([first]) =>
    first && first.gamma === series.gamma[0]
      ? [
          `${inWords(first.exponent, 2)} from ${widthInWords(first.from)} to ${widthInWords(first.to)} neurons`,
        ]
      : [],
  );
  return [
    `At γ′ = ${inWords(gammaPrime)}, over m = ${widths}, the exponent goes from ${exponentInWords(fits[0])} at γ = ${inWords(series.gamma[0])} to ${exponentInWords(fits.at(-1))} at γ = ${inWords(series.gamma[series.gamma.length - 1])}.`,
    zero === undefined
      ? ""
      : `It crosses zero at γ = ${inWords(zero)}${published === null ? "" : `; the paper’s star is at ${inWords(published, 4)}`}.`,
    publishedError === undefined
      ? ""
      : `It differs from the paper’s values by ${inWords(publishedError, 2)} on average.`,
    meanError === undefined
      ? ""
      : `From the formula derived on this page it differs by ${inWords(meanError, 2)}.`,
    locals.length > 1
      ? `At γ = ${inWords(series.gamma[0])} the slope between neighbouring widths is ${locals.join(", ")}.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
};

function exponentInWords(exponent: number | undefined): string {
  return exponent === undefined || Number.isNaN(exponent)
    ? "what float32 does not resolve"
    : inWords(exponent, 2);
}

export const done: NonNullable<Drawing<typeof meta>["done"]> = ([shown]) => {
  const series = seriesOf(shown?.now ?? null);
  if (!series) return "";
  const all = Array.from(series.relativeDistance);
  return `${all.filter(Number.isFinite).length} of ${all.length} networks`;
};

export const table: NonNullable<Drawing<typeof meta>["table"]> = ([shown]) => {
  const { gammaPrime, series } = rowOf(shown);
  const widths = Array.from(series?.width ?? []);
  const published = publishedIn(gammaPrime).exponents;
  const pairs = widths.slice(1).map((to, k) => ({ from: widths[k] as number, to }));
  const columns = [
    "γ",
    ...widths.map((width) => `RD at m = ${widthInWords(width)}`),
    ...pairs.map(({ from, to }) => `Slope ${widthInWords(from)}–${widthInWords(to)}`),
    "S_w",
    "S_w in the paper",
    "Formula",
  ];
  if (!series) return { columns, rows: [] };
  const locals = localExponents(series);
  const fits = exponentsOf(series);
  const rows = Array.from(series.gamma, (gamma, k) => [
    inWords(gamma),
    ...widths.map((width) =>
      inWords(dotsAt(series, k).find((each) => each.width === width)?.distance, 3, RESOLVED),
    ),
    ...pairs.map(({ from }) =>
      inWords(locals.find((each) => each.gamma === gamma && each.from === from)?.exponent, 2),
    ),
    inWords(fits[k], 2),
    inWords(published.find((each) => each.gamma === gamma)?.exponent),
    inWords(inputExponent(gamma, gammaPrime)),
  ]);
  return { columns, rows };
};
