/** Draws Fig. 6: the field that turns neurons, its critical lines, and the neurons among them. */
import { arrow, dot, line, link, type PlotOptions, text } from "@observablehq/plot";
import { cos, sin } from "../../../math/elementary.ts";
import { cloud } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type CriticalLine, formAt, type PlaneInputs } from "../../../theory/condensation/criticalLines.ts";
import { type Drawing, resultOf, type Shown, seriesIn, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import { linesWhereAny, orderOf, planeInputs } from "../setting/field.ts";
import { pointsFor } from "../setting/target.ts";
import { AT_XY, CIRCLE, SIGN_COLOUR } from "../setting/views.ts";
import type { meta } from "./meta.ts";

/** Radius of the rim on which the arrows are, with that of the longest ray 1. */
const RIM = 1.16;
const ARROWS = 48;
/** Length of the longest arrow, in radians of the rim. */
const LONGEST = 0.24;

/** The points of a case, and its residuals: at the start e = −y, and as they are now. */
interface Field {
  readonly inputs: PlaneInputs;
  readonly residuals: readonly number[];
  readonly order: number;
  readonly lines: readonly CriticalLine[];
}

/** The field of a case; none for random points before their run, since only the run knows them. */
function fieldOf(shown: Shown<typeof meta>, lens?: string): Field | null {
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

/** Tangential arrows on the rim, as long as F′ is large. */
function rimArrows({ inputs, residuals, order }: Field) {
  const slopes = Array.from({ length: ARROWS }, (_, k) => {
    const angle = (2 * Math.PI * k) / ARROWS;
    return { angle, slope: formAt(inputs, residuals, order, angle).slope };
  });
  const steepest = Math.max(...slopes.map(({ slope }) => Math.abs(slope)), Number.MIN_VALUE);
  return slopes.map(({ angle, slope }) => {
    const half = (LONGEST * slope) / steepest / 2;
    const at = (turned: number) => [RIM * cos(turned), RIM * sin(turned)] as const;
    const [[x1, y1], [x2, y2]] = [at(angle - half), at(angle + half)];
    return { x1, y1, x2, y2, isLong: Math.abs(half) > 0.015 };
  });
}

interface Ray {
  readonly x: number;
  readonly y: number;
  readonly sign: keyof typeof SIGN_COLOUR;
  readonly feeds: boolean;
}

/** Both heads of every critical line, with the sign of a that the head attracts and whether neurons grow there. */
function raysOf({ lines, order }: Field): Ray[] {
  return lines.flatMap(({ angle, attractedSign, feeds }) =>
    [0, 1].map((head) => {
      const isFlipped = head === 1 && order % 2 === 1;
      return {
        x: cos(angle + head * Math.PI),
        y: sin(angle + head * Math.PI),
        sign: attractedSign > 0 !== isFlipped ? "positive" : "negative",
        feeds,
      };
    }),
  );
}

/** Neurons at (w, b), the longest at 1, and whether a > 0. */
function headsAt(w: ArrayLike<number>, b: ArrayLike<number>, a: ArrayLike<number>) {
  const points = Array.from(w, (x, k) => ({ x, y: b[k] as number, isPositive: (a[k] as number) > 0 }));
  const longest = Math.max(...points.map(({ x, y }) => Math.sqrt(x * x + y * y)), Number.MIN_VALUE);
  return points.map((point) => ({ ...point, x: point.x / longest, y: point.y / longest }));
}

function fieldMarks(field: Field | null): PlotOptions["marks"] {
  if (!field) return [];
  const arrows = rimArrows(field);
  const rays = raysOf(field);
  return [
    ...[true, false].map((feeds) =>
      link(
        rays.filter((ray) => ray.feeds === feeds),
        {
          x1: 0,
          y1: 0,
          x2: "x",
          y2: "y",
          stroke: (ray: Ray) => SIGN_COLOUR[ray.sign],
          strokeWidth: 2,
          strokeOpacity: 0.75,
          ...(feeds ? {} : { strokeDasharray: "3 4" }),
        },
      ),
    ),
    arrow(
      arrows.filter(({ isLong }) => isLong),
      { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: "var(--ink)", strokeWidth: 1.2, headLength: 5 },
    ),
    text([countInWords(field)], {
      frameAnchor: "top-left",
      text: (words: string) => words,
      fill: "var(--ink)",
      fontWeight: 600,
    }),
  ];
}

function countInWords({ lines, order }: Field): string {
  return `${lines.length} of at most ${order} critical line${order === 1 ? "" : "s"}`;
}

const NEURONS = ["weight", "bias", "initialWeight", "initialBias", "outputWeight"] as const;

const field: View<typeof meta> = perCase("field", "Neurons at (w, b), and what turns them", (shown, lens) => {
  const series = seriesIn(resultOf(shown), NEURONS);
  const before = series ? headsAt(series.initialWeight, series.initialBias, series.outputWeight) : [];
  const now = series ? headsAt(series.weight, series.bias, series.outputWeight) : [];
  const axis = { domain: [-1.3, 1.3], ticks: [] };
  const column = (points: typeof now, name: "x" | "y") => points.map((point) => point[name]);
  const positive = now.filter(({ isPositive }) => isPositive);
  return {
    width: 360,
    height: 360,
    marginTop: 18,
    marginBottom: 18,
    marginLeft: 18,
    marginRight: 18,
    x: { ...axis, label: "w →" },
    y: { ...axis, label: "↑ b" },
    marks: [
      line(CIRCLE, { ...AT_XY, stroke: "var(--line)" }),
      ...(fieldMarks(fieldOf(shown, lens)) ?? []),
      cloud({
        x: column(before, "x"),
        y: column(before, "y"),
        size: 2.5,
        colour: "var(--initial)",
        opacity: 0.45,
      }),
      cloud({
        x: column(positive, "x"),
        y: column(positive, "y"),
        size: 6.5,
        colour: SIGN_COLOUR.positive,
        opacity: 0.8,
      }),
      dot(
        now.filter(({ isPositive }) => !isPositive),
        { ...AT_XY, r: 3, stroke: SIGN_COLOUR.negative, strokeWidth: 1.6, fill: "var(--panel)" },
      ),
    ],
  };
});

/** What the points say of a case without a run: how many critical lines, against p and its parity. */
function countOf(shown: Shown<typeof meta>): string {
  const found = fieldOf(shown);
  if (!found) return `${shown.label}: random points are drawn when the run begins.`;
  const { lines, order } = found;
  if (lines.length === 0)
    return `${shown.label}: these points turn no neuron rather one way than another (the sums that decide vanish).`;
  const unfed = lines.filter(({ feeds }) => !feeds).length;
  const counted = `${shown.label}: ${lines.length} critical line${lines.length === 1 ? "" : "s"}, not more than p and ${order % 2 === 1 ? "odd" : "even"} like p`;
  if (unfed === 0) return `${counted}.`;
  return `${counted}; neurons shrink on ${unfed === lines.length ? "all" : unfed} of them, until they leave.`;
}

const describe: Drawing<typeof meta>["describe"] = (shown) =>
  shown
    .map((each) => {
      const result = resultOf(each);
      if (!result) return countOf(each);
      const { topShare, smallestLine, angleToCritical } = result.quantities;
      const order = fieldOf(each)?.order ?? 1;
      const share = `${inWords(100 * (topShare ?? Number.NaN))} %`;
      const where =
        order === 1
          ? `${share} of the neurons are on the fullest line`
          : `${share} of the neurons are on the ${order} fullest lines, ${smallestLine} on the last of them`;
      const angle =
        angleToCritical === undefined ? "" : `, at most ${inWords(angleToCritical)}° from a critical line`;
      return `${countOf(each)} After ${result.step.toLocaleString("en")} steps ${where}${angle}.`;
    })
    .join(" ");

const beforehand: Drawing<typeof meta>["beforehand"] = (shown) => shown.map(countOf).join(" ");

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: [
    "Case",
    "Steps",
    "R/R(0)",
    "Critical lines, at angles",
    "Lines of 3 or more neurons",
    "Share on the p fullest",
    "Neurons on the last of them",
    "Largest angle to a critical line",
  ],
  rows: shown.map((each) => {
    const result = resultOf(each);
    const { relativeRisk, lines, topShare, smallestLine, angleToCritical } = result?.quantities ?? {};
    const angles = (fieldOf(each)?.lines ?? []).map(({ angle }) => `${inWords((180 / Math.PI) * angle)}°`);
    return [
      each.label,
      result?.step ?? "—",
      inWords(relativeRisk),
      `${angles.length}: ${angles.join(", ")}`,
      ...[lines, topShare, smallestLine, angleToCritical].map((value) => inWords(value)),
    ];
  }),
});

const legend: Drawing<typeof meta>["legend"] = [
  { label: "how a neuron with a > 0 turns", colour: "var(--ink)", mark: "line" },
  { label: "neuron with a > 0", colour: SIGN_COLOUR.positive, mark: "dot" },
  { label: "where those come to rest", colour: SIGN_COLOUR.positive, mark: "line" },
  { label: "neuron with a < 0", colour: SIGN_COLOUR.negative, mark: "ring" },
  { label: "where those come to rest", colour: SIGN_COLOUR.negative, mark: "line" },
  { label: "dashed: they shrink there", colour: "var(--muted)", mark: "dashes" },
  { label: "before training", colour: "var(--initial)", mark: "dot" },
];

export const drawing: Drawing<typeof meta> = { views: [field], legend, describe, beforehand, table };
