/** Draws a training on digits: nodes off their hyperbolas, and how the training goes. */
import { type Drawing, resultOf } from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import {
  COURSE_COLUMNS,
  COURSE_KEYS,
  courseInWords,
  coursePlot,
  courseRows,
  NODE_KEYS,
  nodesPlot,
} from "../setting/offTheoryViews.ts";
import type { meta } from "./meta.ts";

export const drawing: Drawing<typeof meta> = {
  views: [
    forOne("nodes", "Nodes", (shown) => nodesPlot(resultOf(shown))),
    forOne("course", "What is not as it should be", (shown) =>
      coursePlot(resultOf(shown), shown.parameters.steps),
    ),
  ],
  legend: [...NODE_KEYS, ...COURSE_KEYS],
  numbers: ["growth", "miss", "aside", "unsatisfied", "wrong"],
  describe: sentenceOfOne((result) => {
    const [positive = 0, negative = 0] = Array.from(result.series.examples ?? []);
    return `${positive} images are in class +1, ${negative} in class −1. ${courseInWords(result, positive + negative)}`;
  }),
  table: tableOfRows(COURSE_COLUMNS, courseRows),
};
