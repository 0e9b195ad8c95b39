/** Draws Fig. 5: the output beside its nearest polynomial, and how much of it polynomials leave over, against epochs. */
import { ruleX, ruleY } from "@observablehq/plot";
import { curve } from "../../../plots/curve.ts";
import { roundedAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { type Drawing, type ResultOf, resultOf, type View } from "../../drawing/drawing.ts";
import { sentenceOnAll } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { INTERVAL } from "../setting/oneInputParameters.ts";
import { EARLY, type meta } from "./meta.ts";

/** What is left over is shown from this on: below it is rounding of float32. */
const LEAST = 1e-7;

/** The output, early or now, with the polynomial nearest to it. */
function outputIn(result: ResultOf<typeof meta> | null, lens?: string) {
  const { x = [], learned, fitted, earlyLearned, earlyFitted } = result?.series ?? {};
  const [output = [], nearest = []] = lens === "end" ? [learned, fitted] : [earlyLearned, earlyFitted];
  return curve(x, output).map((point, k) => ({ ...point, nearest: nearest[k] as number }));
}

const output: View<typeof meta> = perCase("output", "Output, and its nearest polynomial", (shown, lens) => {
  const points = outputIn(resultOf(shown), lens);
  // Room for the recorded run, too, so that the axes stay while a run goes on.
  const room = [...points, ...outputIn(shown.reference, lens)].flatMap(({ y, nearest }) => [y, nearest]);
  const polynomial = points.map(({ x, nearest }) => ({ x, y: nearest }));
  return {
    height: 210,
    x: { label: "x →", domain: [INTERVAL.minimum, INTERVAL.maximum], ticks: 5 },
    y: { label: "↑ f(x)", domain: roundedAround(room), grid: true, ticks: 5 },
    marks: [
      ruleY([0], { stroke: "var(--line)" }),
      strokes({ lines: [points], colour: "var(--series-2)", width: 3, opacity: 0.7 }),
      strokes({ lines: [polynomial], colour: "var(--ink)", width: 1.5, dashes: [5, 4] }),
      told(
        points,
        ({ x, y, nearest }) => `x = ${inWords(x)}: output ${inWords(y)}, polynomial ${inWords(nearest)}`,
        26,
      ),
    ],
  };
});

const leftOver: View<typeof meta> = perCase("left-over", "What polynomials leave over of it", (shown) => {
  const { epoch, leftOver: left = [], leftOverBelow: below = [] } = resultOf(shown)?.series ?? {};
  const shares = (values: ArrayLike<number>) =>
    curve(epoch, values).map(({ x, y }, k) => ({ x, y: Math.max(LEAST, y), k }));
  const { steps } = shown.parameters;
  return {
    height: 180,
    x: { label: "epoch →", domain: [0, steps], ticks: 5 },
    y: {
      label: "↑ 1 − R²",
      type: "log",
      domain: [LEAST, 1.5],
      ticks: [1e-7, 1e-5, 1e-3, 1e-1],
      tickFormat: (value: number) => inWords(value, 1).replace("1 × ", ""),
      grid: true,
    },
    marks: [
      steps > EARLY ? ruleX([EARLY], { stroke: "var(--initial)", strokeDasharray: "2 3" }) : null,
      strokes({ lines: [shares(below)], colour: "var(--muted)", width: 1 }),
      strokes({ lines: [shares(left)], colour: "var(--series-2)", width: 2 }),
      told(
        shares(left),
        ({ x, k }) =>
          `epoch ${x.toLocaleString("en")}: 1 − R² ${inWords(left[k], 2, LEAST)}, for degree p − 1 ${inWords(below[k], 2)}`,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [output, leftOver],
  legend: [
    { label: "output, and what degree p leaves of it", colour: "var(--series-2)", mark: "line" },
    { label: "nearest polynomial of degree p", colour: "var(--ink)", mark: "dashes" },
    { label: "what degree p − 1 leaves", colour: "var(--muted)", mark: "line" },
    { label: "epoch 200", colour: "var(--initial)", mark: "dashes" },
  ],
  numbers: ["rSquared", "earlyRSquared", "rSquaredBelow", "relativeRisk"],
  describe: sentenceOnAll((known, steps) => {
    const fits = known
      .map(({ label, result }) => ({ label, rSquared: result.quantities.rSquared ?? 0 }))
      .toSorted((one, other) => other.rSquared - one.rSquared)
      .map(({ label, rSquared }) => `${label} (R² ${fitInWords(rSquared)})`);
    const worst = fits.length > 1 ? `, and the farthest that of ${fits.at(-1)}` : "";
    return `At epoch ${steps} the output nearest to a polynomial of degree p is that of ${fits[0]}${worst}.`;
  }),
};

/** R² in words, never rounded up to 1. */
function fitInWords(rSquared: number): string {
  return rSquared > 0.9999 ? "above 0.9999" : inWords(rSquared);
}
