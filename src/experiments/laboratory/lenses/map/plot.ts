/** Draws the plane of γ and γ′ with the network in it, and its way in relative distance. */
import { ruleY } from "@observablehq/plot";
import { dots } from "../../../../plots/cloud.ts";
import { curve } from "../../../../plots/curve.ts";
import { labels } from "../../../../plots/labels.ts";
import { inWords } from "../../../../plots/numbers.ts";
import { strokes } from "../../../../plots/strokes.ts";
import { told } from "../../../../plots/told.ts";
import { boundary, regimeAt } from "../../../../theory/phaseDiagram.ts";
import { resultOf } from "../../../drawing/drawing.ts";
import { sentencePerCase } from "../../../drawing/sentences.ts";
import { perCase } from "../../../drawing/views.ts";
import { courseAxis, decadesAxis, inDecades } from "../../setting/courseViews.ts";
import { SIZE } from "../../setting/learnedViews.ts";
import type { Through } from "../../setting/lens.ts";
import type { LensDrawing } from "../../setting/lensDrawing.ts";
import { placeOf } from "../../setting/scaling.ts";
import type { Setup } from "../../setting/setup.ts";
import type { meta } from "./meta.ts";

type Seen = Through<typeof meta>;

const COLOURS = {
  linear: "var(--linear)",
  critical: "var(--critical)",
  condensed: "var(--condensed)",
} as const;

function colourOf(setup: Setup): string {
  const place = placeOf(setup);
  return place ? COLOURS[regimeAt(place.gamma, place.gammaPrime)] : "var(--ink)";
}

const NAMES = [
  { x: 0.1, y: -1.75, words: "linear", colour: COLOURS.linear },
  { x: 1.15, y: -1.75, words: "condensed", colour: COLOURS.condensed },
];
const NO_PLACE = { x: 0.1, y: 1.75, words: "This scaling has no place here.", colour: "var(--ink)" };

const BOUNDARY = Array.from({ length: 81 }, (_, k) => {
  const gammaPrime = (k - 40) / 20;
  return { x: boundary(gammaPrime), y: gammaPrime };
});

export const drawing: LensDrawing<typeof meta> = {
  views: [
    perCase<Seen>("map-plane", "Where it is", ({ parameters }) => {
      const place = placeOf(parameters);
      const at = place ? [{ x: place.gamma, y: place.gammaPrime }] : [];
      return {
        ...SIZE,
        x: { label: "γ →", domain: [0, 3], ticks: 4 },
        y: { label: "↑ γ′", domain: [-2, 2], ticks: 5, grid: true },
        marks: [
          strokes({ lines: [BOUNDARY], colour: "var(--line-strong)", width: 2 }),
          labels({ anchor: "start", labels: NAMES }),
          labels({ anchor: "start", labels: place ? [] : [NO_PLACE] }),
          dots(at, 12, colourOf(parameters)),
          told(at, ({ x, y }) => `the network, at γ = ${inWords(x, 3)}, γ′ = ${inWords(y, 3)}`),
        ],
      };
    }),
    perCase<Seen>("map-distance", "How far its input weights have moved", (shown) => {
      const { series } = resultOf(shown) ?? {};
      const axis = courseAxis(shown.parameters, series);
      const line = inDecades(axis, curve(series?.lookTime, series?.distanceThen));
      return {
        ...SIZE,
        x: axis,
        y: decadesAxis("relative distance", line),
        marks: [
          ruleY([1], { stroke: "var(--line-strong)" }),
          strokes({ lines: [line], colour: colourOf(shown.parameters), width: 2 }),
          told(line, ({ x, y }) => `t = ${inWords(x, 2)}: relative distance ${inWords(y, 2)}`, 40),
        ],
      };
    }),
  ],
  legend: [
    { label: "linear regime", colour: COLOURS.linear, mark: "line" },
    { label: "critical", colour: COLOURS.critical, mark: "line" },
    { label: "condensed", colour: COLOURS.condensed, mark: "line" },
    { label: "boundary", colour: "var(--line-strong)", mark: "line" },
  ],
  numbers: ["relativeDistance"],
  describe: sentencePerCase(
    ({ quantities }) =>
      `the input weights have moved by ${inWords(quantities.relativeDistance, 2)} times their initial length.`,
  ),
};
