/** Draws on how many lines the neurons gather for a target of one frequency and of another. */
import { ruleX } from "@observablehq/plot";
import { countBars, frequencies } from "../../../plots/counts.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { linesAxis } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const SETS = [
  { name: "low", colour: "var(--series-1)" },
  { name: "high", colour: "var(--series-2)" },
] as const;

function valuesOf(shown: Shown<typeof meta> | undefined, name: (typeof SETS)[number]["name"]): number[] {
  return Array.from((shown ? resultOf(shown) : null)?.series[name] ?? []);
}

const counts: View<typeof meta> = {
  id: "counts",
  title: "Networks by their number of lines",
  per: "figure",
  plot: ([shown]) => {
    const sets = SETS.map(({ name, colour }) => ({ values: valuesOf(shown, name), colour }));
    const { medianLow, medianHigh } = (shown && resultOf(shown))?.quantities ?? {};
    const medians = [medianLow, medianHigh].map((value, k) => ({
      value,
      colour: sets[k]?.colour,
    }));
    const tallest = Math.max(5, ...sets.flatMap(({ values }) => frequencies(values)));
    return {
      width: 720,
      height: 300,
      x: linesAxis(sets.flatMap(({ values }) => values)),
      y: { label: "↑ networks", domain: [0, tallest], ticks: 5, grid: true },
      color: { type: "identity" },
      marks: [
        ...countBars(sets.map(({ values, colour }) => ({ values, colourOf: () => colour }))),
        ruleX(
          medians.filter(({ value }) => value !== undefined),
          { x: "value", stroke: "colour", strokeWidth: 2, strokeDasharray: "5 3" },
        ),
      ],
    };
  },
};

const describe: Drawing<typeof meta>["describe"] = ([shown]) => {
  const result = shown ? resultOf(shown) : null;
  if (!shown || !result) return "No network is trained yet.";
  const { low, high } = shown.parameters;
  const { medianLow, medianHigh } = result.quantities;
  const known = valuesOf(shown, "low").length + valuesOf(shown, "high").length;
  if (medianLow === undefined || medianHigh === undefined) return `${known} networks are trained.`;
  return `Over ${known / 2} networks each, the median number of lines is ${inWords(medianLow)} for the target of frequency ${inWords(low)} and ${inWords(medianHigh)} for that of frequency ${inWords(high)}.`;
};

const done: Drawing<typeof meta>["done"] = ([shown]) =>
  shown
    ? `${(shown.now?.series.low?.length ?? 0) + (shown.now?.series.high?.length ?? 0)} of ${2 * shown.parameters.draws} networks`
    : "";

const table: NonNullable<Drawing<typeof meta>["table"]> = ([shown]) => {
  const [low, high] = SETS.map(({ name }) => valuesOf(shown, name));
  const frequencies = shown?.parameters;
  return {
    columns: ["Network", `Lines at ${frequencies?.low}`, `Lines at ${frequencies?.high}`],
    rows: (low ?? []).map((lines, k) => [k + 1, lines, high?.[k] ?? "—"]),
  };
};

const legend: Drawing<typeof meta>["legend"] = [
  { label: "first frequency, its median dashed", colour: "var(--series-1)", mark: "dot" },
  { label: "second frequency, its median dashed", colour: "var(--series-2)", mark: "dot" },
];

export const drawing: Drawing<typeof meta> = { views: [counts], legend, describe, done, table };
