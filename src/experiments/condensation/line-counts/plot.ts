/** Draws on how many lines the neurons of each network gather, and how much of each layer takes part. */
import { ruleX } from "@observablehq/plot";
import { colouredDots } from "../../../plots/coloured.ts";
import { countBars } from "../../../plots/counts.ts";
import { inWords } from "../../../plots/numbers.ts";
import { told } from "../../../plots/told.ts";
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { linesAxis, linesInWords, percent } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const WITHIN = "var(--series-1)";
const BEYOND = "var(--series-2)";

function mostLines({ parameters }: Pick<Shown<typeof meta>, "parameters">): number {
  return multiplicityOf(parameters.activation)?.order ?? Infinity;
}

/** The networks that are known of a case: across, the share of their neurons on a line; up, that of the largest neuron. */
function networksIn(shown: Shown<typeof meta>) {
  const { lines = [], shareOnLines = [], largestNeuron = [] } = resultOf(shown)?.series ?? {};
  return Array.from(lines, (count, k) => ({
    number: k + 1,
    lines: count,
    x: shareOnLines[k] as number,
    y: largestNeuron[k] as number,
    colour: count > mostLines(shown) ? BEYOND : WITHIN,
  }));
}

const counts: View<typeof meta> = perCase("counts", "Networks by their number of lines", (shown) => {
  const most = mostLines(shown);
  const values = networksIn(shown).map(({ lines }) => lines);
  return {
    x: linesAxis(values),
    y: { label: "↑ networks", domain: [0, shown.parameters.draws], ticks: 4, grid: true },
    marks: [
      ...countBars([
        {
          values,
          colourOf: (count) => (count > most ? BEYOND : WITHIN),
          wordsOf: (networks, count) => `${linesInWords(count)}: ${networks} of ${values.length} networks`,
        },
      ]),
      ruleX(Number.isFinite(most) ? [most + 0.5] : [], {
        stroke: "var(--ink)",
        strokeWidth: 1.5,
        strokeDasharray: "4 3",
      }),
    ],
  };
});

const takingPart: View<typeof meta> = perCase("taking-part", "How much of each layer takes part", (shown) => {
  const networks = networksIn(shown);
  return {
    x: { label: "share of neurons on a line →", domain: [0, 1.03], ticks: 3 },
    y: { label: "↑ largest neuron’s share of Σ|a||w|", domain: [0, 1.03], ticks: 3, grid: true },
    marks: [
      ...colouredDots([WITHIN, BEYOND], networks, 8, 0.65),
      told(
        networks,
        ({ number, lines, x, y }) =>
          `network ${number}, ${linesInWords(lines)}: ${percent(x)} of the neurons on a line, ${percent(y)} of Σ|a||w| in the largest`,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [counts, takingPart],
  legend: [
    { label: "network with as many lines as the paper expects, or fewer", colour: WITHIN, mark: "dot" },
    { label: "network with more", colour: BEYOND, mark: "dot" },
    { label: "p lines, that is 2p directions", colour: "var(--ink)", mark: "dashes" },
  ],
  numbers: ["medianLines", "exceeding", "medianLargestNeuron"],
  describe: sentencePerCase((_, each) => {
    const networks = networksIn(each);
    const beyond = networks.filter(({ colour }) => colour === BEYOND).length;
    if (networks.length === 0) return "no network is trained yet.";
    const most = Math.max(...networks.map(({ lines }) => lines));
    return Number.isFinite(mostLines(each))
      ? `${beyond} of ${networks.length} networks have more than p lines.`
      : `${networks.length} networks have ${most} lines at most.`;
  }),
  done: (shown) => {
    const all = shown.reduce((sum, { parameters }) => sum + parameters.draws, 0);
    const known = shown.reduce((sum, { now }) => sum + (now?.series.lines?.length ?? 0), 0);
    return `${known} of ${all} networks`;
  },
  table: tableOfRows(["Case", "Network", "Lines", "Share on a line", "Largest neuron’s share"], (_, each) =>
    networksIn(each).map(({ number, lines, x, y }) => [each.label, number, lines, inWords(x), inWords(y)]),
  ),
};
