/** Draws each neuron's cosine to the line against time, measured and solved, and the side that its start decides. */
import { line, ruleX, ruleY } from "@observablehq/plot";
import { colouredDots, dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { told } from "../../../plots/told.ts";
import { cosineOf, grown } from "../../../theory/condensation/oneLine.ts";
import { type Drawing, type ResultOf, resultOf, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { afterSteps } from "../setting/views.ts";
import type { meta } from "./meta.ts";

/** Colours of a neuron predicted to stay on the side of g on which it starts, and of one predicted to change sides. */
const STAYS = "var(--initial)";
const TURNS = "var(--final)";

/** Steps of κt between two points of a predicted line. */
const GRAIN = 0.25;

/** The neurons at the start, in the order of the measured cosines. */
function neuronsIn(result: ResultOf<typeof meta> | null) {
  const { output = [], along = [], across = [] } = result?.series ?? {};
  return Array.from(output, (a, index) => {
    const start = { output: a, along: along[index] as number, across: across[index] as number };
    return { start, colour: start.along * (start.output + start.along) < 0 ? TURNS : STAYS, index };
  });
}

const turning: View<typeof meta> = perCase("turning", "Cosine to the line", (shown) => {
  const result = resultOf(shown);
  const { duration } = shown.parameters;
  const neurons = neuronsIn(result);
  const { time = [], cosine = [], timeNow = [], cosineNow = [] } = result?.series ?? {};
  const now = timeNow[0] ?? 0;
  const ends = neurons.map((neuron) => ({ ...neuron, x: now, y: cosineNow[neuron.index] as number }));
  const pathOf = (end: (typeof ends)[number]) => [
    ...Array.from(time, (x, k) => ({ ...end, x, y: cosine[k * neurons.length + end.index] as number })),
    end,
  ];
  /** Points of each predicted line: a neuron's are one after the other. */
  const points = Math.ceil(duration / GRAIN) + 1;
  const timeOf = (i: number) => Math.min(duration, (i % points) * GRAIN);
  const neuronOf = (i: number) => neurons[Math.floor(i / points)] as (typeof neurons)[number];
  return {
    x: { label: "time κt →", domain: [0, duration], ticks: 6 },
    y: { label: "↑ cos(w, g)", domain: [-1, 1], ticks: 5 },
    color: { type: "identity" },
    marks: [
      ruleY([-1, 0, 1], { stroke: "var(--line)" }),
      line(
        { length: points * neurons.length },
        {
          x: (_, i) => timeOf(i),
          y: (_, i) => cosineOf(grown(neuronOf(i).start, timeOf(i))),
          z: (_, i) => neuronOf(i).index,
          stroke: (_, i) => neuronOf(i).colour,
          strokeWidth: 0.75,
          strokeOpacity: 0.6,
        },
      ),
      ...colouredDots([STAYS, TURNS], ends.flatMap(pathOf), 3, 0.8),
      told(
        ends,
        ({ start, index, y }) =>
          `neuron ${index + 1} at κt = ${inWords(now)}: cos ${inWords(y)}, predicted ${inWords(cosineOf(grown(start, now)))}`,
      ),
    ],
  };
});

/** Both layers of a start along g, in units of ε: no normal number of a network this wide is farther out. */
const REACH = 4;

const sides: View<typeof meta> = perCase("sides", "Which side the start decides on", (shown) => {
  const neurons = neuronsIn(resultOf(shown)).map((neuron) => ({
    ...neuron,
    x: neuron.start.along,
    y: neuron.start.output,
  }));
  return {
    x: { label: "w∥ at the start, in units of ε →", domain: [-REACH, REACH], ticks: 5 },
    y: { label: "↑ a at the start, in units of ε", domain: [-REACH, REACH], ticks: 5 },
    marks: [
      ruleX([0], { stroke: "var(--line)" }),
      ruleY([0], { stroke: "var(--line)" }),
      dashedLine(curve([-REACH, REACH], [REACH, -REACH]), "var(--ink)"),
      ...colouredDots([STAYS, TURNS], neurons, 6, 0.8),
      told(
        neurons,
        ({ x, y, index, colour }) =>
          `neuron ${index + 1}: w∥ ${inWords(x)}, a ${inWords(y)}; to ${colour === STAYS ? "stay on its side" : "change sides"}`,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [turning, sides],
  legend: [
    { label: "neurons that are to stay on their side", colour: STAYS, mark: "dot" },
    { label: "neurons that are to change sides", colour: TURNS, mark: "dot" },
    { label: "closed form", colour: "var(--muted)", mark: "line" },
    { label: "a + w∥ = 0", colour: "var(--ink)", mark: "dashes" },
  ],
  numbers: ["time", "cosineError", "lowCosine", "turned", "relativeRisk"],
  describe: sentencePerCase((result) => {
    const { predictedSigns = 0, cosineError } = result.quantities;
    const width = neuronsIn(result).length;
    return `${afterSteps(result.step)} ${Math.round(predictedSigns * width)} of the ${width} neurons are on the side where they are to end, and no cosine is more than ${inWords(cosineError, 2)} from the closed form.`;
  }),
  table: tableOfRows(
    ["Neuron", "w∥(0)/ε", "a(0)/ε", "cos at the start", "cos now", "cos predicted now"],
    (result) => {
      const { timeNow = [], cosineNow = [] } = result.series;
      return neuronsIn(result).map(({ start, index }) => [
        index + 1,
        ...[start.along, start.output, cosineOf(start)].map((value) => inWords(value)),
        inWords(cosineNow[index], 4),
        inWords(cosineOf(grown(start, timeNow[0] as number)), 4),
      ]);
    },
  ),
};
