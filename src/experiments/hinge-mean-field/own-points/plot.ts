/** Draws a training on the reader’s points: the boundary, nodes off their hyperbolas, and how the training goes. */

import { dots } from "../../../plots/cloud.ts";
import { colouredDots } from "../../../plots/coloured.ts";
import { roundIn } from "../../../plots/domains.ts";
import { heat } from "../../../plots/heat.ts";
import { inWords } from "../../../plots/numbers.ts";
import { told } from "../../../plots/told.ts";
import { type Drawing, resultOf, type View } from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { labelledPointsOf } from "../../labelledPoints.ts";
import { NEGATIVE, POSITIVE, SIZE } from "../setting/nodesViews.ts";
import {
  COURSE_COLUMNS,
  COURSE_KEYS,
  courseInWords,
  coursePlot,
  courseRows,
  NODE_KEYS,
  nodesPlot,
} from "../setting/offTheoryViews.ts";
import { SQUARES, windowAround } from "./grid.ts";
import type { meta } from "./meta.ts";

/** Sides of the boundary, and within them what is beyond the margin. */
const SIDES = [
  `color-mix(in srgb, ${NEGATIVE} 40%, var(--panel))`,
  `color-mix(in srgb, ${NEGATIVE} 18%, var(--panel))`,
  `color-mix(in srgb, ${POSITIVE} 18%, var(--panel))`,
  `color-mix(in srgb, ${POSITIVE} 40%, var(--panel))`,
] as const;

/** Axes are in the reader’s numbers, marks in squares of the grid. */
const plane: View<typeof meta> = forOne("plane", "Points, and the side of each place", (shown) => {
  const points = labelledPointsOf(shown.parameters.points);
  const { centre, reach } = windowAround(points);
  const output = resultOf(shown)?.series.output;
  const inSquares = (value: number, middle: number) => (SQUARES * ((value - middle) / reach + 1)) / 2;
  const placed = points.map((point) => ({
    ...point,
    at: { x: inSquares(point.x, centre[0]), y: inSquares(point.y, centre[1]) },
    colour: point.label > 0 ? POSITIVE : NEGATIVE,
  }));
  const axis = (label: string, middle: number) => {
    const ticks = roundIn([middle - reach, middle + reach], 5);
    return {
      label,
      domain: [0, SQUARES],
      ticks: ticks.map((tick) => inSquares(tick, middle)),
      tickFormat: (_: number, k: number) => inWords(ticks[k]),
    };
  };
  return {
    ...SIZE,
    x: axis("x →", centre[0]),
    y: axis("↑ y", centre[1]),
    marks: [
      ...(output && output.length > 0
        ? [heat({ values: output, columns: SQUARES, colours: SIDES, range: [-2, 2] })]
        : []),
      dots(
        placed.map(({ at }) => at),
        10,
        "var(--panel)",
      ),
      ...colouredDots(
        [NEGATIVE, POSITIVE],
        placed.map(({ at, colour }) => ({ ...at, colour })),
        8,
        1,
      ),
      told(
        placed.map(({ at, x, y, label }) => ({
          ...at,
          words: `point (${inWords(x)}, ${inWords(y)}), class ${label > 0 ? "+1" : "−1"}`,
        })),
        ({ words }) => words,
        40,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [
    plane,
    forOne("nodes", "Nodes", (shown) => nodesPlot(resultOf(shown))),
    forOne("course", "What is not as it should be", (shown) =>
      coursePlot(resultOf(shown), shown.parameters.steps),
    ),
  ],
  legend: [
    { label: "class +1 and its side; beyond the margin, darker", colour: POSITIVE, mark: "dot" },
    { label: "class −1", colour: NEGATIVE, mark: "dot" },
    ...NODE_KEYS,
    ...COURSE_KEYS,
  ],
  numbers: ["growth", "miss", "aside", "unsatisfied", "wrong"],
  describe: (shown) =>
    sentenceOfOne(shown, (result, { parameters }) =>
      courseInWords(result, labelledPointsOf(parameters.points).length),
    ),
  table: (shown) => tableOfRows(shown, COURSE_COLUMNS, courseRows),
};
