/** Draws test error, training error and alignment of networks of several widths on noisy examples, over time. */
import { logAxis } from "../../../plots/axes.ts";
import { decadesAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Point, strokes } from "../../../plots/strokes.ts";
import { thinned, told } from "../../../plots/told.ts";
import {
  type Drawing,
  type Key,
  type ResultOf,
  resultOf,
  type Shown,
  type View,
} from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { colourOf } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const SIZE = { width: 420, height: 320, marginBottom: 36 } as const;
const MOST_ROWS = 20;
/** Errors below are not drawn. */
const LEAST = 1e-3;

type Name = "test" | "train" | "alignment";

/** A line for each width that has been looked at, over time or over time per neuron. */
function linesIn(
  { parameters }: Shown<typeof meta>,
  result: ResultOf<typeof meta> | null,
  name: Name,
  isPerNeuron: boolean,
) {
  const { width = [], time = [], [name]: values = [] } = result?.series ?? {};
  return parameters.widths.map((own, k) => ({
    own,
    colour: colourOf(k),
    points: Array.from(width).flatMap((each, look) =>
      each === own
        ? [{ x: (time[look] as number) / (isPerNeuron ? own : 1), y: values[look] as number, own }]
        : [],
    ),
  }));
}

type Lines = ReturnType<typeof linesIn>;

/** A key per width. */
function widthKeys(shown: readonly Shown<typeof meta>[]): Key[] {
  return (shown[0]?.parameters.widths ?? []).map((width, k) => ({
    label: `m = ${width}`,
    colour: colourOf(k),
    mark: "line",
  }));
}

/** From a whole decade below all errors to a little above them. */
function errorAxis(lines: readonly Lines[]) {
  const heights = lines.flat().flatMap(({ points }) => points.map(({ y }) => Math.max(y, LEAST)));
  const [least] = decadesAround(heights, [0.01, 1]);
  const domain: readonly [number, number] = [least, Math.max(1.5, ...heights.map((y) => 1.1 * y))];
  return { ...logAxis("↑ error", domain), grid: true };
}

/** Where the first look of the narrowest network and the last of the widest are, or of each over its width. */
function timeAxis({ parameters }: Shown<typeof meta>, isPerNeuron: boolean) {
  const { widths, duration } = parameters;
  const [least, most] = isPerNeuron ? [1, 1] : [Math.min(...widths), Math.max(...widths)];
  const label = isPerNeuron ? "time over width t/m →" : "time t →";
  return logAxis(label, [1e-3 * duration * least, duration * most]);
}

const solid = (lines: Lines, within?: readonly [number, number]) =>
  lines.map(({ colour, points }) =>
    strokes({ lines: [points], colour, width: 2, ...(within ? { within } : {}) }),
  );

function toldOf(lines: Lines, what: string, variable: string) {
  return lines.map(({ points }) =>
    told(
      points,
      ({ own, x, y }: Point & { own: number }) =>
        `${what} of the network with m = ${own} at ${variable} = ${inWords(x, 2)}: ${inWords(y, 2)}`,
      12,
    ),
  );
}

const overTime: View<typeof meta> = forOne("test", "Test error", (shown) => {
  const lines = linesIn(shown, resultOf(shown), "test", false);
  const y = errorAxis([lines]);
  return {
    ...SIZE,
    x: timeAxis(shown, false),
    y,
    marks: [...solid(lines, y.domain), ...toldOf(lines, "test error", "t")],
  };
});

const overTimePerNeuron: View<typeof meta> = forOne(
  "errors",
  "Both errors, against time over width",
  (shown) => {
    const result = resultOf(shown);
    const [test, train] = [linesIn(shown, result, "test", true), linesIn(shown, result, "train", true)];
    const y = errorAxis([test, train]);
    return {
      ...SIZE,
      x: timeAxis(shown, true),
      y,
      marks: [
        ...train.map(({ colour, points }) =>
          strokes({ lines: [points], colour, width: 1.5, dashes: [5, 4], within: y.domain }),
        ),
        ...solid(test, y.domain),
        ...toldOf(test, "test error", "t/m"),
        ...toldOf(train, "training error", "t/m"),
      ],
    };
  },
);

const aligned: View<typeof meta> = forOne("alignment", "How far neurons point along the target", (shown) => {
  const lines = linesIn(shown, resultOf(shown), "alignment", true);
  return {
    ...SIZE,
    x: timeAxis(shown, true),
    y: { label: "↑ Σa²s²/Σa²", domain: [0, 1], ticks: 5, grid: true },
    marks: [...solid(lines), ...toldOf(lines, "alignment", "t/m")],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [overTime, overTimePerNeuron, aligned],
  legend: [{ label: "training error", colour: "var(--ink)", mark: "dashes" }],
  moreKeys: widthKeys,
  numbers: ["least", "last", "peak", "kept", "exponent"],
  describe: sentenceOfOne(({ quantities }, { parameters }) => {
    const { least, last, peak, kept } = quantities;
    if (least === undefined) return "The widest network is not looked at yet.";
    return `The test error of the network with m = ${Math.max(...parameters.widths)} came down to ${inWords(least, 2)} and stands at ${inWords(last, 2)}; of an alignment of ${inWords(peak, 2)} it keeps ${inWords(100 * (kept ?? 0), 2)} %.`;
  }),
  table: tableOfRows(
    ["Width", "t", "Test error", "Training error", "Alignment"],
    ({ series }, { parameters }) => {
      const { width = [], time = [], test = [], train = [], alignment = [] } = series;
      const rows = Array.from(width, (m, look) => [
        m,
        time[look] as number,
        test[look] as number,
        train[look] as number,
        alignment[look] as number,
      ]);
      return parameters.widths.flatMap((own) =>
        thinned(
          rows.filter(([m]) => m === own),
          MOST_ROWS,
        ).map(([m, ...row]) => [m as number, ...row.map((value) => inWords(value))]),
      );
    },
  ),
};
