/** Draws Fig. 6: the field that turns neurons, its critical lines, and the neurons among them. */
import { cos, sin } from "../../../math/elementary.ts";
import { dots } from "../../../plots/cloud.ts";
import { labels } from "../../../plots/labels.ts";
import type { MovingMark } from "../../../plots/moving.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { type Point, strokes } from "../../../plots/strokes.ts";
import { thinned } from "../../../plots/told.ts";
import { formAt } from "../../../theory/condensation/criticalLines.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import { enumerated, sentenceOnAll } from "../../drawing/words.ts";
import { linesWhereAny, orderOf, planeInputs } from "../setting/field.ts";
import { pointsFor } from "../setting/target.ts";
import { CIRCLE, percent, SIGN_COLOUR, unitCircle } from "../setting/views.ts";
import type { meta } from "./meta.ts";

/** Radius of the rim on which the arrows are, with that of the longest ray 1. */
const RIM = 1.16;
const ARROWS = 48;
/** Length of the longest arrow, in radians of the rim, and of the two sides of a head. */
const LONGEST = 0.24;
const HEAD = 0.045;

/**
 * The points of a case, its residuals (at the start e = −y, or as they are now), and its critical lines; none for random
 * points before their run, since only the run knows them.
 */
function fieldOf(shown: Shown<typeof meta>, lens?: string) {
  const { target, points } = shown.parameters;
  const { x, y, residual } = resultOf(shown)?.series ?? {};
  const given = target === "random" ? [] : pointsFor(target, 0, points);
  const inputs = planeInputs(x ?? given.map((point) => point.x));
  if (inputs.length === 0) return null;
  const first = Array.from(y ?? given.map((point) => point.y), (value) => -value);
  const residuals = lens === "now" && residual ? Array.from(residual) : first;
  const order = orderOf(shown.parameters);
  return { inputs, residuals, order, lines: linesWhereAny(inputs, residuals, order) };
}

type Field = NonNullable<ReturnType<typeof fieldOf>>;

/** Tangential arrows on the rim, as long as F′ is large; none where it is nearly 0. */
function rimArrows({ inputs, residuals, order }: Field): Point[][] {
  const slopes = Array.from({ length: ARROWS }, (_, k) => {
    const angle = (2 * Math.PI * k) / ARROWS;
    return { angle, slope: formAt(inputs, residuals, order, angle).slope };
  });
  const steepest = Math.max(...slopes.map(({ slope }) => Math.abs(slope)), Number.MIN_VALUE);
  return slopes.flatMap(({ angle, slope }) => {
    const half = (LONGEST * slope) / steepest / 2;
    const at = (turned: number) => ({ x: RIM * cos(turned), y: RIM * sin(turned) });
    const [tail, tip] = [at(angle - half), at(angle + half)];
    const back = angle + half + (half > 0 ? -Math.PI / 2 : Math.PI / 2);
    const side = (turn: number) => ({
      x: tip.x + HEAD * cos(back + turn),
      y: tip.y + HEAD * sin(back + turn),
    });
    return Math.abs(half) > 0.015
      ? [
          [tail, tip],
          [side(0.5), tip, side(-0.5)],
        ]
      : [];
  });
}

/** Both directions of every critical line, with the sign of a that turns to it and whether neurons grow there. */
function raysOf({ lines, order }: Field) {
  return lines.flatMap(({ angle, attractedSign, feeds }) =>
    [0, 1].map((end) => {
      const isFlipped = end === 1 && order % 2 === 1;
      const turned = angle + end * Math.PI;
      return {
        x: cos(turned),
        y: sin(turned),
        sign: attractedSign > 0 !== isFlipped ? ("positive" as const) : ("negative" as const),
        feeds,
        degrees: (180 / Math.PI) * turned,
      };
    }),
  );
}

/** Neurons at (w, b), the longest at 1. */
function neuronsAt(w: ArrayLike<number>, b: ArrayLike<number>, a: ArrayLike<number>) {
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

/** The rays, dashed where neurons shrink, the arrows, and how many lines there are. */
function fieldMarks(field: Field): MovingMark[] {
  const rays = raysOf(field);
  const raysFor = (sign: keyof typeof SIGN_COLOUR, feeds: boolean) =>
    strokes({
      lines: rays
        .filter((ray) => ray.sign === sign && ray.feeds === feeds)
        .map((ray) => [{ x: 0, y: 0 }, ray]),
      colour: SIGN_COLOUR[sign],
      width: 2,
      opacity: 0.75,
      dashes: feeds ? [] : [3, 4],
    });
  const words = `${field.lines.length} of at most ${field.order} critical line${field.order === 1 ? "" : "s"}`;
  return [
    ...[true, false].flatMap((feeds) => [raysFor("positive", feeds), raysFor("negative", feeds)]),
    strokes({ lines: rimArrows(field), colour: "var(--ink)", width: 1.2 }),
    labels({ labels: [{ x: -1.3, y: 1.27, words, colour: "var(--ink)" }], anchor: "start" }),
  ];
}

const view: View<typeof meta> = perCase("field", "Neurons at (w, b), and what turns them", (shown, lens) => {
  const field = fieldOf(shown, lens);
  const {
    weight = [],
    bias = [],
    initialWeight = [],
    initialBias = [],
    outputWeight = [],
  } = resultOf(shown)?.series ?? {};
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
          words: `neuron ${index + 1}, a ${isPositive ? ">" : "<"} 0: w ${inWords(weight[index], 2)}, b ${inWords(bias[index], 2)}`,
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
  describe: (shown) =>
    sentenceOnAll(shown, (known, steps) => {
      const shares = known.map(({ label, result }) => `${percent(result.quantities.topShare)} (${label})`);
      return `After ${steps} steps ${enumerated(shares)} of the neurons are on the p fullest lines.`;
    }),
  beforehand: (shown) => shown.map(countOf).join(" "),
};
