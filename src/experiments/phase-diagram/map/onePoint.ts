/** One point of the map by itself: its lines of distances against the width, and their numbers. Draws nothing. */

import type { PlotOptions } from "@observablehq/plot";
import { dot, line, text } from "@observablehq/plot";
import { power } from "../../../math/elementary.ts";
import { fitPowerLaw } from "../../../math/statistics.ts";
import { inWords, logTicks } from "../../../plots/numbers.ts";
import { regimeAt } from "../../../theory/phaseDiagram.ts";
import type { Table } from "../../drawing/drawing.ts";
import {
  type Dot,
  dotsAt,
  exponentAt,
  type MapSeries,
  RESOLVED,
  resolvedDots,
} from "../setting/exponents.ts";
import { LENSES } from "./lens.ts";

/** The three distances, each with a colour, a shape and a symbol. */
const LINES = [
  { ...LENSES.input, colour: "var(--initial)", shape: "circle", name: "input weights", above: true },
  { ...LENSES.output, colour: "var(--final)", shape: "square", name: "output weights", above: true },
  { ...LENSES.weight, colour: "var(--critical)", shape: "triangle", name: "all weights", above: false },
] as const;

/** "γ = 0.8, γ′ = −0.2, in the linear regime". */
export function nameOfPoint({ gamma, gammaPrime }: MapSeries, point: number): string {
  const [g, h] = [gamma[point] as number, gammaPrime[point] as number];
  const regime = regimeAt(g, h);
  return `γ = ${inWords(g)}, γ′ = ${inWords(h)}, ${regime === "critical" ? "on the boundary" : `in the ${regime} regime`}`;
}

function fitted(dots: readonly Dot[]): Dot[] {
  if (dots.length < 2) return [];
  const { exponent, factor } = fitPowerLaw(
    dots.map(({ width }) => width),
    dots.map(({ distance }) => distance),
  );
  return dots.map(({ width }) => ({ width, distance: factor * power(width, exponent) }));
}

/** Relative distances of both layers and of all weights against the width, with their fits, on logarithmic axes. */
export function pointPlot(series: MapSeries, point: number): PlotOptions {
  const lines = LINES.map((each) => ({ ...each, dots: dotsAt(series, each.distance, point) }));
  const values = lines.flatMap(({ dots }) => dots.map(({ distance }) => distance));
  const widths = Array.from(series.width);
  const across: [number, number] = [Math.min(...widths) / 1.3, Math.max(...widths) * 1.3];
  const up: [number, number] =
    values.length > 0 ? [Math.min(...values) / 2, Math.max(...values) * 3] : [1e-3, 10];
  const channels = { x: "width", y: "distance" };
  return {
    width: 480,
    height: 300,
    x: {
      type: "log",
      label: "neurons in a half, m →",
      domain: across,
      ticks: logTicks(across),
      tickFormat: (m: number) => m.toLocaleString("en"),
    },
    y: {
      type: "log",
      label: "↑ relative distance",
      domain: up,
      grid: true,
      ticks: logTicks(up),
      tickFormat: (d: number) => inWords(d, 1),
    },
    marks: lines.flatMap(({ dots, distance, colour, shape, symbol, above }) => [
      line(fitted(resolvedDots(dots, distance)), { ...channels, stroke: colour, strokeWidth: 1.5 }),
      dot(dots, {
        ...channels,
        symbol: shape,
        r: 4,
        stroke: colour,
        fill: ({ distance: at }: Dot) => (at > RESOLVED[distance] ? colour : "none"),
      }),
      text(dots.slice(-1), {
        ...channels,
        text: () => letterOf(symbol),
        fill: "var(--ink)",
        fontWeight: 600,
        dy: above ? -12 : 14,
      }),
    ]),
  };
}

/** The numbers of the point: a row per width, then the exponents and what the formula says. */
export function tableOfPoint(series: MapSeries, point: number): Table {
  const [gamma, gammaPrime] = [series.gamma[point] as number, series.gammaPrime[point] as number];
  const distance = (name: (typeof LINES)[number]["distance"], k: number) =>
    inWords(series[name][point * series.width.length + k], 3, RESOLVED[name]);
  return {
    columns: ["m", ...LINES.map(({ name, symbol }) => `${name}, ${letterOf(symbol)}`)],
    rows: [
      ...Array.from(series.width, (width, k) => [
        width.toLocaleString("en"),
        ...LINES.map((each) => distance(each.distance, k)),
      ]),
      ["exponent S", ...LINES.map((each) => exponentInWords(exponentAt(series, each.distance, point)))],
      ["formula", ...LINES.map((each) => inWords(each.theory(gamma, gammaPrime), 3))],
    ],
  };
}

/** "w" of "S_w". */
function letterOf(symbol: string): string {
  return symbol.slice(symbol.indexOf("_") + 1);
}

function exponentInWords(exponent: number): string {
  return Number.isNaN(exponent) ? "not resolved" : inWords(exponent, 3);
}
