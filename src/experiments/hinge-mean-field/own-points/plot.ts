/** Draws a training on the reader’s points: the boundary, nodes off their hyperbolas, and how the training goes. */

import { type Drawing, resultOf, type View } from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { labelledPointsOf } from "../../labelledPoints.ts";
import { NEGATIVE, POSITIVE } from "../setting/nodesViews.ts";
import {
  COURSE_COLUMNS,
  COURSE_KEYS,
  courseInWords,
  coursePlot,
  courseRows,
  NODE_KEYS,
  nodesPlot,
} from "../setting/offTheoryViews.ts";
import { sidesPlot } from "../setting/sidesViews.ts";
import type { meta } from "./meta.ts";

const plane: View<typeof meta> = forOne("plane", "Points, and the side of each place", (shown) =>
  sidesPlot(shown.parameters.points, resultOf(shown)?.series.output),
);

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
  describe: sentenceOfOne((result, { parameters }) =>
    courseInWords(result, labelledPointsOf(parameters.points).length),
  ),
  table: tableOfRows(COURSE_COLUMNS, courseRows),
};
