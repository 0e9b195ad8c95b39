/** Draws on how many lines the neurons gather for a target of one frequency and of another. */
import { type PlotOptions, ruleX } from "@observablehq/plot";
import { frequencies } from "../../../math/statistics.ts";
import { countBars } from "../../../plots/counts.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Drawing, type ResultOf, resultOf, type Shown } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { linesAxis, linesInWords } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const SETS = [
  { name: "low", median: "medianLow", colour: "var(--series-1)" },
  { name: "high", median: "medianHigh", colour: "var(--series-2)" },
] as const;

/** The numbers of lines at either frequency, as far as they are known. */
function linesIn(result: ResultOf<typeof meta> | null) {
  const { low = [], high = [] } = result?.series ?? {};
  return { low: Array.from(low), high: Array.from(high) };
}

function countsOf(shown: Shown<typeof meta>): PlotOptions {
  const result = resultOf(shown);
  const lines = linesIn(result);
  // Room for those of the recorded run, too, so that the axes stay while a run goes on.
  const sets = [lines, linesIn(shown.reference)].flatMap(({ low, high }) => [low, high]);
  return {
    width: 720,
    height: 300,
    x: linesAxis(sets.flat()),
    y: { label: "↑ networks", domain: [0, Math.max(5, ...sets.flatMap(frequencies))], ticks: 5, grid: true },
    marks: [
      ...countBars(
        SETS.map(({ name, colour }) => ({
          values: lines[name],
          colourOf: () => colour,
          wordsOf: (networks, count) =>
            `frequency ${shown.parameters[name]}, ${linesInWords(count)}: ${networks} of ${lines[name].length} networks`,
        })),
      ),
      ...SETS.map(({ median, colour }) =>
        ruleX(
          [result?.quantities[median]].filter((value) => value !== undefined),
          { stroke: colour, strokeWidth: 2, strokeDasharray: "5 3" },
        ),
      ),
    ],
  };
}

export const drawing: Drawing<typeof meta> = {
  views: [forOne("counts", "Networks by their number of lines", countsOf)],
  legend: [
    { label: "first frequency, its median dashed", colour: "var(--series-1)", mark: "dot" },
    { label: "second frequency, its median dashed", colour: "var(--series-2)", mark: "dot" },
  ],
  numbers: ["medianLow", "medianHigh", "difference"],
  describe: sentencePerCase((result, { parameters }) => {
    const { medianLow, medianHigh } = result.quantities;
    const { low, high } = linesIn(result);
    return medianLow === undefined
      ? `${low.length + high.length} networks are trained so far.`
      : `the median number of lines is ${inWords(medianLow)} at frequency ${parameters.low}, and ${inWords(medianHigh)} at frequency ${parameters.high}.`;
  }),
  done: (shown) => {
    const { low, high } = linesIn(shown[0]?.now ?? null);
    return `${low.length + high.length} of ${2 * (shown[0]?.parameters.draws ?? 0)} networks`;
  },
  table: ([shown]) => {
    const { low, high } = linesIn(shown ? resultOf(shown) : null);
    return {
      columns: ["Network", `Lines at ${shown?.parameters.low}`, `Lines at ${shown?.parameters.high}`],
      rows: low.map((lines, k) => [k + 1, lines, high[k] ?? "—"]),
    };
  },
};
