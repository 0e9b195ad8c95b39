/** Draws Fig. 2: the learned function against the four points, and every neuron's amplitude against its orientation. */
import { line, ruleY } from "@observablehq/plot";
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { RESOLVED_DISTANCE } from "../../resolution.ts";
import { colourOf, NEURON_KEYS, neurons, pointsMark } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const POINTS = [-1 / 2, -1 / 6, 1 / 6, 1 / 2].map((x) => ({ x, y: x * x }));

const learned: View<typeof meta> = {
  id: "learned",
  title: "What it learns",
  per: "case",
  plot: ([shown]) => {
    const { now, reference } = shown as Shown<typeof meta>;
    const x = (now ?? reference)?.series.x ?? [];
    return {
      x: { label: "x →", domain: [-0.6, 0.6], ticks: 5 },
      y: { label: "↑ f(x)", domain: [-0.12, 0.36], grid: true, ticks: 5 },
      marks: [
        ruleY([0], { stroke: "var(--line)" }),
        reference && now
          ? line(curve(reference.series.x ?? [], reference.series.learned ?? []), {
              x: "x",
              y: "y",
              stroke: "var(--muted)",
              strokeDasharray: "3 3",
            })
          : null,
        line(curve(x, (now ?? reference)?.series.learned ?? []), {
          x: "x",
          y: "y",
          stroke: colourOf(shown as Shown<typeof meta>),
          strokeWidth: 2,
          clip: true,
        }),
        pointsMark(POINTS),
      ],
    };
  },
};

const describe: Drawing<typeof meta>["describe"] = (shown) =>
  shown
    .map((each) => {
      const result = resultOf(each);
      if (!result) return `${each.label}: not run yet.`;
      const { relativeDistance, effectiveOrientations, condensedShare } = result.quantities;
      return (
        `${each.label}: after ${result.step.toLocaleString("en")} steps the input weights have moved by ${inWords(relativeDistance, 3, RESOLVED_DISTANCE)} of their initial length; ` +
        `the amplitude is spread over ${inWords(effectiveOrientations)} of 72 orientation bins, ${inWords(100 * (condensedShare ?? Number.NaN))} % of it at the two orientations with a kink on an inner data point.`
      );
    })
    .join(" ");

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: [
    "Case",
    "Steps",
    "R/R(0)",
    "Relative distance",
    "Effective orientations",
    "Share at two orientations",
    "f(0)",
  ],
  rows: shown.map((each) => {
    const result = resultOf(each);
    const { relativeRisk, relativeDistance, effectiveOrientations, condensedShare, outputAtZero } =
      result?.quantities ?? {};
    return [
      each.label,
      result?.step ?? "—",
      ...[inWords(relativeRisk), inWords(relativeDistance, 3, RESOLVED_DISTANCE)],
      ...[effectiveOrientations, condensedShare, outputAtZero].map((value) => inWords(value)),
    ];
  }),
});

const legend: Drawing<typeof meta>["legend"] = [
  { label: "the four points of y = x²", colour: "var(--ink)", mark: "ring" },
  ...NEURON_KEYS,
  { label: "reference result beneath a live run", colour: "var(--muted)", mark: "dashes" },
];

export const drawing: Drawing<typeof meta> = { views: [learned, neurons], legend, describe, table };
