/** Draws the error of networks against their number of nodes. */
import { countAxis, logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround, logRoom } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { errorOfScatter, missOfMean, scatterOf } from "../../../theory/hinge-mean-field/limits.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { networksDone, sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { NETWORK, THEORY, THEORY_KEY } from "../setting/views.ts";
import type { meta } from "./meta.ts";

type Parameters = Shown<typeof meta>["parameters"];

const expectedAt = ({ growth, inputs }: Parameters, width: number) =>
  errorOfScatter(scatterOf(growth, inputs, width));

const errors: View<typeof meta> = forOne("errors", "Unseen inputs that are wrong", (shown) => {
  const { parameters } = shown;
  const { series } = resultOf(shown) ?? {};
  const points = curve(series?.width, series?.test).filter(({ y }) => y > 0);
  const [from, to] = logRoom(parameters.widths, 1.3);
  const expected = Array.from({ length: 40 }, (_, k) => from + (k / 39) * (to - from)).map((x) => ({
    x,
    y: expectedAt(parameters, x),
  }));
  const floor = errorOfScatter(missOfMean(parameters.inputs, parameters.samples));
  return {
    width: 720,
    height: 340,
    x: countAxis("nodes M →", [from, to]),
    y: {
      ...logAxis(
        "↑ share wrong",
        decadesAround(
          [...points, ...expected].map(({ y }) => y),
          [0.02, 0.3],
        ),
      ),
      grid: true,
    },
    marks: [
      strokes({
        lines: [
          [
            { x: from, y: floor },
            { x: to, y: floor },
          ],
        ],
        colour: "var(--muted)",
        width: 1,
        dashes: [3, 3],
      }),
      strokes({ lines: [expected], colour: THEORY, width: 1.5 }),
      dots(points, 8, NETWORK, 0.7),
      told(points, ({ x, y }) => `${x} nodes: ${inWords(100 * y, 2)} % wrong`),
    ],
  };
});

/** Of networks that were given up before their nodes had moved so far, as where all examples are satisfied before. */
function shortOf(growths: ArrayLike<number>, wanted: number): string {
  const short = Array.from(growths).filter((growth) => growth < wanted).length;
  return short === 0 ? "" : ` ${short} of them never came to γ = ${inWords(wanted)}, and were given up.`;
}

export const drawing: Drawing<typeof meta> = {
  views: [errors],
  legend: [
    { label: "network", colour: NETWORK, mark: "dot" },
    THEORY_KEY,
    { label: "error from having only N examples", colour: "var(--muted)", mark: "dashes" },
  ],
  numbers: ["firstRatio", "fall"],
  describe: sentenceOfOne(({ quantities, series }, { parameters }) =>
    quantities.fall === undefined
      ? "Not all networks are trained yet."
      : `The error of the narrowest networks is ${inWords(quantities.firstRatio, 2)} times that of the theory, and ${inWords(quantities.fall, 2)} times that of the widest.${shortOf(series.growth ?? [], parameters.growth)}`,
  ),
  done: ([shown]) =>
    shown ? networksDone([shown], "test", shown.parameters.widths.length * shown.parameters.draws) : "",
  table: tableOfRows(["Nodes", "γ", "Wrong", "By the theory"], ({ series }, { parameters }) =>
    Array.from(series.width ?? [], (width, k) => [
      width,
      inWords(series.growth?.[k]),
      inWords(series.test?.[k]),
      inWords(expectedAt(parameters, width)),
    ]),
  ),
};
