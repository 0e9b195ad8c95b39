/** Draws when each example was satisfied against how far it is from the boundary. */
import { logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { thinned, told } from "../../../plots/told.ts";
import { growthAt, thresholdAt } from "../../../theory/hinge-mean-field/growth.ts";
import { scatterOf } from "../../../theory/hinge-mean-field/limits.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { growingOf } from "../setting/parameters.ts";
import { NETWORK, THEORY, THEORY_KEY, timesUpTo } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const LARGEST = 3;
const MOST_ROWS = 40;

function expectedIn(parameters: Shown<typeof meta>["parameters"]) {
  const growing = growingOf(parameters);
  const times = timesUpTo(parameters.duration, 120);
  const growths = growthAt(times, growing);
  return times.map((y, k) => {
    const growth = growths[k] as number;
    return {
      x: thresholdAt(growth, growing),
      y,
      scatter: scatterOf(growth, parameters.inputs, parameters.width),
    };
  });
}

function examplesIn(shown: Shown<typeof meta>) {
  const { series } = resultOf(shown) ?? {};
  return curve(series?.size, series?.time).filter(({ y }) => y > 0);
}

const examples: View<typeof meta> = forOne("examples", "When each example is satisfied", (shown) => {
  const { parameters } = shown;
  const points = examplesIn(shown);
  const expected = expectedIn(parameters);
  const inSight = (line: readonly { x: number; y: number }[]) =>
    line.filter(({ x }) => x >= 0 && x <= LARGEST);
  return {
    width: 720,
    height: 380,
    x: { label: "distance from the boundary |x∥| →", domain: [0, LARGEST], ticks: 6 },
    y: { ...logAxis("↑ first satisfied at t", [parameters.duration / 50, parameters.duration]), grid: true },
    marks: [
      dots(
        points.filter(({ x, y }) => x <= LARGEST && y >= parameters.duration / 50),
        4,
        NETWORK,
        0.5,
      ),
      dashedLine(inSight(expected.map(({ x, y, scatter }) => ({ x: x + scatter, y })))),
      dashedLine(inSight(expected.map(({ x, y, scatter }) => ({ x: x - scatter, y })))),
      strokes({ lines: [inSight(expected)], colour: THEORY, width: 1.75 }),
      told(
        points.toSorted((one, other) => one.x - other.x),
        ({ x, y }) => `example with |x∥| = ${inWords(x, 2)}: satisfied at t = ${inWords(y, 2)}`,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [examples],
  legend: [
    { label: "example", colour: NETWORK, mark: "dot" },
    THEORY_KEY,
    { label: "and what M nodes add, ± a standard deviation", colour: "var(--muted)", mark: "dashes" },
  ],
  numbers: ["satisfied", "meanMiss", "spread"],
  describe: sentenceOfOne(({ quantities }, each) => {
    const all = resultOf(each)?.series.size?.length ?? 0;
    return `${quantities.satisfied ?? 0} of ${all} examples have been satisfied; those that are far from the boundary come first.`;
  }),
  table: tableOfRows(["|x∥|", "Satisfied at t"], (_, each) =>
    thinned(
      examplesIn(each).toSorted((one, other) => one.x - other.x),
      MOST_ROWS,
    ).map(({ x, y }) => [inWords(x), inWords(y)]),
  ),
};
