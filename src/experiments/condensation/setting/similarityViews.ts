/** Draws the similarity of all pairs of neurons, line by line. */
import { curve } from "../../../plots/curve.ts";
import { heat } from "../../../plots/heat.ts";
import { labels } from "../../../plots/labels.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { strokes } from "../../../plots/strokes.ts";
import { thinned } from "../../../plots/told.ts";
import { blocksOf } from "./namedLines.ts";

/** From −1 to 1; two colours that stay apart for every kind of colour vision, with the ground between them. */
const SIMILARITY_COLOURS = Array.from({ length: 21 }, (_, level) => {
  const share = Math.round(Math.abs(level - 10) * 10);
  return `color-mix(in oklab, var(${level < 10 ? "--linear" : "--condensed"}) ${share}%, var(--map-zero))`;
});

/** Of the lines from the largest on; further ones share the last. */
const LINE_COLOURS = ["--condensed", "--linear", "--unsure", "--initial", "--critical", "--final"];
export const NO_LINE = "var(--line-strong)";

export function colourOfLine(l: number): string {
  return l < 0 ? NO_LINE : `var(${LINE_COLOURS[Math.min(l, LINE_COLOURS.length - 1)]})`;
}

export const SIMILARITY_KEYS = [
  { label: "same direction, cos = 1", colour: "var(--series-2)", mark: "dot" },
  { label: "opposite, cos = −1", colour: "var(--series-1)", mark: "dot" },
] as const;

/** "7 (line 1)", "8 (no line)": a neuron by its number from 1 on. */
export function nameOf(number: number, line: number): string {
  return `${number} (${line < 0 ? "no line" : `line ${line + 1}`})`;
}

/**
 * The plot of neurons in the order of their lines.
 * @param similarities row by row, shape [neurons, neurons]
 * @param lines of every neuron its named line, −1 for none
 * @param width neurons for which there is room while there are none
 */
export function similarityPlot(similarities: ArrayLike<number>, lines: readonly number[], width: number) {
  const size = lines.length || width;
  const blocks = blocksOf(lines);
  return {
    x: { domain: [0, size], label: "neurons, line by line", ticks: [], labelAnchor: "center" as const },
    y: { domain: [size, 0], axis: null },
    marks: [
      heat({ values: similarities, columns: size, colours: SIMILARITY_COLOURS, range: [-1, 1] }),
      labels({
        labels: blocks.map(({ line, from, to }) => ({
          x: -0.02 * size,
          y: (from + to) / 2,
          words: `line ${line + 1}`,
          colour: colourOfLine(line),
        })),
        anchor: "end",
      }),
      strokes({
        lines: blocks.flatMap(({ to }) => [curve([to, to], [0, size]), curve([0, size], [to, to])]),
        colour: "var(--ink)",
        width: 0.75,
        opacity: 0.6,
      }),
      readout(() => {
        const some = thinned(
          lines.map((line, k) => ({ line, k })),
          7,
        );
        return some.flatMap((one) =>
          some.map((other) => ({
            x: other.k + 0.5,
            y: one.k + 0.5,
            words: `neurons ${nameOf(one.k + 1, one.line)} and ${nameOf(other.k + 1, other.line)}: cos ${inWords(similarities[one.k * lines.length + other.k], 2)}`,
          })),
        );
      }),
    ],
  };
}
