/** Draws test error and path norm against the width, over the published values where the setting is the published one. */
import { dot, link, ruleX, text } from "@observablehq/plot";
import { power } from "../../../math/elementary.ts";
import { countAxis, logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround, logRoom, roundedAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import {
  type Drawing,
  type Key,
  recordedKeys,
  resultOf,
  type Shown,
  type View,
} from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { NETWORK, TWIN } from "../setting/views.ts";
import type { meta } from "./meta.ts";
import { PUBLISHED_SWEEP } from "./published.ts";

type Name = "test" | "twinTest" | "pathNorm";

/** A published value with its band. */
interface Published {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

/** The published values, at the widths that are asked for, where everything else is as published. */
function publishedFor({ parameters }: Shown<typeof meta>, name: Name): Published[] {
  const { samples, inputs, target, teachers, scaling, widths } = parameters;
  const isPublished =
    samples === 200 && inputs === 20 && target === "neurons" && teachers === 1 && scaling === "conventional";
  if (!isPublished) return [];
  const { logTest, logTestBand, logTwinTest, logTwinTestBand, pathNorm, pathNormBand } = PUBLISHED_SWEEP;
  const [values, bands, of] = {
    test: [logTest, logTestBand, (log: number) => power(10, log)],
    twinTest: [logTwinTest, logTwinTestBand, (log: number) => power(10, log)],
    pathNorm: [pathNorm, pathNormBand, (value: number) => value],
  }[name] as [readonly number[], readonly number[], (value: number) => number];
  return PUBLISHED_SWEEP.widths.flatMap((x, k) => {
    const [value, band] = [values[k] as number, bands[k] as number];
    return widths.includes(x) ? [{ x, y: of(value), low: of(value - band), high: of(value + band) }] : [];
  });
}

/** The values of a series against the width, as far as they are known. */
function lineOf(result: Shown<typeof meta>["now"], name: Name) {
  return curve(result?.series.width, result?.series[name]);
}

/** Where regimes change: m(d + 1) = n and m = n. */
function borders({ samples, inputs }: Shown<typeof meta>["parameters"]) {
  return [
    { x: samples / (inputs + 1), words: "m(d+1) = n" },
    { x: samples, words: "m = n" },
  ];
}

function marksOf(shown: Shown<typeof meta>, name: Name, colour: string, label: string) {
  const line = lineOf(resultOf(shown), name);
  const published = publishedFor(shown, name);
  return [
    link(published, {
      x1: "x",
      x2: "x",
      y1: "low",
      y2: "high",
      stroke: colour,
      strokeOpacity: 0.35,
      strokeWidth: 3,
    }),
    dot(published, { x: "x", y: "y", r: 3.5, stroke: colour, fill: "var(--paper)" }),
    ...(shown.now ? [dashedLine(lineOf(shown.reference, name))] : []),
    strokes({ lines: [line], colour, width: 2 }),
    dots(line, 7, colour),
    told(line, ({ x, y }) => `${label}, m = ${x}: ${inWords(y)}`),
  ];
}

/** Rules at the borders with their names at the top. */
function borderMarks(shown: Shown<typeof meta>) {
  const all = borders(shown.parameters).filter(({ x }) => {
    const [low, high] = acrossOf(shown);
    return x > low && x < high;
  });
  return [
    ruleX(all, { x: "x", stroke: "var(--line-strong)", strokeDasharray: "4 3" }),
    text(all, { x: "x", text: "words", frameAnchor: "top", dy: -14, fill: "var(--ink)" }),
  ];
}

function acrossOf({ parameters }: Shown<typeof meta>): [number, number] {
  return logRoom(parameters.widths, 1.3);
}

/** Two of them stand side by side on a desk. */
const FRAME = { width: 480, height: 290, marginTop: 32 };

const errors: View<typeof meta> = forOne("errors", "Test error against width", (shown) => {
  const names: readonly Name[] = ["test", "twinTest"];
  const values = names.flatMap((name) => [
    ...[shown.now, shown.reference].flatMap((result) => lineOf(result, name).map(({ y }) => y)),
    ...publishedFor(shown, name).flatMap(({ low, high }) => [low, high]),
  ]);
  return {
    ...FRAME,
    x: countAxis("width m →", acrossOf(shown)),
    y: { ...logAxis("↑ test error E(f − f*)²", decadesAround(values, [1e-6, 1])), grid: true },
    marks: [
      ...borderMarks(shown),
      ...marksOf(shown, "twinTest", TWIN, "random features"),
      ...marksOf(shown, "test", NETWORK, "network"),
    ],
  };
});

const norms: View<typeof meta> = forOne("path-norm", "Path norm against width", (shown) => {
  const values = [
    ...[shown.now, shown.reference].flatMap((result) => lineOf(result, "pathNorm").map(({ y }) => y)),
    ...publishedFor(shown, "pathNorm").map(({ high }) => high),
    4,
  ];
  return {
    ...FRAME,
    x: countAxis("width m →", acrossOf(shown)),
    y: { label: "↑ path norm Σ|a||b|", domain: roundedAround(values), grid: true },
    marks: [...borderMarks(shown), ...marksOf(shown, "pathNorm", NETWORK, "path norm")],
  };
});

const WITH_BAND: Key = { label: "published, with its band", colour: "var(--ink)", mark: "ring" };

export const drawing: Drawing<typeof meta> = {
  views: [errors, norms],
  legend: [
    { label: "network", colour: NETWORK, mark: "line" },
    { label: "random features, least squares", colour: TWIN, mark: "line" },
  ],
  moreKeys: (shown) => [
    ...(shown.some((each) => publishedFor(each, "test").length > 0) ? [WITH_BAND] : []),
    ...recordedKeys(shown),
  ],
  describe: sentenceOfOne((result, { parameters }) => {
    const test = lineOf(result, "test");
    const [first, last] = [test[0], test.at(-1)];
    if (!first || !last) return "No width has been run yet.";
    const soFar = test.length < parameters.widths.length ? "So far, test" : "Test";
    return `${soFar} error ${inWords(first.y)} at ${first.x} neurons, and ${inWords(last.y)} at ${last.x}.`;
  }),
  done: ([shown]) =>
    shown ? `${lineOf(shown.now, "test").length} of ${shown.parameters.widths.length} widths` : "",
  table: tableOfRows(
    ["m", "Test error", "Random features", "Path norm", "N_eff", "Training error"],
    (result) => {
      const {
        width = [],
        test = [],
        twinTest = [],
        pathNorm = [],
        effectiveNeurons = [],
        train = [],
      } = result.series;
      return Array.from(width, (m, k) =>
        [m, test[k], twinTest[k], pathNorm[k], effectiveNeurons[k], train[k]].map((value, column) =>
          column === 0 ? m : inWords(value),
        ),
      );
    },
  ),
};
