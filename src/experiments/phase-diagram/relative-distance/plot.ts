/** Draws Fig. 3: relative distance against width in log–log axes, with fitted lines and the paper's plotted values. */
import { dot, line, text } from "@observablehq/plot";
import { power } from "../../../math/elementary.ts";
import { fitPowerLaw } from "../../../math/statistics.ts";
import { inWords, logTicks } from "../../../plots/numbers.ts";
import { regimeAt } from "../../../theory/phaseDiagram.ts";
import { type Drawing, type ResultOf, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { RESOLVED_DISTANCE } from "../../resolution.ts";
import { type meta, PUBLISHED } from "./meta.ts";

interface Point {
  readonly width: number;
  readonly distance: number;
}

function pointsOf(result: ResultOf<typeof meta> | null): Point[] {
  const { width = [], relativeDistance = [] } = result?.series ?? {};
  return Array.from(width, (at, k) => ({ width: at, distance: relativeDistance[k] as number }));
}

/** Values that the paper plots at the same point of the diagram, if it does. */
function publishedFor({ parameters }: Shown<typeof meta>): { points: Point[]; slope: number } | null {
  const found = PUBLISHED.cases.find(
    ({ gamma }) => gamma === parameters.gamma && parameters.gammaPrime === 0,
  );
  if (!found) return null;
  return {
    points: PUBLISHED.widths.map((width, k) => ({ width, distance: found.relativeDistance[k] as number })),
    slope: found.slope,
  };
}

function fitted(points: Point[]): Point[] {
  if (points.length < 2) return [];
  const { exponent, factor } = fitPowerLaw(
    points.map(({ width }) => width),
    points.map(({ distance }) => distance),
  );
  return points.map(({ width }) => ({ width, distance: factor * power(width, exponent) }));
}

function marksFor(shown: Shown<typeof meta>) {
  const colour = `var(--${regimeAt(Number(shown.parameters.gamma), Number(shown.parameters.gammaPrime))})`;
  const points = pointsOf(resultOf(shown));
  const channels = { x: "width", y: "distance" };
  const slope = resultOf(shown)?.quantities.slope;
  return [
    line(fitted(points), { ...channels, stroke: colour, strokeWidth: 1.5 }),
    dot(publishedFor(shown)?.points ?? [], {
      ...channels,
      symbol: "diamond",
      r: 6,
      stroke: "var(--ink)",
      strokeWidth: 1.25,
    }),
    dot(points, { ...channels, r: 4, fill: colour }),
    text(points.slice(-1), {
      ...channels,
      text: () => `${shown.label}${slope === undefined ? "" : `, slope ${inWords(slope)}`}`,
      fill: "var(--ink)",
      textAnchor: "end",
      dy: -16,
    }),
  ];
}

const distances: View<typeof meta> = {
  id: "distances",
  title: "Relative distance against width",
  per: "figure",
  plot: (shown) => ({
    width: 720,
    height: 380,
    x: {
      type: "log",
      label: "neurons in a half, m →",
      domain: domainOf(shown, "width"),
      tickFormat: (m: number) => m.toLocaleString("en"),
      ticks: logTicks(domainOf(shown, "width")),
    },
    y: {
      type: "log",
      label: "↑ relative distance of the input weights",
      domain: domainOf(shown, "distance"),
      grid: true,
      ticks: logTicks(domainOf(shown, "distance")),
      tickFormat: (d: number) => inWords(d, 1),
    },
    marks: shown.flatMap(marksFor),
  }),
};

/** Room for live points, reference and published values alike, so that the axes do not jump while points arrive. */
function domainOf(shown: readonly Shown<typeof meta>[], channel: keyof Point): [number, number] {
  const values = shown
    .flatMap((each) => [
      ...pointsOf(each.now),
      ...pointsOf(each.reference),
      ...(publishedFor(each)?.points ?? []),
    ])
    .map((point) => point[channel]);
  if (values.length === 0) return channel === "width" ? [1000, 40_000] : [1e-3, 100];
  return [Math.min(...values) / 1.3, Math.max(...values) * (channel === "width" ? 1.15 : 2)];
}

const describe: Drawing<typeof meta>["describe"] = (shown) =>
  shown
    .map((each) => {
      const points = pointsOf(resultOf(each));
      const first = points[0];
      const last = points.at(-1);
      const slope = resultOf(each)?.quantities.slope;
      if (!first || !last) return `${each.label}: nothing measured yet.`;
      const published = publishedFor(each);
      return (
        `${each.label}: the relative distance goes from ${inWords(first.distance, 3, RESOLVED_DISTANCE)} at m = ${first.width.toLocaleString("en")} to ${inWords(last.distance, 3, RESOLVED_DISTANCE)} at m = ${last.width.toLocaleString("en")}` +
        `${slope === undefined ? "" : `, a slope of ${inWords(slope)}`}${published ? ` (the paper prints ${inWords(published.slope)})` : ""}.`
      );
    })
    .join(" ");

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: ["Case", "m", "Relative distance", "Plotted in the paper"],
  rows: shown.flatMap((each) =>
    pointsOf(resultOf(each)).map(({ width, distance }) => [
      each.label,
      width,
      inWords(distance, 4, RESOLVED_DISTANCE),
      inWords(publishedFor(each)?.points.find((point) => point.width === width)?.distance, 4),
    ]),
  ),
});

const legend: Drawing<typeof meta>["legend"] = [
  { label: "measured", colour: "var(--ink)", mark: "dot" },
  { label: "least-squares fit", colour: "var(--ink)", mark: "line" },
  { label: "plotted in the paper", colour: "var(--ink)", mark: "diamond" },
];

export const drawing: Drawing<typeof meta> = { views: [distances], legend, describe, table };
