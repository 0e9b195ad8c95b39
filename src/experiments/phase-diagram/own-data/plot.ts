/** Draws a run on the reader's points: the learned function with the linear spline, the neurons, and the assumptions in words. */
import { line, ruleY } from "@observablehq/plot";
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { RESOLVED_DISTANCE } from "../../resolution.ts";
import { colourOf, NEURON_KEYS, neurons, pointsMark } from "../setting/views.ts";
import type { meta } from "./meta.ts";
import { assumptionsOf, type DataPoint, pointsOf } from "./points.ts";

function pointsIn({ parameters }: Shown<typeof meta>): DataPoint[] {
  return pointsOf(parameters.points as readonly number[]);
}

const learned: View<typeof meta> = {
  id: "learned",
  title: "What it learns",
  per: "case",
  plot: ([first]) => {
    const shown = first as Shown<typeof meta>;
    const points = pointsIn(shown);
    const { x = [], learned: values = [] } = resultOf(shown)?.series ?? {};
    return {
      x: { label: "x →", domain: [-1.2, 1.2], ticks: 5 },
      y: { label: "↑ f(x)", domain: [-1.2, 1.2], grid: true, ticks: 5 },
      marks: [
        ruleY([0], { stroke: "var(--line)" }),
        line(points, { x: "x", y: "y", stroke: "var(--muted)", strokeDasharray: "3 3" }),
        line(curve(x, values), { x: "x", y: "y", stroke: colourOf(shown), strokeWidth: 2, clip: true }),
        pointsMark(points),
      ],
    };
  },
};

const describe: Drawing<typeof meta>["describe"] = (shown) => {
  const results = shown.map((each) => {
    const result = resultOf(each);
    if (!result) return `${each.label}: not run yet.`;
    const { splineDeviation, effectiveOrientations } = result.quantities;
    return (
      `${each.label}: after ${result.step.toLocaleString("en")} steps the function is within ${inWords(splineDeviation)} of the linear spline, ` +
      `and the amplitude is spread over ${inWords(effectiveOrientations)} of 72 orientation bins.`
    );
  });
  const [first] = shown;
  return [...results, ...(first ? assumptionsOf(pointsIn(first)) : [])].join(" ");
};

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: [
    "Case",
    "Steps",
    "R/R(0)",
    "Relative distance",
    "Effective orientations",
    "Distance from the spline",
  ],
  rows: shown.map((each) => {
    const result = resultOf(each);
    const { relativeRisk, relativeDistance, effectiveOrientations, splineDeviation } =
      result?.quantities ?? {};
    return [
      each.label,
      result?.step ?? "—",
      inWords(relativeRisk),
      inWords(relativeDistance, 3, RESOLVED_DISTANCE),
      inWords(effectiveOrientations),
      inWords(splineDeviation),
    ];
  }),
});

const legend: Drawing<typeof meta>["legend"] = [
  { label: "your points", colour: "var(--ink)", mark: "ring" },
  { label: "linear spline through them", colour: "var(--muted)", mark: "dashes" },
  ...NEURON_KEYS,
];

export const drawing: Drawing<typeof meta> = { views: [learned, neurons], legend, describe, table };
