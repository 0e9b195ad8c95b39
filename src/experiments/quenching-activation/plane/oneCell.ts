/** One cell of the plane by itself: the coefficients of its network as bars, and its numbers. Draws nothing. */
import { type PlotOptions, ruleY } from "@observablehq/plot";
import { grouped } from "../../../plots/axes.ts";
import { bars } from "../../../plots/bars.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import type { Table } from "../../drawing/drawing.ts";
import type { PlaneSeries } from "./lens.ts";

/** "m = 45, n = 80". */
export function nameOfCell({ width, sampleSize }: PlaneSeries, cell: number): string {
  const [m, n] = [width[cell % width.length], sampleSize[Math.floor(cell / width.length)]] as [
    number,
    number,
  ];
  return `m = ${grouped(m)}, n = ${grouped(n)}`;
}

/** Of the coefficients, the larger ones first: from here on bars are too thin for one each. */
const MOST_BARS = 60;

/** A bar for each neuron, the one that carries most first. */
export function coefficientPlot(coefficient: ArrayLike<number>): PlotOptions {
  const sorted = Array.from(coefficient).sort((one, other) => Math.abs(other) - Math.abs(one));
  const shown = sorted.slice(0, MOST_BARS);
  const [least, most] = [Math.min(0, ...shown), Math.max(0, ...shown)];
  return {
    width: 360,
    height: 190,
    x: {
      label: shown.length < sorted.length ? `the ${MOST_BARS} that carry most →` : "neurons by size →",
      domain: [0, shown.length],
      ticks: [],
    },
    y: { label: "↑ coefficient a|b|", domain: [1.05 * least, 1.05 * most || 1], grid: true, ticks: 4 },
    marks: [
      bars(
        shown.map((height, k) => ({ from: k, to: k + 1, height })),
        "var(--final)",
      ),
      ruleY([0]),
      readout(() =>
        shown.map((value, k) => ({
          x: k + 0.5,
          y: value,
          words: `neuron ${k + 1} by size: a|b| = ${inWords(value)}`,
        })),
      ),
    ],
  };
}

/** What a cell came to under each scaling, a row for each number. */
export function tableOfCell(
  cases: readonly { readonly label: string; readonly plane: PlaneSeries | null; readonly cell: number }[],
): Table {
  const row = (name: string, series: Exclude<keyof PlaneSeries, "width" | "sampleSize">) => [
    name,
    ...cases.map(({ plane, cell }) => inWords(plane?.[series][cell])),
  ];
  return {
    columns: ["Measured", ...cases.map(({ label }) => label)],
    rows: [
      row("Test error", "test"),
      row("Training error", "train"),
      row("Path norm", "pathNorm"),
      row("N_eff/m", "share"),
      row("Time", "time"),
    ],
  };
}
