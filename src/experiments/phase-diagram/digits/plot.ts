/** Draws a row of Fig. 5: exponents against γ, beside the paper's, and the distances that they come from. */
import { dot, line, ruleY, text } from "@observablehq/plot";
import { inWords, logTicks } from "../../../plots/numbers.ts";
import { inputExponent } from "../../../theory/exponents.ts";
import { regimeAt } from "../../../theory/phaseDiagram.ts";
import type { Drawing, View } from "../../drawing/drawing.ts";
import type { meta } from "./meta.ts";
import { type Dot, dotsAt, exponentsOf, type LocalExponent, localExponents, RESOLVED } from "./row.ts";
import { localLines, publishedIn, rowOf, widthInWords } from "./shown.ts";
import { describe, done, table } from "./words.ts";

function colourAt(gamma: number, gammaPrime: number): string {
  return `var(--${regimeAt(gamma, gammaPrime)})`;
}

/** The widths of the uppermost and the lowermost of these lines, beside their second points. */
function localNames(lines: readonly LocalExponent[][]) {
  const seconds = lines.flatMap((each) => each.slice(1, 2));
  const ends = seconds.toSorted((one, other) => one.exponent - other.exponent);
  const place = { x: "gamma", y: "exponent", fill: "var(--muted)" } as const;
  const name = ({ from, to }: LocalExponent) => `${widthInWords(from)}–${widthInWords(to)}`;
  return [
    text(ends.slice(0, 1), { ...place, text: name, textAnchor: "start", dx: 8, dy: 10 }),
    text(ends.slice(1).slice(-1), { ...place, text: name, textAnchor: "end", dx: -8, dy: -10 }),
  ];
}

/** Where the formula bends and where the row ends. */
function formulaIn(gammaPrime: number) {
  const corners = [1, 1 - gammaPrime, 1 + gammaPrime].filter((gamma) => gamma > 0.68 && gamma < 1.32);
  return [...new Set([0.68, ...corners, 1.32])]
    .sort((a, b) => a - b)
    .map((gamma) => ({ gamma, exponent: inputExponent(gamma, gammaPrime) }));
}

const exponents: View<typeof meta> = {
  id: "exponents",
  title: "Exponent S_w against γ",
  per: "figure",
  plot: ([shown]) => {
    const { gammaPrime, series } = rowOf(shown);
    const published = publishedIn(gammaPrime);
    const fits = (series ? exponentsOf(series) : [])
      .map((exponent, k) => ({ gamma: series?.gamma[k] as number, exponent }))
      .filter(({ exponent }) => !Number.isNaN(exponent));
    const locals = series ? localExponents(series) : [];
    const formula = formulaIn(gammaPrime);
    const heights = [...formula, ...fits, ...locals, ...published.exponents].map(({ exponent }) => exponent);
    const channels = { x: "gamma", y: "exponent" };
    return {
      width: 480,
      height: 340,
      x: { label: "γ (smaller start) →", domain: [0.65, 1.35], ticks: 7 },
      y: {
        label: "↑ exponent S_w",
        domain: [Math.min(-0.4, ...heights) - 0.05, Math.max(0.2, ...heights) + 0.05],
        grid: true,
      },
      marks: [
        ruleY([0], { stroke: "var(--ink)" }),
        line(formula, { ...channels, stroke: "var(--ink)", strokeWidth: 1.25, strokeDasharray: "2 3" }),
        ...localLines(locals).map((each) =>
          line(each, { ...channels, stroke: "var(--muted)", strokeWidth: 1 }),
        ),
        ...localNames(localLines(locals)),
        dot(published.exponents, {
          ...channels,
          symbol: "diamond",
          r: 7,
          stroke: "var(--ink)",
          strokeWidth: 1.25,
        }),
        dot(published.zero === null ? [] : [{ gamma: published.zero, exponent: 0 }], {
          ...channels,
          r: 6,
          fill: "none",
          stroke: "var(--ink)",
          strokeWidth: 1.5,
        }),
        dot(fits, { ...channels, r: 4, fill: ({ gamma }: { gamma: number }) => colourAt(gamma, gammaPrime) }),
      ],
    };
  },
};

/** Room around what is known already, so that the axes move little while points arrive. */
function domainOf(values: readonly number[], factor: number, otherwise: [number, number]): [number, number] {
  return values.length === 0 ? otherwise : [Math.min(...values) / factor, Math.max(...values) * factor];
}

const distances: View<typeof meta> = {
  id: "distances",
  title: "Relative distance against width",
  per: "figure",
  plot: ([shown]) => {
    const { gammaPrime, series } = rowOf(shown);
    const points = series
      ? Array.from(series.gamma, (gamma, k) => ({
          gamma,
          colour: colourAt(gamma, gammaPrime),
          dots: dotsAt(series, k),
        }))
      : [];
    const across = domainOf(Array.from(series?.width ?? []), 1.4, [180, 5600]);
    const up = domainOf(
      points.flatMap(({ dots }) => dots.map(({ distance }) => distance)),
      1.5,
      [4e-3, 0.5],
    );
    const channels = { x: "width", y: "distance" };
    return {
      width: 480,
      height: 340,
      marginRight: 52,
      x: {
        type: "log",
        label: "neurons, m →",
        domain: across,
        ticks: logTicks(across),
        tickFormat: widthInWords,
      },
      y: {
        type: "log",
        label: "↑ relative distance of the input weights",
        domain: up,
        grid: true,
        ticks: logTicks(up),
        tickFormat: (d: number) => inWords(d, 1),
      },
      marks: points.flatMap(({ gamma, colour, dots }) => [
        line(dots, { ...channels, stroke: colour, strokeWidth: 1.5 }),
        dot(dots, {
          ...channels,
          r: 3.5,
          stroke: colour,
          fill: ({ distance }: Dot) => (distance > RESOLVED ? colour : "none"),
        }),
        text(dots.slice(-1), {
          ...channels,
          text: () => `γ = ${inWords(gamma)}`,
          fill: "var(--ink)",
          textAnchor: "start",
          dx: 8,
        }),
      ]),
    };
  },
};

const legend: Drawing<typeof meta>["legend"] = [
  { label: "measured, linear", colour: "var(--linear)", mark: "dot" },
  { label: "critical", colour: "var(--critical)", mark: "dot" },
  { label: "condensed", colour: "var(--condensed)", mark: "dot" },
  { label: "slope between neighbouring widths", colour: "var(--muted)", mark: "line" },
  { label: "plotted in the paper, at γ′ = 0", colour: "var(--ink)", mark: "diamond" },
  { label: "its zero, starred in the paper", colour: "var(--ink)", mark: "ring" },
  { label: "formula of this page", colour: "var(--ink)", mark: "dashes" },
];

export const drawing: Drawing<typeof meta> = { views: [exponents, distances], legend, describe, done, table };
