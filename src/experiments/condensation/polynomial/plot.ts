/** Draws Fig. 5: the output beside its nearest polynomial, and how much of it polynomials leave over, against epochs. */
import { line, ruleX, ruleY } from "@observablehq/plot";
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Drawing, resultOf, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import { INTERVAL } from "../setting/oneInputParameters.ts";
import { AT_XY } from "../setting/views.ts";
import { EARLY, type meta } from "./meta.ts";

/** What is left over is shown from this on: below it is rounding of float32. */
const LEAST = 1e-7;

const output: View<typeof meta> = perCase(
  "output",
  "Output, and the polynomial nearest to it",
  (shown, lens) => {
    const series = resultOf(shown)?.series ?? {};
    const [learned, fitted] =
      lens === "end" ? [series.learned, series.fitted] : [series.earlyLearned, series.earlyFitted];
    return {
      height: 210,
      x: { label: "x →", domain: [INTERVAL.minimum, INTERVAL.maximum], ticks: 5 },
      y: {
        label: "↑ f(x)",
        grid: true,
        ticks: 5,
        ...(learned?.length ? { nice: true } : { domain: [-1, 1] }),
      },
      marks: [
        ruleY([0], { stroke: "var(--line)" }),
        line(curve(series.x, learned), {
          ...AT_XY,
          stroke: "var(--series-2)",
          strokeWidth: 3,
          strokeOpacity: 0.7,
        }),
        line(curve(series.x, fitted), {
          ...AT_XY,
          stroke: "var(--ink)",
          strokeWidth: 1.5,
          strokeDasharray: "5 4",
        }),
      ],
    };
  },
);

const leftOver: View<typeof meta> = perCase("left-over", "What polynomials leave over of it", (shown) => {
  const { epoch = [], leftOver: left = [], leftOverBelow: leftBelow = [] } = resultOf(shown)?.series ?? {};
  const shares = (values: ArrayLike<number>) =>
    curve(
      epoch,
      Array.from(values, (value) => Math.max(LEAST, value)),
    );
  const { steps } = shown.parameters;
  return {
    height: 180,
    x: { label: "epoch →", domain: [0, steps], ticks: 5 },
    y: {
      label: "↑ 1 − R²",
      type: "log",
      domain: [LEAST, 1.5],
      ticks: [1e-7, 1e-5, 1e-3, 1e-1],
      tickFormat: power,
      grid: true,
    },
    marks: [
      steps > EARLY ? ruleX([EARLY], { stroke: "var(--initial)", strokeDasharray: "2 3" }) : null,
      line(shares(leftBelow), { ...AT_XY, stroke: "var(--muted)", strokeWidth: 1 }),
      line(shares(left), { ...AT_XY, stroke: "var(--series-2)", strokeWidth: 2 }),
    ],
  };
});

function power(value: number): string {
  return ({ 1e-7: "10⁻⁷", 1e-5: "10⁻⁵", 1e-3: "10⁻³", 1e-1: "0.1" } as Record<number, string>)[value] ?? "";
}

/** R² in words, never rounded up to 1. */
function fitInWords(rSquared: number | undefined): string {
  return rSquared !== undefined && rSquared > 0.99999 ? "more than 0.99999" : inWords(rSquared, 5);
}

const describe: Drawing<typeof meta>["describe"] = (shown) =>
  shown
    .map((each) => {
      const result = resultOf(each);
      if (!result) return `${each.label}: not run yet.`;
      const { degree, rSquared, rSquaredBelow, earlyRSquared } = result.quantities;
      const early = result.step > EARLY ? ` (at epoch ${EARLY}, ${fitInWords(earlyRSquared)})` : "";
      return (
        `${each.label}: at epoch ${result.step.toLocaleString("en")} the best polynomial of degree ${degree} has an R² of ${fitInWords(rSquared)}${early}, ` +
        `and that of degree ${(degree ?? 1) - 1} has ${fitInWords(rSquaredBelow)}.`
      );
    })
    .join(" ");

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: [
    "Case",
    "Steps",
    "R/R(0)",
    "Degree p",
    "R² of degree p at epoch 200",
    "At the end",
    "R² of degree p − 1",
  ],
  rows: shown.map((each) => {
    const result = resultOf(each);
    const { relativeRisk, degree, earlyRSquared, rSquared, rSquaredBelow } = result?.quantities ?? {};
    return [
      each.label,
      result?.step ?? "—",
      inWords(relativeRisk),
      degree ?? "—",
      ...[earlyRSquared, rSquared, rSquaredBelow].map(fitInWords),
    ];
  }),
});

const legend: Drawing<typeof meta>["legend"] = [
  { label: "output, and what degree p leaves of it", colour: "var(--series-2)", mark: "line" },
  { label: "nearest polynomial of degree p", colour: "var(--ink)", mark: "dashes" },
  { label: "what degree p − 1 leaves", colour: "var(--muted)", mark: "line" },
  { label: "epoch 200", colour: "var(--initial)", mark: "dashes" },
];

export const drawing: Drawing<typeof meta> = { views: [output, leftOver], legend, describe, table };
