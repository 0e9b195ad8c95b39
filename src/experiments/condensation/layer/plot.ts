/**
 * Draws Fig. 2: the similarity of every pair of neurons, line by line, the six coordinates of every direction, and how
 * little of the risk is gone meanwhile.
 */
import { ruleX, ruleY } from "@observablehq/plot";
import { logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { strokes } from "../../../plots/strokes.ts";
import { thinned, told } from "../../../plots/told.ts";
import { type Drawing, type ResultOf, recordedKeys, resultOf, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { blocksOf } from "../setting/namedLines.ts";
import { similaritiesOf } from "../setting/similarities.ts";
import {
  colourOfLine,
  NO_LINE,
  nameOf,
  SIMILARITY_KEYS,
  similarityPlot,
} from "../setting/similarityViews.ts";
import { afterSteps, linesInWords } from "../setting/views.ts";
import type { meta } from "./meta.ts";
import { COORDINATES, coordinatesInWords, neuronsIn } from "./neurons.ts";

/** A vector whose entries are all alike in size has entries of this size. */
const EVEN = 1 / Math.sqrt(COORDINATES.length);

const SIZE = { width: 360, height: 350, marginBottom: 34 } as const;

const similarity: View<typeof meta> = perCase("similarity", "Similarity of all pairs of neurons", (shown) => {
  const neurons = neuronsIn(resultOf(shown));
  return {
    ...SIZE,
    ...similarityPlot(
      similaritiesOf(neurons.map(({ direction }) => direction)),
      neurons.map(({ line }) => line),
      shown.parameters.width,
    ),
  };
});

const directions: View<typeof meta> = perCase("directions", "Direction of every neuron", (shown) => {
  const neurons = neuronsIn(resultOf(shown));
  const places = COORDINATES.map((_, j) => j);
  return {
    ...SIZE,
    x: {
      domain: [0, COORDINATES.length - 1],
      label: null,
      ticks: places,
      tickFormat: (_: number, j: number) => COORDINATES[j] ?? "",
    },
    y: { domain: [-1, 1], label: "↑ coordinate of w/|w|", ticks: 5 },
    marks: [
      ruleX(places, { stroke: "var(--line)" }),
      ruleY([-EVEN, EVEN], { stroke: "var(--line-strong)", strokeWidth: 0.75 }),
      ...[...new Set(neurons.map(({ line }) => line))].flatMap((line) =>
        [true, false].map((isForward) =>
          strokes({
            lines: neurons
              .filter((neuron) => neuron.line === line && neuron.isForward === isForward)
              .map(({ direction }) => curve(places, direction)),
            colour: colourOfLine(line),
            width: 1.25,
            opacity: 0.55,
            dashes: isForward ? [] : [4, 3],
          }),
        ),
      ),
      readout(() =>
        thinned(neurons).map((neuron, k) => {
          // One after the other at another coordinate, since those of a line go through the same places.
          const x = k % COORDINATES.length;
          const words = `neuron ${nameOf(neuron.number, neuron.line)}: |w| ${inWords(neuron.length, 2)}, w/|w| ${coordinatesInWords(neuron)}`;
          return { x, y: neuron.direction[x] as number, words };
        }),
      ),
    ],
  };
});

const risk: View<typeof meta> = perCase("risk", "How much of the risk is left", (shown) => {
  const pathOf = (result: ResultOf<typeof meta> | null) => curve(result?.series.epoch, result?.series.risk);
  const [recorded, path] = [pathOf(shown.reference), pathOf(resultOf(shown))];
  const heights = [...path, ...recorded].map(({ y }) => y);
  return {
    ...SIZE,
    x: { label: "epoch →", domain: [0, shown.parameters.steps], ticks: 5 },
    y: { ...logAxis("↑ risk, over that of f = 0", decadesAround(heights, [0.1, 2])), grid: true },
    marks: [
      shown.now ? dashedLine(recorded) : null,
      strokes({ lines: [path], colour: "var(--ink)", width: 2 }),
      dots(path.slice(-1), 6, "var(--ink)"),
      told(path, ({ x, y }) => `epoch ${x.toLocaleString("en")}: risk ${inWords(y)} of that of f = 0`),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [similarity, directions, risk],
  legend: [
    ...SIMILARITY_KEYS,
    { label: "a neuron, in the colour of its line", colour: "var(--series-2)", mark: "line" },
    { label: "one that points the other way", colour: "var(--series-2)", mark: "dashes" },
    { label: "one on no line", colour: NO_LINE, mark: "line" },
  ],
  moreKeys: recordedKeys,
  numbers: ["relativeRisk", "meanSimilarity", "largestLine", "rarerSign"],
  describe: sentencePerCase((result) => {
    const neurons = neuronsIn(result);
    const others = neurons.filter(({ line }) => line < 0).length;
    const lines = blocksOf(neurons.map(({ line }) => line)).length;
    if (neurons.length === 0) return `${afterSteps(result.step)} every neuron is left out.`;
    const rest = lines > 0 && others > 0 ? `, and ${others} are on no line` : "";
    return `${afterSteps(result.step)} the ${neurons.length} neurons make ${linesInWords(lines)}${rest}.`;
  }),
  table: tableOfRows(["Line", "Neurons", "One way", "The other way", ...COORDINATES], (result) => {
    const neurons = neuronsIn(result);
    return blocksOf(neurons.map(({ line }) => line)).map(({ line, from, to }) => {
      const forward = neurons.slice(from, to).filter(({ isForward }) => isForward).length;
      const coordinates = neurons[from]?.direction.map((coordinate) => inWords(coordinate, 2)) ?? [];
      return [line + 1, to - from, forward, to - from - forward, ...coordinates];
    });
  }),
};
