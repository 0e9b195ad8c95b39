/** Draws Fig. 2: the similarity of every pair of neurons, line by line, and the six coordinates of every direction. */
import { line, ruleX, ruleY, text } from "@observablehq/plot";
import { dot } from "../../../math/vectors.ts";
import { heat } from "../../../plots/heat.ts";
import { inWords } from "../../../plots/numbers.ts";
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import { type Drawing, type ResultOf, resultOf, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import type { meta } from "./meta.ts";

const COORDINATES = ["w₁", "w₂", "w₃", "w₄", "w₅", "bias"];
/** A vector whose entries are all alike in size has entries of this size. */
const EVEN = 1 / Math.sqrt(COORDINATES.length);

/** From −1 to 1; two colours that stay apart for every kind of colour vision, with the ground between them. */
const SIMILARITY_COLOURS = Array.from({ length: 21 }, (_, level) => {
  const share = Math.round(Math.abs(level - 10) * 10);
  return `color-mix(in oklab, var(${level < 10 ? "--linear" : "--condensed"}) ${share}%, var(--map-zero))`;
});

/** Of the lines from the largest on; further ones share the last. */
const LINE_COLOURS = ["--condensed", "--linear", "--unsure", "--initial", "--critical", "--final"];
const NO_LINE = "var(--line-strong)";

function colourOfLine(l: number): string {
  return l < 0 ? NO_LINE : `var(${LINE_COLOURS[Math.min(l, LINE_COLOURS.length - 1)]})`;
}

interface Neuron {
  readonly direction: readonly number[];
  readonly line: number;
  /** Whether it points the more frequent way along its line. */
  readonly forward: boolean;
}

function neuronsIn(result: ResultOf<typeof meta> | null): Neuron[] {
  const { direction = [], line: lines = [], cosine = [] } = result?.series ?? {};
  return Array.from(lines, (l, k) => ({
    direction: COORDINATES.map((_, j) => direction[k * COORDINATES.length + j] as number),
    line: l,
    forward: (cosine[k] as number) >= 0,
  }));
}

/** Where each line begins and ends in the order of the neurons. */
function blocksOf(neurons: readonly Neuron[]): { line: number; from: number; to: number }[] {
  const count = Math.max(-1, ...neurons.map((neuron) => neuron.line)) + 1;
  return Array.from({ length: count }, (_, l) => {
    const from = neurons.findIndex((neuron) => neuron.line === l);
    return { line: l, from, to: from + neurons.filter((neuron) => neuron.line === l).length };
  });
}

const similarity: View<typeof meta> = perCase(
  "similarity",
  "Similarity of every pair of neurons",
  (shown) => {
    const neurons = neuronsIn(resultOf(shown));
    const size = neurons.length || 50;
    const blocks = blocksOf(neurons);
    const edges = blocks.map(({ to }) => to);
    const values = neurons.flatMap((one) => neurons.map((other) => dot(one.direction, other.direction)));
    return {
      width: 440,
      height: 424,
      marginLeft: 58,
      marginBottom: 34,
      marginTop: 22,
      x: { domain: [0, size], label: "neurons, line by line", ticks: [], labelAnchor: "center" },
      y: { domain: [size, 0], axis: null },
      color: { type: "identity" },
      marks: [
        heat({ values, columns: size, colours: SIMILARITY_COLOURS, range: [-1, 1] }),
        text(blocks, {
          x: 0,
          y: ({ from, to }) => (from + to) / 2,
          text: ({ line: l }) => `line ${l + 1}`,
          fill: ({ line: l }) => colourOfLine(l),
          fontWeight: 600,
          textAnchor: "end",
          dx: -6,
        }),
        ruleX(edges, { stroke: "var(--ink)", strokeWidth: 0.75, strokeOpacity: 0.6 }),
        ruleY(edges, { stroke: "var(--ink)", strokeWidth: 0.75, strokeOpacity: 0.6 }),
      ],
    };
  },
);

const directions: View<typeof meta> = perCase(
  "directions",
  "Direction of every neuron, coordinate by coordinate",
  (shown) => {
    const neurons = neuronsIn(resultOf(shown));
    const points = neurons.flatMap((neuron, k) =>
      neuron.direction.map((value, j) => ({ k, j, value, ...neuron })),
    );
    const zigzags = (of: typeof points, dashes?: string) =>
      line(of, {
        x: "j",
        y: "value",
        z: "k",
        stroke: ({ line: l }) => colourOfLine(l),
        strokeWidth: 1.25,
        strokeOpacity: 0.55,
        ...(dashes ? { strokeDasharray: dashes } : {}),
      });
    return {
      width: 440,
      height: 424,
      marginBottom: 34,
      x: {
        domain: [0, COORDINATES.length - 1],
        label: null,
        ticks: COORDINATES.map((_, j) => j),
        tickFormat: (_: number, j: number) => COORDINATES[j] ?? "",
      },
      y: { domain: [-1, 1], label: "↑ coordinate of w/|w|", ticks: 5 },
      color: { type: "identity" },
      marks: [
        ruleX(
          COORDINATES.map((_, j) => j),
          { stroke: "var(--line)" },
        ),
        ruleY([-EVEN, EVEN], { stroke: "var(--line-strong)", strokeWidth: 0.75 }),
        zigzags(points.filter(({ forward }) => forward)),
        zigzags(
          points.filter(({ forward }) => !forward),
          "4 3",
        ),
      ],
    };
  },
);

const inLines = (count: number) => (count === 1 ? "one line" : `${count === 0 ? "no" : count} lines`);
const percent = (share: number | undefined) => `${inWords(100 * (share ?? Number.NaN), 2)} %`;

const describe: Drawing<typeof meta>["describe"] = (shown) =>
  shown
    .map((each) => {
      const result = resultOf(each);
      if (!result) return "Not run yet.";
      const { lines = 0, neurons, largestLine = 0, rarerSign = 0, meanSimilarity } = result.quantities;
      const order = multiplicityOf(each.parameters.activation)?.order;
      const steps = `${result.step.toLocaleString("en")} ${result.step === 1 ? "step" : "steps"}`;
      return [
        `After ${steps} the ${inWords(neurons)} neurons make ${inLines(lines)}${order === undefined ? "" : `; the paper’s rule allows p = ${order}`}.`,
        lines > 0
          ? `The largest holds ${percent(largestLine)} of them: ${percent(largestLine - rarerSign)} point one way and ${percent(rarerSign)} the other.`
          : "",
        `The mean of |cos| over all pairs is ${inWords(meanSimilarity)}, and the risk is ${inWords(result.quantities.relativeRisk)} of what it was.`,
      ]
        .filter(Boolean)
        .join(" ");
    })
    .join(" ");

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: ["Line", "Neurons", "One way", "The other way", ...COORDINATES],
  rows: shown.flatMap((each) => {
    const neurons = neuronsIn(resultOf(each));
    return blocksOf(neurons).map(({ line: l, from, to }) => {
      const members = neurons.slice(from, to);
      const forward = members.filter((neuron) => neuron.forward).length;
      return [
        l + 1,
        to - from,
        forward,
        to - from - forward,
        ...(members[0]?.direction ?? []).map((coordinate) => inWords(coordinate, 2)),
      ];
    });
  }),
});

const legend: Drawing<typeof meta>["legend"] = [
  { label: "same direction, cos = 1", colour: "var(--series-2)", mark: "dot" },
  { label: "opposite, cos = −1", colour: "var(--series-1)", mark: "dot" },
  { label: "a neuron, in the colour of its line", colour: "var(--series-2)", mark: "line" },
  { label: "one that points the other way", colour: "var(--series-2)", mark: "dashes" },
  { label: "one on no line", colour: NO_LINE, mark: "line" },
];

export const drawing: Drawing<typeof meta> = { views: [similarity, directions], legend, describe, table };
