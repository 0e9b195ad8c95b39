/** Draws neurons by their cosines to the two extreme eigenvectors of M, at the start and now. */
import { ruleX, ruleY } from "@observablehq/plot";
import { cloud } from "../../../plots/cloud.ts";
import { colouredDots } from "../../../plots/coloured.ts";
import { labels } from "../../../plots/labels.ts";
import { inWords } from "../../../plots/numbers.ts";
import { told } from "../../../plots/told.ts";
import { type Drawing, type ResultOf, resultOf, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { afterSteps, linesInWords, SIGN_COLOUR, unitCircle } from "../setting/views.ts";
import { MOST_STEPS, type meta, REST } from "./meta.ts";

/** The neurons by their cosines to the top and to the bottom eigenvector. */
function neuronsIn(result: ResultOf<typeof meta> | null) {
  const { top = [], bottom = [], sign = [] } = result?.series ?? {};
  return Array.from(sign, (its, k) => ({
    number: k + 1,
    isPositive: its > 0,
    colour: its > 0 ? SIGN_COLOUR.positive : SIGN_COLOUR.negative,
    x: top[k] as number,
    y: bottom[k] as number,
  }));
}

/** As long as neurons are on their way, nearly each is on a line of its own. */
const TOO_MANY = 20;

/** Below a millionth a cosine is rounding. */
const cosInWords = (cos: number) => inWords(cos, 3, 1e-6);

const countInWords = (lines = 0) => (lines > TOO_MANY ? "no common lines yet" : linesInWords(lines));

const directions: View<typeof meta> = perCase("directions", "Directions of the neurons", (shown) => {
  const result = resultOf(shown);
  const { startTop = [], startBottom = [] } = result?.series ?? {};
  const neurons = neuronsIn(result);
  const axis = { domain: [-1.08, 1.08], ticks: [-1, 0, 1] };
  return {
    height: 360,
    x: { ...axis, label: "cos to the top eigenvector →" },
    y: { ...axis, label: "↑ cos to the bottom eigenvector" },
    marks: [
      ruleX([0], { stroke: "var(--line)" }),
      ruleY([0], { stroke: "var(--line)" }),
      unitCircle("var(--line-strong)"),
      cloud({ x: startTop, y: startBottom, size: 2.5, colour: "var(--initial)", opacity: 0.45 }),
      ...colouredDots([SIGN_COLOUR.positive, SIGN_COLOUR.negative], neurons, 6, 0.7),
      labels({
        labels: result
          ? [{ x: 1.08, y: 1.02, words: countInWords(result.quantities.lines), colour: "var(--ink)" }]
          : [],
        anchor: "end",
      }),
      told(
        neurons,
        ({ number, isPositive, x, y }) =>
          `neuron ${number}, a ${isPositive ? ">" : "<"} 0: cos ${cosInWords(x)} to the top eigenvector, ${cosInWords(y)} to the bottom one`,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [directions],
  legend: [
    { label: "neurons at the start", colour: "var(--initial)", mark: "dot" },
    { label: "neurons with a > 0", colour: SIGN_COLOUR.positive, mark: "dot" },
    { label: "neurons with a < 0", colour: SIGN_COLOUR.negative, mark: "dot" },
    { label: "length 1", colour: "var(--line-strong)", mark: "line" },
  ],
  numbers: ["leastCosine", "positiveShare", "topEigenvalue", "bottomEigenvalue"],
  describe: sentencePerCase(
    ({ step, quantities: { lines, turning = 0 } }) =>
      `${afterSteps(step)} of the flow the neurons are on ${countInWords(lines)}${step === MOST_STEPS && turning >= REST ? "; it was cut off there, before all of them rested" : ""}.`,
  ),
  table: tableOfRows(
    ["Case", "Neuron", "Sign of a", "cos to the top eigenvector", "cos to the bottom eigenvector"],
    (result, { label }) =>
      neuronsIn(result).map(({ number, isPositive, x, y }) => [
        label,
        number,
        isPositive ? "+" : "−",
        cosInWords(x),
        cosInWords(y),
      ]),
  ),
};
