/** Draws each neuron's cosine to the line against time, measured and solved, and the side that its start decides. */
import { line, ruleX, ruleY } from "@observablehq/plot";
import { cloud } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type AlongLine, cosineOf, grown } from "../../../theory/condensation/oneLine.ts";
import { type Drawing, type ResultOf, resultOf, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import { AT_XY } from "../setting/views.ts";
import type { meta } from "./meta.ts";

/** Colours of a neuron predicted to stay on the side of g on which it starts, and of one predicted to change sides. */
const STAYS = "var(--initial)";
const TURNS = "var(--final)";

/** Steps of κt between two points of a predicted line. */
const GRAIN = 0.25;

interface Neuron {
  readonly start: AlongLine;
  readonly turns: boolean;
  /** Which row of the measured cosines is its own. */
  readonly index: number;
}

function neuronsIn(result: ResultOf<typeof meta> | null): Neuron[] {
  const { output = [], along = [], across = [] } = result?.series ?? {};
  return Array.from(output, (a, index) => {
    const start = { output: a, along: along[index] as number, across: across[index] as number };
    return { start, turns: start.along * (start.output + start.along) < 0, index };
  });
}

/** Those predicted to stay, then those predicted to turn, each with its colour. */
function byFate(neurons: readonly Neuron[]): { readonly colour: string; readonly group: Neuron[] }[] {
  return [
    { colour: STAYS, group: neurons.filter(({ turns }) => !turns) },
    { colour: TURNS, group: neurons.filter(({ turns }) => turns) },
  ];
}

function predicted(
  { start, index }: Neuron,
  until: number,
): { time: number; cosine: number; index: number }[] {
  const points = Math.ceil(until / GRAIN);
  return Array.from({ length: points + 1 }, (_, k) => {
    const time = Math.min(until, k * GRAIN);
    return { time, cosine: cosineOf(grown(start, time)), index };
  });
}

/** The measured cosines of some neurons as two lists; the last time is now. */
function measured({ series }: ResultOf<typeof meta>, neurons: readonly Neuron[], width: number) {
  const { time = [], cosine = [], timeNow = [], cosineNow = [] } = series;
  const x: number[] = [];
  const y: number[] = [];
  for (const { index } of neurons) {
    for (let k = 0; k < time.length; k++) {
      x.push(time[k] as number);
      y.push(cosine[k * width + index] as number);
    }
    x.push(timeNow[0] as number);
    y.push(cosineNow[index] as number);
  }
  return { x, y };
}

const turning: View<typeof meta> = perCase("turning", "Cosine to the line", (shown) => {
  const result = resultOf(shown);
  const { duration } = shown.parameters;
  const neurons = neuronsIn(result);
  return {
    x: { label: "time κt →", domain: [0, duration], ticks: 6 },
    y: { label: "↑ cos(w, g)", domain: [-1, 1], ticks: 5 },
    marks: [
      ruleY([-1, 0, 1], { stroke: "var(--line)" }),
      ...byFate(neurons).flatMap(({ colour, group }) => [
        line(
          group.flatMap((neuron) => predicted(neuron, duration)),
          { x: "time", y: "cosine", z: "index", stroke: colour, strokeWidth: 0.75, strokeOpacity: 0.6 },
        ),
        result ? cloud({ ...measured(result, group, neurons.length), size: 3, colour, opacity: 0.8 }) : null,
      ]),
    ],
  };
});

/** Both layers of a start along g, in units of ε: no normal number of a network this wide is farther out. */
const REACH = 4;

const sides: View<typeof meta> = perCase("sides", "Which side the start decides on", (shown) => {
  const neurons = neuronsIn(resultOf(shown));
  return {
    x: { label: "w∥ at the start, in units of ε →", domain: [-REACH, REACH], ticks: 5 },
    y: { label: "↑ a at the start, in units of ε", domain: [-REACH, REACH], ticks: 5 },
    marks: [
      ruleX([0], { stroke: "var(--line)" }),
      ruleY([0], { stroke: "var(--line)" }),
      line(
        [
          { x: -REACH, y: REACH },
          { x: REACH, y: -REACH },
        ],
        { ...AT_XY, stroke: "var(--ink)", strokeDasharray: "3 3" },
      ),
      ...byFate(neurons).map(({ colour, group }) =>
        cloud({
          x: group.map(({ start }) => start.along),
          y: group.map(({ start }) => start.output),
          size: 6,
          colour,
          opacity: 0.8,
        }),
      ),
    ],
  };
});

const describe: Drawing<typeof meta>["describe"] = ([shown]) => {
  const result = shown ? resultOf(shown) : null;
  if (!result) return "Not run yet.";
  const { time, cosineError, lowCosine, predictedSigns = 0, turned = 0, relativeRisk } = result.quantities;
  const width = neuronsIn(result).length;
  return (
    `At κt = ${inWords(time)} all but a twentieth of the ${width} neurons have |cos| ${inWords(lowCosine)} or more to the line, and the risk is ${inWords(relativeRisk, 4)} of that of f = 0. ` +
    `Predicted and measured cosines differ by ${inWords(cosineError, 2)} at most; ${Math.round(predictedSigns * width)} neurons are on the side that a + w∥ gave them, and ${Math.round(turned * width)} have changed sides.`
  );
};

const table: NonNullable<Drawing<typeof meta>["table"]> = ([shown]) => {
  const result = shown ? resultOf(shown) : null;
  const columns = ["Neuron", "w∥(0)/ε", "a(0)/ε", "cos at the start", "cos now", "cos predicted now"];
  if (!result) return { columns, rows: [] };
  const { timeNow = [], cosineNow = [] } = result.series;
  const rows = neuronsIn(result).map(({ start, index }) => [
    index + 1,
    ...[start.along, start.output, cosineOf(start)].map((value) => inWords(value)),
    inWords(cosineNow[index], 4),
    inWords(cosineOf(grown(start, timeNow[0] as number)), 4),
  ]);
  return { columns, rows };
};

const legend: Drawing<typeof meta>["legend"] = [
  { label: "neurons that are to stay on their side", colour: STAYS, mark: "dot" },
  { label: "neurons that are to change sides", colour: TURNS, mark: "dot" },
  { label: "closed form", colour: "var(--muted)", mark: "line" },
  { label: "a + w∥ = 0", colour: "var(--ink)", mark: "dashes" },
];

export const drawing: Drawing<typeof meta> = { views: [turning, sides], legend, describe, table };
