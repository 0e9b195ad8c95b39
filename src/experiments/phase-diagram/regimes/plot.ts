/** Draws Fig. 2: the learned function against the four points, and every neuron's amplitude against its orientation. */
import { dot, line, ruleX, ruleY } from "@observablehq/plot";
import { cloud } from "../../../plots/cloud.ts";
import { type Drawing, inWords, resultOf, type Shown, type View } from "../../../plots/view.ts";
import { regimeAt } from "../../../theory/phaseDiagram.ts";
import { RESOLVED_DISTANCE } from "../../resolution.ts";

const POINTS = [-1 / 2, -1 / 6, 1 / 6, 1 / 2].map((x) => ({ x, y: x * x }));
const ANGLES = [-Math.PI, -Math.PI / 2, 0, Math.PI / 2, Math.PI];
const ANGLE_LABELS = ["−π", "−π/2", "0", "π/2", "π"];

/** The colour of the regime that a case is in. */
export function colourOf({ parameters }: Shown): string {
  return `var(--${regimeAt(Number(parameters.gamma), Number(parameters.gammaPrime))})`;
}

/** Two series as points of a line. */
export function curve(x: ArrayLike<number>, y: ArrayLike<number>): { x: number; y: number }[] {
  return Array.from(x, (at, i) => ({ x: at, y: y[i] as number }));
}

const learned: View = {
  id: "learned",
  title: "What it learns",
  per: "case",
  plot: ([shown]) => {
    const { now, reference } = shown as Shown;
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
          stroke: colourOf(shown as Shown),
          strokeWidth: 2,
          clip: true,
        }),
        dot(POINTS, {
          x: "x",
          y: "y",
          r: 4.5,
          fill: "var(--paper)",
          stroke: "var(--ink)",
          strokeWidth: 1.75,
        }),
      ],
    };
  },
};

/** Amplitudes divided by their largest, as in the paper. */
function scaled(amplitude: ArrayLike<number>): Float64Array {
  let largest = 0;
  for (let k = 0; k < amplitude.length; k++) largest = Math.max(largest, amplitude[k] as number);
  return Float64Array.from(amplitude, (a) => a / (largest || 1));
}

/** Amplitude against orientation of every neuron, before and after training. */
export const neurons: View = {
  id: "neurons",
  title: "Where its neurons are",
  per: "case",
  plot: ([shown]) => {
    const result = resultOf(shown as Shown);
    const {
      amplitude = [],
      orientation = [],
      initialAmplitude = [],
      initialOrientation = [],
    } = result?.series ?? {};
    return {
      x: {
        label: "orientation of (w, b) →",
        domain: [-Math.PI, Math.PI],
        ticks: ANGLES,
        tickFormat: (_: number, i: number) => ANGLE_LABELS[i] ?? "",
      },
      y: { label: "↑ amplitude (largest = 1)", domain: [0, 1.05], ticks: 3 },
      marks: [
        ruleX(ANGLES, { stroke: "var(--line)" }),
        cloud({
          x: initialOrientation,
          y: scaled(initialAmplitude),
          size: 2.5,
          colour: "var(--initial)",
          opacity: 0.55,
        }),
        cloud({
          x: orientation,
          y: scaled(amplitude),
          size: 3.5,
          colour: colourOf(shown as Shown),
          opacity: 0.7,
        }),
      ],
    };
  },
};

const describe: Drawing["describe"] = (shown) =>
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

const table: Drawing["table"] = (shown) => ({
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

const legend: Drawing["legend"] = [
  { label: "the four points of y = x²", colour: "var(--ink)", mark: "ring" },
  { label: "neurons before training", colour: "var(--initial)", mark: "dot" },
  { label: "linear regime", colour: "var(--linear)", mark: "dot" },
  { label: "critical", colour: "var(--critical)", mark: "dot" },
  { label: "condensed", colour: "var(--condensed)", mark: "dot" },
  { label: "reference result beneath a live run", colour: "var(--muted)", mark: "dashes" },
];

export const drawing: Drawing = { views: [learned, neurons], legend, describe, table };
