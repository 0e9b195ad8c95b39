/**
 * The drawing of an experiment whose result is a line: one series over another, a line per case, with the reference dashed
 * beneath a live run. Its axes, its words and its table come from the description.
 */
import { line, ruleY, text } from "@observablehq/plot";
import { curve } from "../../plots/curve.ts";
import { inWords, logTicks } from "../../plots/numbers.ts";
import type { Meta, QuantityOf, SeriesOf } from "../experiment.ts";
import type { Drawing, Shown, View } from "./drawing.ts";
import { sentencePerCase, tableOfQuantities } from "./words.ts";

export interface LineOptions<M extends Meta> {
  readonly title: string;
  /** Series across and up. */
  readonly across: SeriesOf<M>;
  readonly up: SeriesOf<M>;
  readonly isLogarithmic?: { readonly across?: boolean; readonly up?: boolean };
  /** Heights at which a line goes across. */
  readonly rules?: readonly number[];
}

/** Colours of the cases, in order: neutral ones without a meaning of their own. */
const COLOURS = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)"];

export function lineDrawing<M extends Meta>(meta: M, options: LineOptions<M>): Drawing<M> {
  const names: readonly QuantityOf<M>[] = Object.keys(meta.quantities);
  return {
    views: [viewOf(meta, options)],
    legend: [{ label: "reference result beneath a live run", colour: "var(--muted)", mark: "dashes" }],
    describe: (shown) =>
      sentencePerCase(shown, ({ step, quantities }) => {
        const told = names.flatMap((name) =>
          quantities[name] === undefined
            ? []
            : [`${lowered(meta.quantities[name]?.label ?? name)} ${inWords(quantities[name])}`],
        );
        return `after ${step.toLocaleString("en")} steps ${told.join(", ")}.`;
      }),
    table: (shown) => tableOfQuantities(meta, shown, names),
  };
}

function viewOf<M extends Meta>(
  meta: M,
  { title, across, up, isLogarithmic = {}, rules = [] }: LineOptions<M>,
): View<M> {
  const points = ({ now, reference }: Shown<M>) => ({
    now: curve(now?.series[across], now?.series[up]),
    reference: curve(reference?.series[across], reference?.series[up]),
  });
  return {
    id: "lines",
    title,
    per: "figure",
    plot: (shown) => {
      const all = shown.map(points).flatMap(({ now, reference }) => [...now, ...reference]);
      return {
        width: 720,
        height: 340,
        x: axisOf(
          `${nameOf(meta, across)} →`,
          all.map(({ x }) => x),
          isLogarithmic.across,
        ),
        y: {
          ...axisOf(
            `↑ ${nameOf(meta, up)}`,
            all.map(({ y }) => y),
            isLogarithmic.up,
          ),
          grid: true,
        },
        marks: [
          ruleY(rules, { stroke: "var(--line-strong)" }),
          ...shown.flatMap((each, k) => {
            const { now, reference } = points(each);
            const live = now.length > 0 ? now : reference;
            const stroke = COLOURS[k % COLOURS.length] ?? "var(--ink)";
            const channels = { x: "x", y: "y" } as const;
            return [
              now.length > 0
                ? line(reference, { ...channels, stroke: "var(--muted)", strokeDasharray: "3 3" })
                : null,
              line(live, { ...channels, stroke, strokeWidth: 2 }),
              text(live.slice(-1), { ...channels, text: () => each.label, textAnchor: "end", dy: -8 }),
            ];
          }),
        ],
      };
    },
  };
}

function axisOf(label: string, values: readonly number[], isLogarithmic = false) {
  if (!isLogarithmic || values.length === 0) return { label };
  const positive = values.filter((value) => value > 0);
  const domain: [number, number] = [Math.min(...positive), Math.max(...positive)];
  return {
    label,
    type: "log" as const,
    domain,
    ticks: logTicks(domain),
    tickFormat: (value: number) => inWords(value, 1),
  };
}

function nameOf<M extends Meta>(meta: M, name: SeriesOf<M>): string {
  const { label, symbol, unit } = meta.series[name] ?? { label: name };
  return [symbol ?? lowered(label), unit].filter(Boolean).join(", ");
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
