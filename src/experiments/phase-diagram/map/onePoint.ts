/** One point of the map by itself: its lines of distances against the width, and their numbers. Draws nothing. */
import { dot, line, type PlotOptions } from "@observablehq/plot";
import { countAxis, grouped, logAxis } from "../../../plots/axes.ts";
import { beside } from "../../../plots/beside.ts";
import { logRoom } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { regimeAt } from "../../../theory/phaseDiagram.ts";
import type { Table } from "../../drawing/drawing.ts";
import type { DataPoint } from "../../points.ts";
import { readableDots, WIDTH_LABEL } from "../setting/distanceViews.ts";
import { fittedLine } from "../setting/exponents.ts";
import { formulaInWords } from "../setting/formulaInWords.ts";
import { LENSES } from "./lens.ts";
import { exponentAt, type MapSeries, pointDots, RESOLVED } from "./series.ts";

/** The three distances, each with a colour, a shape and where its letter stands. */
const LINES = [
  { ...LENSES.input, name: "input weights", colour: "var(--initial)", shape: "circle", dy: -12 },
  { ...LENSES.output, name: "output weights", colour: "var(--final)", shape: "square", dy: -12 },
  { ...LENSES.weight, name: "all weights", colour: "var(--critical)", shape: "triangle", dy: 14 },
] as const;

/** θ of S_θ. */
const letterOf = (symbol: string) => symbol.slice(-1);

/** "γ = 0.8, γ′ = −0.2, in the linear regime". */
export function nameOfPoint({ gamma, gammaPrime }: MapSeries, point: number): string {
  const [g, h] = [gamma[point] as number, gammaPrime[point] as number];
  const regime = regimeAt(g, h);
  return `γ = ${inWords(g)}, γ′ = ${inWords(h)}, ${regime === "critical" ? "on the boundary" : `in the ${regime} regime`}`;
}

/** Relative distances of both layers and of all weights against the width, with their fits, on logarithmic axes. */
export function pointPlot(series: MapSeries, point: number): PlotOptions {
  const lines = LINES.map((each) => ({ ...each, dots: pointDots(series, each.distance, point) }));
  const values = lines.flatMap(({ dots }) => dots.map(({ y }) => y));
  const place = { x: "x", y: "y" } as const;
  return {
    width: 480,
    height: 300,
    x: countAxis(WIDTH_LABEL, logRoom(Array.from(series.width), 1.3)),
    y: {
      ...logAxis("↑ relative distance", values.length > 0 ? logRoom(values, 2, 3) : [1e-3, 10]),
      grid: true,
    },
    marks: [
      ...lines.flatMap(({ dots, distance: name, colour, shape, symbol, dy }) => [
        line(fittedLine(dots, RESOLVED[name]), { ...place, stroke: colour, strokeWidth: 1.5 }),
        dot(dots, {
          ...place,
          symbol: shape,
          r: 4,
          stroke: colour,
          fill: ({ y }: DataPoint) => (y > RESOLVED[name] ? colour : "none"),
        }),
        beside(dots.slice(-1), letterOf(symbol), { fontWeight: 600, dy }),
      ]),
      readout(() =>
        lines.flatMap(({ dots, distance, name }) => readableDots(dots, name, RESOLVED[distance])),
      ),
    ],
  };
}

/** The numbers of the point: a row per width, then the exponents and what the formula says. */
export function tableOfPoint(series: MapSeries, point: number): Table {
  const [gamma, gammaPrime] = [series.gamma[point] as number, series.gammaPrime[point] as number];
  const row = (head: string, tell: (line: (typeof LINES)[number]) => string) => [head, ...LINES.map(tell)];
  const exponents = (name: (typeof LINES)[number]["distance"]) => {
    const exponent = exponentAt(series, name, point);
    const isRun = pointDots(series, name, point).length === series.width.length;
    return Number.isNaN(exponent) ? (isRun ? "not resolved" : "not run yet") : inWords(exponent);
  };
  return {
    columns: row("m", ({ name, symbol }) => `${name}, ${letterOf(symbol)}`),
    rows: [
      ...Array.from(series.width, (width, k) =>
        row(grouped(width), ({ distance: name }) =>
          inWords(series[name][point * series.width.length + k], 3, RESOLVED[name]),
        ),
      ),
      row("exponent S", ({ distance }) => exponents(distance)),
      row("formula", ({ theory }) => formulaInWords(theory(gamma, gammaPrime))),
    ],
  };
}
