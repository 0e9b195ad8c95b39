/** Draws neurons by their cosines to the two extreme eigenvectors of M, at the start and now. */
import { line, ruleX, ruleY, text } from "@observablehq/plot";
import { cloud } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Drawing, type ResultOf, resultOf, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import { AT_XY, CIRCLE, SIGN_COLOUR } from "../setting/views.ts";
import type { meta } from "./meta.ts";

/** Places of the neurons whose a has the given sign. */
function placesOf({ series }: ResultOf<typeof meta>, sign: number): { x: number[]; y: number[] } {
  const { top = [], bottom = [], sign: signs = [] } = series;
  const indices = Array.from(signs, (_, k) => k).filter((k) => signs[k] === sign);
  return { x: indices.map((k) => top[k] as number), y: indices.map((k) => bottom[k] as number) };
}

const directions: View<typeof meta> = perCase("directions", "Directions of the neurons", (shown) => {
  const result = resultOf(shown);
  const { startTop = [], startBottom = [] } = result?.series ?? {};
  const axis = { domain: [-1.08, 1.08], ticks: [-1, 0, 1] };
  return {
    height: 360,
    x: { ...axis, label: "cos to the top eigenvector →" },
    y: { ...axis, label: "↑ cos to the bottom eigenvector" },
    marks: [
      ruleX([0], { stroke: "var(--line)" }),
      ruleY([0], { stroke: "var(--line)" }),
      line(CIRCLE, { ...AT_XY, stroke: "var(--line-strong)" }),
      cloud({ x: startTop, y: startBottom, size: 2.5, colour: "var(--initial)", opacity: 0.45 }),
      ...(result
        ? [
            cloud({ ...placesOf(result, 1), size: 6, colour: SIGN_COLOUR.positive, opacity: 0.7 }),
            cloud({ ...placesOf(result, -1), size: 6, colour: SIGN_COLOUR.negative, opacity: 0.7 }),
          ]
        : []),
      text(
        [result?.quantities.lines].filter((lines) => lines !== undefined),
        {
          text: (lines: number) => linesInWords(lines),
          frameAnchor: "top-right",
          fill: "var(--ink)",
          dx: -2,
          dy: 2,
        },
      ),
    ],
  };
});

/** As long as neurons are on their way, nearly each is on a line of its own. */
const TOO_MANY = 20;

function linesInWords(lines: number): string {
  if (lines > TOO_MANY) return "no common lines yet";
  return lines === 1 ? "1 line" : `${lines} lines`;
}

const describe: Drawing<typeof meta>["describe"] = (shown) =>
  shown
    .map((each) => {
      const result = resultOf(each);
      if (!result) return `${each.label}: not run yet.`;
      const {
        lines = 0,
        leastCosine,
        positiveShare = 0,
        topEigenvalue,
        bottomEigenvalue,
      } = result.quantities;
      const count = result.series.sign?.length ?? 0;
      const positive = Math.round(positiveShare * count);
      return (
        `${each.label}: after ${result.step.toLocaleString("en")} steps the ${count} neurons are on ${linesInWords(lines)}; a is positive for ${positive}.` +
        (each.parameters.order === 2
          ? ` The least |cos| of a neuron to the eigenvector for its sign of a is ${(leastCosine ?? Number.NaN).toFixed(3)}; the eigenvalues are ${inWords(topEigenvalue)} and ${inWords(bottomEigenvalue)}.`
          : "")
      );
    })
    .join(" ");

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: ["Case", "Neuron", "Sign of a", "cos to the top eigenvector", "cos to the bottom eigenvector"],
  rows: shown.flatMap((each) => {
    const { sign = [], top = [], bottom = [] } = resultOf(each)?.series ?? {};
    return Array.from(sign, (its, k) => [
      each.label,
      k + 1,
      its > 0 ? "+" : "−",
      inWords(top[k]),
      inWords(bottom[k]),
    ]);
  }),
});

const legend: Drawing<typeof meta>["legend"] = [
  { label: "neurons at the start", colour: "var(--initial)", mark: "dot" },
  { label: "neurons with a > 0", colour: SIGN_COLOUR.positive, mark: "dot" },
  { label: "neurons with a < 0", colour: SIGN_COLOUR.negative, mark: "dot" },
  { label: "length 1", colour: "var(--line-strong)", mark: "line" },
];

export const drawing: Drawing<typeof meta> = { views: [directions], legend, describe, table };
