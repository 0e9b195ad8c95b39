/** Draws a training beside the theory: nodes in the plane of readout and projection, γ, and the shares that are not right yet. */
import { ruleY } from "@observablehq/plot";
import { logAxis } from "../../../plots/axes.ts";
import { colouredDots, dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { thinned, told } from "../../../plots/told.ts";
import { growthAt, unsatisfiedAt } from "../../../theory/hinge-mean-field/growth.ts";
import { earlyRate, lateGrowth, stoppedGrowth } from "../../../theory/hinge-mean-field/limits.ts";
import { moved } from "../../../theory/hinge-mean-field/orbit.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { NEGATIVE, nodesIn, nodesPlane, POSITIVE, SIZE } from "../setting/nodesViews.ts";
import { growingOf } from "../setting/parameters.ts";
import { NETWORK, since, THEORY, THEORY_KEY, timeAxis, timesUpTo, UNSEEN } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const MOST_ROWS = 40;
const LEAST_SHARE = 1e-3;

type Parameters = Shown<typeof meta>["parameters"];

/** γ by the theory on the axis of time. */
function expectedIn(parameters: Parameters) {
  const growing = growingOf(parameters);
  const times = timesUpTo(parameters.duration, 80, partOf(parameters.duration));
  const growths = growthAt(times, growing);
  return times.map((x, k) => ({
    x,
    y: growths[k] as number,
    unsatisfied: unsatisfiedAt(growths[k] as number, growing),
  }));
}

/** Its axis of time begins at a hundredth of it, at 1 where it is long: γ grows in a straight line until it is of order one. */
const partOf = (duration: number) => Math.max(100, duration);

/** γ at the end with no label flipped, the largest of all: axes that have room for it are the same for any share of flips. */
function growthWithoutFlips(parameters: Parameters): number {
  const { duration } = parameters;
  return growthAt([duration], growingOf({ ...parameters, flipped: 0 }))[0] as number;
}

const plane: View<typeof meta> = perCase("plane", "Nodes", (shown) => {
  const { start, now } = nodesIn(resultOf(shown)?.series);
  const end = expectedIn(shown.parameters).at(-1)?.y ?? 0;
  return nodesPlane(start, now, end, [moved(start, growthWithoutFlips(shown.parameters))]);
});

const growth: View<typeof meta> = perCase("growth", "The growth γ of all of them", (shown) => {
  const { parameters } = shown;
  const { series } = resultOf(shown) ?? {};
  const growing = growingOf(parameters);
  const expected = expectedIn(parameters);
  const axis = timeAxis(parameters.duration, partOf(parameters.duration));
  const points = since(axis.domain[0], curve(series?.time, series?.growth));
  const top = 1.15 * Math.max(growthWithoutFlips(parameters), ...points.map(({ y }) => y));
  const within = [0, top] as const;
  const along = (of: (time: number) => number) =>
    expected.map(({ x }) => ({ x, y: of(x) })).filter(({ y }) => y >= 0 && y <= top);
  const stop = stoppedGrowth(parameters.flipped, growing);
  const isPlain = parameters.data === "gaussian" && parameters.flipped === 0;
  return {
    ...SIZE,
    x: axis,
    y: { label: "↑ γ", domain: within, ticks: 5, grid: true },
    marks: [
      dashedLine(along((time) => time * earlyRate(growing))),
      ...(isPlain ? [dashedLine(along((time) => lateGrowth(time, growing)))] : []),
      ...(parameters.data === "gaussian" && stop < top
        ? [ruleY([stop], { stroke: "var(--muted)", strokeDasharray: "3 3" })]
        : []),
      strokes({ lines: [expected], colour: THEORY, width: 1.5, within }),
      ...colouredDots(
        [NETWORK],
        points.map((point) => ({ ...point, colour: NETWORK })),
        6,
        0.9,
      ),
      told(points, ({ x, y }) => `γ of the network at t = ${inWords(x)}: ${inWords(y)}`, 20),
    ],
  };
});

const shares: View<typeof meta> = perCase("shares", "Not right yet", (shown) => {
  const { parameters } = shown;
  const { series } = resultOf(shown) ?? {};
  const axis = timeAxis(parameters.duration, partOf(parameters.duration));
  const of = (name: "unsatisfied" | "test" | "train") =>
    since(axis.domain[0], curve(series?.time, series?.[name]));
  const lines = [
    { words: "unsatisfied examples", points: of("unsatisfied"), colour: NETWORK, isLine: false },
    { words: "unseen inputs that are wrong", points: of("test"), colour: UNSEEN, isLine: true },
  ];
  const expected = expectedIn(parameters).map(({ x, unsatisfied }) => ({ x, y: unsatisfied }));
  const within = [LEAST_SHARE, 1.2] as const;
  return {
    ...SIZE,
    x: axis,
    y: { ...logAxis("↑ share", within), grid: true },
    marks: [
      strokes({ lines: [expected], colour: THEORY, width: 1.5, within }),
      ...lines.map(({ points, colour, isLine }) =>
        isLine
          ? strokes({ lines: [points.filter(({ y }) => y > 0)], colour, width: 2, within })
          : colouredDots(
              [colour],
              points.filter(({ y }) => y >= LEAST_SHARE).map((point) => ({ ...point, colour })),
              6,
              0.9,
            )[0],
      ),
      ...lines.map(({ points, words }) =>
        told(points, ({ x, y }) => `${words} at t = ${inWords(x)}: ${inWords(y, 2)}`, 15),
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [plane, growth, shares],
  legend: [
    { label: "node with a positive readout at the start", colour: POSITIVE, mark: "dot" },
    { label: "node with a negative one", colour: NEGATIVE, mark: "dot" },
    { label: "the network’s γ, and its unsatisfied share", colour: NETWORK, mark: "dot" },
    { label: "unseen inputs that are wrong", colour: UNSEEN, mark: "line" },
    THEORY_KEY,
    {
      label: "γ in its limits: early, late, or stopped by flipped labels",
      colour: "var(--muted)",
      mark: "dashes",
    },
  ],
  numbers: ["time", "growth", "predicted", "miss", "unsatisfied", "test"],
  describe: sentencePerCase(({ quantities }) => {
    const { time, growth: grown, predicted, miss, test } = quantities;
    return time === 0
      ? "no node has moved yet."
      : `at t = ${inWords(time)} the growth γ is ${inWords(grown)} (theory: ${inWords(predicted)}); nodes are off their hyperbolas by ${inWords(100 * (miss ?? Number.NaN), 2)} % of their distance from 0; ${inWords(100 * (test ?? Number.NaN), 2)} % of unseen inputs are wrong.`;
  }),
  table: tableOfRows(
    ["t", "γ", "γ by the theory", "Unsatisfied", "Test error"],
    ({ series }, { parameters }) => {
      const { time = [], growth: grown = [], unsatisfied = [], test = [] } = series;
      const expected = growthAt(time, growingOf(parameters));
      const rows = Array.from(time, (t, k) => [t, grown[k], expected[k], unsatisfied[k], test[k]]);
      return thinned(rows, MOST_ROWS).map((row) => row.map((value) => inWords(value)));
    },
  ),
};
