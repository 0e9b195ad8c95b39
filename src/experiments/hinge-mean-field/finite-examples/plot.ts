/** Draws the errors of each training over time. */
import { logAxis } from "../../../plots/axes.ts";
import { curve } from "../../../plots/curve.ts";
import { labels } from "../../../plots/labels.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { type Drawing, type ResultOf, resultOf, type View } from "../../drawing/drawing.ts";
import { networksDone, sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { timeAxis } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const COLOURS = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)"] as const;
const LEAST_SHARE = 1e-3;

function trainingsIn(result: ResultOf<typeof meta> | null) {
  const { samples = [], time = [], train = [], test = [] } = result?.series ?? {};
  const looks = time.length / Math.max(1, samples.length);
  const part = (series: ArrayLike<number>, k: number) => Array.from(series).slice(k * looks, (k + 1) * looks);
  return Array.from(samples, (count, k) => ({
    samples: count,
    colour: COLOURS[k % COLOURS.length] as string,
    train: curve(part(time, k), part(train, k)),
    test: curve(part(time, k), part(test, k)),
  }));
}

const errors: View<typeof meta> = forOne("errors", "Errors of each training", (shown) => {
  const trainings = trainingsIn(resultOf(shown));
  const within = [LEAST_SHARE, 0.6] as const;
  return {
    width: 720,
    height: 380,
    marginRight: 88,
    x: timeAxis(shown.parameters.duration, 20),
    y: { ...logAxis("↑ share wrong", within), grid: true },
    marks: [
      ...trainings.map(({ train, colour }) =>
        strokes({ lines: [train], colour, width: 1.5, dashes: [4, 3], within }),
      ),
      ...trainings.map(({ test, colour }) => strokes({ lines: [test], colour, width: 2, within })),
      labels({
        anchor: "start",
        labels: trainings.flatMap(({ samples, test, colour }) =>
          test.slice(-1).map((end) => ({
            x: end.x,
            y: Math.max(LEAST_SHARE, end.y),
            words: `\u2002N = ${samples.toLocaleString("en")}`,
            colour,
          })),
        ),
      }),
      ...trainings.map(({ samples, test }) =>
        told(
          test,
          ({ x, y }) =>
            `N = ${samples}: ${inWords(100 * y, 2)} % of unseen inputs wrong at t = ${inWords(x)}`,
          12,
        ),
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [errors],
  legend: [
    { label: "error on unseen inputs", colour: "var(--ink)", mark: "line" },
    { label: "error on the sample", colour: "var(--ink)", mark: "dashes" },
  ],
  numbers: ["firstTrain", "firstTest", "lastGap"],
  describe: sentenceOfOne(({ quantities }) =>
    quantities.firstTest === undefined
      ? "Not all trainings are done yet."
      : `On the fewest examples the network ends with ${inWords(100 * (quantities.firstTrain ?? Number.NaN), 2)} % of the sample and ${inWords(100 * quantities.firstTest, 2)} % of unseen inputs wrong; on the most the two differ by ${inWords(100 * (quantities.lastGap ?? Number.NaN), 1)} %.`,
  ),
  done: (shown) => networksDone(shown, "samples", shown[0]?.parameters.samples.length),
  table: tableOfRows(["N", "t", "Wrong in the sample", "Wrong among unseen inputs"], (result) =>
    trainingsIn(result).flatMap(({ samples, train, test }) =>
      test
        .filter((_, k) => k % 4 === 3)
        .map(({ x, y }) => [samples, inWords(x), inWords(train.find((each) => each.x === x)?.y), inWords(y)]),
    ),
  ),
};
