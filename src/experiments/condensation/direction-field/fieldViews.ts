/** Draws the field that turns neurons: arrows on a rim, and the critical lines as rays. */
import { cos, sin } from "../../../math/elementary.ts";
import { labels } from "../../../plots/labels.ts";
import type { MovingMark } from "../../../plots/moving.ts";
import { type Point, strokes } from "../../../plots/strokes.ts";
import { formAt } from "../../../theory/condensation/criticalLines.ts";
import { resultOf, type Shown } from "../../drawing/drawing.ts";
import { linesWhereAny, orderOf, planeInputs } from "../setting/field.ts";
import { pointsFor } from "../setting/target.ts";
import { SIGN_COLOUR } from "../setting/views.ts";
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
export function fieldOf(shown: Shown<typeof meta>, lens?: string) {
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

export type Field = NonNullable<ReturnType<typeof fieldOf>>;

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
export function raysOf({ lines, order }: Field) {
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

/** The rays, dashed where neurons shrink, the arrows, and how many lines there are. */
export function fieldMarks(field: Field): MovingMark[] {
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
