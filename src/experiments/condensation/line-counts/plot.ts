/** Draws on how many lines the neurons of each network gather, and how much of each layer takes part. */
import { dot, ruleX } from "@observablehq/plot";
import { countBars, frequencies } from "../../../plots/counts.ts";
import { inWords } from "../../../plots/numbers.ts";
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import { linesAxis } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const WITHIN = "var(--series-1)";
const BEYOND = "var(--series-2)";

function mostLines({ parameters }: Shown<typeof meta>): number {
  return multiplicityOf(parameters.activation)?.order ?? Infinity;
}

function linesOf(shown: Shown<typeof meta>): number[] {
  return Array.from(resultOf(shown)?.series.lines ?? []);
}

const counts: View<typeof meta> = perCase("counts", "Networks by their number of lines", (shown) => {
  const most = mostLines(shown);
  const values = linesOf(shown);
  return {
    x: linesAxis(values),
    y: { label: "↑ networks", domain: [0, shown.parameters.draws], ticks: 4, grid: true },
    color: { type: "identity" },
    marks: [
      ...countBars([{ values, colourOf: (count) => (count > most ? BEYOND : WITHIN) }]),
      ruleX(Number.isFinite(most) ? [most + 0.5] : [], {
        stroke: "var(--ink)",
        strokeWidth: 1.5,
        strokeDasharray: "4 3",
      }),
    ],
  };
});

const takingPart: View<typeof meta> = perCase("taking-part", "How much of each layer takes part", (shown) => {
  const { shareOnLines = [], largestNeuron = [] } = resultOf(shown)?.series ?? {};
  const networks = Array.from(shareOnLines, (share, k) => ({
    share,
    largest: largestNeuron[k] as number,
    lines: linesOf(shown)[k] as number,
  }));
  return {
    x: { label: "share of neurons on a line →", domain: [0, 1.03], ticks: 3 },
    y: { label: "↑ largest neuron’s share of Σ|a||w|", domain: [0, 1.03], ticks: 3, grid: true },
    color: { type: "identity" },
    marks: [
      dot(networks, {
        x: "share",
        y: "largest",
        r: 4,
        fill: ({ lines }) => (lines > mostLines(shown) ? BEYOND : WITHIN),
        fillOpacity: 0.65,
      }),
    ],
  };
});

/** "3 with one line, 2 with 2 lines". */
function countsInWords(values: readonly number[]): string {
  return frequencies(values)
    .flatMap((count, lines) =>
      count === 0
        ? []
        : [`${count} with ${lines === 0 ? "none" : lines === 1 ? "one line" : `${lines} lines`}`],
    )
    .join(", ");
}

const describe: Drawing<typeof meta>["describe"] = (shown) =>
  shown
    .map((each) => {
      const values = linesOf(each);
      if (values.length === 0) return `${each.label}: no network is trained yet.`;
      const most = mostLines(each);
      const beyond = values.filter((count) => count > most).length;
      const largest = resultOf(each)?.quantities.medianLargestNeuron;
      return [
        `${each.label}: of ${values.length} networks ${countsInWords(values)}.`,
        Number.isFinite(most) ? `${beyond} of them exceed the paper’s p = ${most}.` : "",
        largest === undefined
          ? ""
          : `Half of the networks give their largest neuron more than ${inWords(100 * largest, 2)} % of Σ|a||w|.`,
      ]
        .filter(Boolean)
        .join(" ");
    })
    .join(" ");

const done: Drawing<typeof meta>["done"] = (shown) => {
  const all = shown.reduce((sum, { parameters }) => sum + parameters.draws, 0);
  const known = shown.reduce((sum, { now }) => sum + (now?.series.lines?.length ?? 0), 0);
  return `${known} of ${all} networks`;
};

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: ["Case", "Network", "Lines", "Share on a line", "Largest neuron’s share"],
  rows: shown.flatMap((each) => {
    const { shareOnLines = [], largestNeuron = [] } = resultOf(each)?.series ?? {};
    return linesOf(each).map((lines, k) => [
      each.label,
      k + 1,
      lines,
      inWords(shareOnLines[k]),
      inWords(largestNeuron[k]),
    ]);
  }),
});

const legend: Drawing<typeof meta>["legend"] = [
  { label: "as many lines as the paper expects, or fewer", colour: WITHIN, mark: "dot" },
  { label: "more", colour: BEYOND, mark: "dot" },
  { label: "p lines, that is 2p directions", colour: "var(--ink)", mark: "dashes" },
];

export const drawing: Drawing<typeof meta> = { views: [counts, takingPart], legend, describe, done, table };
