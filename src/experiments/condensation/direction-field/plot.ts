/** Draws Fig. 6: the field that turns neurons, its critical lines, and the neurons among them. */
import { dots } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { type Point, strokes } from "../../../plots/strokes.ts";
import { thinned } from "../../../plots/told.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentenceOnAll } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { enumerated } from "../../drawing/words.ts";
import { CIRCLE, percent, SIGN_COLOUR, unitCircle } from "../setting/views.ts";
import { fieldMarks, fieldOf, raysOf } from "./fieldViews.ts";
import type { meta } from "./meta.ts";

/** Neurons at (w, b), the longest at 1. */
function neuronsAt(w: ArrayLike<number> = [], b: ArrayLike<number> = [], a: ArrayLike<number> = []) {
  const squares = Array.from(w, (x, k) => x * x + (b[k] as number) * (b[k] as number));
  const longest = Math.sqrt(Math.max(...squares, Number.MIN_VALUE));
  return Array.from(w, (x, k) => {
    const [y, isPositive] = [b[k] as number, (a[k] as number) > 0];
    return { x: x / longest, y: y / longest, isPositive, index: k };
  });
}

/** A ring about a neuron, of some 3 pixels. */
const ringAt = ({ x, y }: Point) =>
  CIRCLE.filter((_, k) => k % 8 === 0).map((on) => ({ x: x + 0.024 * on.x, y: y + 0.024 * on.y }));

const view: View<typeof meta> = perCase("field", "Neurons at (w, b), and what turns them", (shown, lens) => {
  const field = fieldOf(shown, lens);
  const { weight, bias, initialWeight, initialBias, outputWeight } = resultOf(shown)?.series ?? {};
  const now = neuronsAt(weight, bias, outputWeight);
  const [positive, negative] = [true, false].map((sign) =>
    now.filter(({ isPositive }) => isPositive === sign),
  );
  const axis = { domain: [-1.3, 1.3], ticks: [] };
  return {
    height: 360,
    marginTop: 18,
    marginBottom: 18,
    marginLeft: 18,
    marginRight: 18,
    x: { ...axis, label: "w →" },
    y: { ...axis, label: "↑ b" },
    marks: [
      unitCircle("var(--line)"),
      ...(field ? fieldMarks(field) : []),
      dots(neuronsAt(initialWeight, initialBias, outputWeight), 2.5, "var(--initial)", 0.45),
      dots(positive ?? [], 6.5, SIGN_COLOUR.positive, 0.8),
      strokes({ lines: (negative ?? []).map(ringAt), colour: SIGN_COLOUR.negative, width: 1.6 }),
      readout(() => [
        ...(field ? raysOf(field) : []).map(({ x, y, sign, feeds, degrees }) => ({
          x,
          y,
          words: `critical line at ${inWords(degrees)}°: neurons with a ${sign === "positive" ? ">" : "<"} 0 turn to it and ${feeds ? "grow" : "shrink"}`,
        })),
        ...thinned(now, 50).map(({ x, y, isPositive, index }) => ({
          x,
          y,
          words: `neuron ${index + 1}, a ${isPositive ? ">" : "<"} 0: w ${inWords(weight?.[index], 2)}, b ${inWords(bias?.[index], 2)}`,
        })),
      ]),
    ],
  };
});

/** What the points say of a case without a run: how many critical lines, and on how many of them neurons shrink. */
function countOf(shown: Shown<typeof meta>): string {
  const field = fieldOf(shown);
  if (!field) return `${shown.label}: random points are drawn when the run begins.`;
  const count = field.lines.length;
  if (count === 0) return `${shown.label}: no direction is better than another for these points.`;
  const unfed = field.lines.filter(({ feeds }) => !feeds).length;
  const shrinking = unfed > 0 ? `; neurons shrink on ${unfed === count ? "all" : unfed} of them` : "";
  return `${shown.label}: ${count} critical line${count === 1 ? "" : "s"} of at most ${field.order}${shrinking}.`;
}

export const drawing: Drawing<typeof meta> = {
  views: [view],
  legend: [
    { label: "how a neuron with a > 0 turns", colour: "var(--ink)", mark: "line" },
    { label: "neuron with a > 0", colour: SIGN_COLOUR.positive, mark: "dot" },
    { label: "critical line that it turns to", colour: SIGN_COLOUR.positive, mark: "line" },
    { label: "neuron with a < 0", colour: SIGN_COLOUR.negative, mark: "ring" },
    { label: "critical line that it turns to", colour: SIGN_COLOUR.negative, mark: "line" },
    { label: "dashed: neurons shrink there", colour: "var(--muted)", mark: "dashes" },
    { label: "neuron before training", colour: "var(--initial)", mark: "dot" },
  ],
  numbers: ["topShare", "smallestLine", "angleToCritical", "relativeRisk"],
  describe: sentenceOnAll((known, steps) => {
    const shares = known.map(({ label, result }) => `${percent(result.quantities.topShare)} (${label})`);
    return `After ${steps} steps ${enumerated(shares)} of the neurons are on the p fullest lines.`;
  }),
  beforehand: (shown) => shown.map(countOf).join(" "),
};
