/**
 * Draws training on a sample: what every neuron carries, with its random-feature twin behind it; where each points against
 * what it carries; and the errors of both.
 */
import { ruleX, ruleY } from "@observablehq/plot";
import { logAxis } from "../../../plots/axes.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { type Drawing, type ResultOf, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { barMarks } from "../setting/barViews.ts";
import {
  carryingIn,
  coefficientAxis,
  NETWORK,
  NETWORK_KEYS,
  NEURON_KEYS,
  neuronDots,
  standingInWords,
  TWIN,
} from "../setting/views.ts";
import type { meta } from "./meta.ts";

const SIZE = { width: 360, height: 320, marginBottom: 36 } as const;
/** Rows of the table. */
const MOST_ROWS = 40;

function neuronsIn(result: ResultOf<typeof meta> | null) {
  const { coefficient, twinCoefficient = [], nearness = [] } = result?.series ?? {};
  return carryingIn(coefficient).map((neuron, j) => ({
    ...neuron,
    twin: twinCoefficient[j] as number,
    nearness: nearness[j] as number,
  }));
}

/** The axis of both views; where there are as many neurons as samples, none comes to carry all. */
function axisOf(shown: Shown<typeof meta>) {
  const { parameters } = shown;
  const values = neuronsIn(resultOf(shown)).flatMap(({ coefficient, twin }) => [coefficient, twin]);
  return coefficientAxis(parameters, values, { mayWin: parameters.width < parameters.samples, below: 0.4 });
}

const bars: View<typeof meta> = perCase("bars", "What each neuron carries", (shown) => {
  const neurons = neuronsIn(resultOf(shown));
  const { width } = shown.parameters;
  return {
    ...SIZE,
    x: { label: "neuron →", domain: [0.25, width + 0.75], ticks: 6, tickFormat: "d" },
    y: axisOf(shown),
    marks: barMarks(
      neurons.map((neuron) => ({ ...neuron, place: neuron.number })),
      width,
    ),
  };
});

const motion: View<typeof meta> = perCase("motion", "Where it points, and what it carries", (shown) => {
  const neurons = neuronsIn(resultOf(shown)).map((neuron) => ({
    ...neuron,
    x: neuron.nearness,
    y: neuron.coefficient,
  }));
  return {
    ...SIZE,
    x: { label: "cosine to the nearest neuron of the target →", domain: [-1.04, 1.04], ticks: 5 },
    y: axisOf(shown),
    marks: [
      ruleX([-1, 0, 1], { stroke: "var(--line)" }),
      ruleY([0], { stroke: "var(--line-strong)" }),
      ...neuronDots(neurons),
      told(
        neurons.toSorted((one, other) => one.x - other.x),
        ({ number, x, y }) => `neuron ${number}: cosine ${inWords(x, 2)}, a|b| ${inWords(y, 2)}`,
      ),
    ],
  };
});

const ERRORS = [
  { name: "train", words: "training error of the network", colour: NETWORK, dashes: [4, 3] },
  { name: "test", words: "test error of the network", colour: NETWORK, dashes: [] },
  { name: "twinTrain", words: "training error of the twin", colour: TWIN, dashes: [4, 3] },
  { name: "twinTest", words: "test error of the twin", colour: TWIN, dashes: [] },
] as const;

const errors: View<typeof meta> = perCase("errors", "Errors", (shown) => {
  const { series } = resultOf(shown) ?? {};
  const lines = ERRORS.map((each) => ({ ...each, points: curve(series?.time, series?.[each.name]) }));
  const heights = lines.flatMap(({ points }) => points.map(({ y }) => y));
  return {
    ...SIZE,
    x: { label: "time t →", domain: [0, shown.parameters.duration], ticks: 5 },
    y: { ...logAxis("↑ mean squared error", decadesAround(heights, [1e-5, 1])), grid: true },
    marks: [
      ...lines.map(({ points, colour, dashes }) => strokes({ lines: [points], colour, width: 2, dashes })),
      ...lines.map(({ points, words }) =>
        told(points, ({ x, y }) => `${words} at t = ${inWords(x)}: ${inWords(y, 2)}`, 15),
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [bars, motion, errors],
  legend: [
    ...NEURON_KEYS,
    ...NETWORK_KEYS,
    { label: "error on the training points alone", colour: "var(--muted)", mark: "dashes" },
  ],
  numbers: ["effectiveNeurons", "activated", "largest", "pathNorm", "test", "twinTest"],
  describe: sentencePerCase(({ quantities }) =>
    standingInWords(quantities, {
      name: "test error",
      ofNetwork: quantities.test,
      ofTwin: quantities.twinTest,
    }),
  ),
  table: tableOfRows(["Neuron", "a|b|", "In the twin", "Cosine to the target"], (result) =>
    neuronsIn(result)
      .toSorted((one, other) => Math.abs(other.coefficient) - Math.abs(one.coefficient))
      .slice(0, MOST_ROWS)
      .map(({ number, coefficient, twin, nearness }) => [
        number,
        ...[coefficient, twin, nearness].map((value) => inWords(value)),
      ]),
  ),
};
