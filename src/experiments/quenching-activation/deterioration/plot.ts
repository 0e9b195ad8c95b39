/** Draws the test error of random features over twelve decades of time, and the size of what they compute below its bound. */
import { logAxis } from "../../../plots/axes.ts";
import { dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { forAll } from "../../drawing/views.ts";
import { quantityInWords } from "../../drawing/words.ts";
import { meta } from "./meta.ts";

const COLOURS = ["var(--series-1)", "var(--series-2)", "var(--series-3)"];
const BOUND = "var(--ink)";

type Name = "test" | "size" | "bound";

function lineOf(result: Shown<typeof meta>["now"], name: Name) {
  return curve(result?.series.logTime, result?.series[name]);
}

function view(id: string, title: string, name: "test" | "size", label: string): View<typeof meta> {
  return forAll(id, title, (shown) => {
    const values = shown.flatMap((each) =>
      [each.now, each.reference].flatMap((result) => lineOf(result, name).map(({ y }) => y)),
    );
    const up = decadesAround(values, [0.01, 1]);
    const bound = name === "size" ? lineOf(resultOf(shown[0] as Shown<typeof meta>), "bound") : [];
    return {
      width: 480,
      height: 250,
      x: { label: "log₁₀ of time t →", domain: [0, 12] },
      y: { ...logAxis(`↑ ${label}`, up), grid: true },
      marks: [
        dashedLine(
          bound.filter(({ y }) => y <= up[1]),
          BOUND,
        ),
        ...shown.flatMap((each, k) => {
          const colour = COLOURS[k % COLOURS.length] as string;
          const line = lineOf(resultOf(each), name);
          return [
            ...(each.now ? [dashedLine(lineOf(each.reference, name))] : []),
            strokes({ lines: [line], colour, width: 2 }),
            told(line, ({ x, y }) => `${each.label}, log₁₀ t = ${inWords(x)}: ${inWords(y)}`, 20),
          ];
        }),
      ],
    };
  });
}

export const drawing: Drawing<typeof meta> = {
  views: [
    view("errors", "Test error against time", "test", "test error, root mean square"),
    view("sizes", "Size of the function against time", "size", "size of f, root mean square"),
  ],
  legend: [
    ...meta.figures.flatMap(({ cases }) =>
      cases.map(({ label }, k) => ({ label, colour: COLOURS[k] as string, mark: "line" as const })),
    ),
    { label: "bound by √t", colour: BOUND, mark: "dashes" },
  ],
  numbers: ["early", "late", "logHalfway"],
  describe: sentencePerCase((result) =>
    result.quantities.late === undefined
      ? "time is still running."
      : `test error at most ${quantityInWords(meta, result, "early")} from t = 10⁴ to 10⁶, and ${quantityInWords(meta, result, "late")} in the end.`,
  ),
};
