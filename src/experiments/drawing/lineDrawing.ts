/**
 * The drawing of an experiment whose result is a line: one series over another, a line per case, with the reference dashed
 * beneath a live run. Its axes, its words and its numbers come from the description.
 */
import { ruleY } from "@observablehq/plot";
import { logAxis } from "../../plots/axes.ts";
import { dashedLine } from "../../plots/coloured.ts";
import { curve } from "../../plots/curve.ts";
import { decadesAround, roundedAround } from "../../plots/domains.ts";
import { labels } from "../../plots/labels.ts";
import { inWords } from "../../plots/numbers.ts";
import { strokes } from "../../plots/strokes.ts";
import { told } from "../../plots/told.ts";
import type { Meta, QuantityOf, SeriesOf } from "../experiment.ts";
import { type Drawing, recordedKeys, type Shown, type View } from "./drawing.ts";
import { sentencePerCase } from "./sentences.ts";
import { forAll } from "./views.ts";
import { quantityInWords } from "./words.ts";

export interface LineOptions<M extends Meta> {
  readonly title: string;
  /** Series across and up. */
  readonly across: SeriesOf<M>;
  readonly up: SeriesOf<M>;
  readonly isLogarithmic?: { readonly across?: boolean; readonly up?: boolean };
  /** Quantities that stand as numbers beneath the plot: all of them, if missing. */
  readonly numbers?: readonly QuantityOf<M>[];
  /** Which end of a line has its name: its last point, if missing. */
  readonly named?: "first" | "last";
  /** Heights at which a line goes across. */
  readonly rules?: readonly number[];
}

/** Colours of the cases, in order: neutral ones without a meaning of their own. */
const COLOURS = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)"];

export function lineDrawing<M extends Meta>(meta: M, options: LineOptions<M>): Drawing<M> {
  const names: readonly QuantityOf<M>[] = Object.keys(meta.quantities);
  const [first] = names;
  return {
    views: [viewOf(meta, options)],
    legend: [],
    moreKeys: recordedKeys,
    numbers: options.numbers ?? names,
    describe: sentencePerCase((result) => {
      const steps = `after ${result.step.toLocaleString("en")} steps`;
      if (first === undefined) return `${steps}.`;
      const label = lowered(meta.quantities[first]?.label ?? first);
      return `${steps}, ${label}: ${quantityInWords(meta, result, first)}.`;
    }),
  };
}

function viewOf<M extends Meta>(
  meta: M,
  { title, across, up, isLogarithmic = {}, named = "last", rules = [] }: LineOptions<M>,
): View<M> {
  const [nameAcross, nameUp] = [nameOf(meta, across), nameOf(meta, up)];
  const pointsOf = (result: Shown<M>["now"]) => curve(result?.series[across], result?.series[up]);
  return forAll("lines", title, (shown) => {
    const cases = shown.map(({ label, now, reference }, k) => ({
      label,
      live: pointsOf(now ?? reference),
      beneath: now ? pointsOf(reference) : [],
      colour: COLOURS[k % COLOURS.length] ?? "var(--ink)",
    }));
    const all = cases.flatMap(({ live, beneath }) => [...live, ...beneath]);
    const axis = (label: string, values: readonly number[], isLog = false) =>
      isLog ? logAxis(label, decades(values)) : { label, domain: roundedAround(values) };
    return {
      width: 720,
      height: 340,
      // The names of the lines stand beside their ends.
      marginRight: 104,
      x: axis(
        `${nameAcross} →`,
        all.map(({ x }) => x),
        isLogarithmic.across,
      ),
      y: {
        ...axis(
          `↑ ${nameUp}`,
          all.map(({ y }) => y),
          isLogarithmic.up,
        ),
        grid: true,
      },
      marks: [
        ruleY(rules, { stroke: "var(--line-strong)" }),
        ...cases.map(({ beneath }) => dashedLine(beneath)),
        ...cases.map(({ live, colour }) => strokes({ lines: [live], colour, width: 2 })),
        labels({
          anchor: "start",
          labels: cases.flatMap(({ label, live, colour }) =>
            (named === "last" ? live.slice(-1) : live.slice(0, 1)).map((end) => ({
              ...end,
              words: `\u2002${label}`,
              colour,
            })),
          ),
        }),
        ...cases.map(({ label, live }) =>
          told(live, ({ x, y }) => `${label}: ${nameUp} ${inWords(y)} at ${nameAcross} ${inWords(x)}`, 20),
        ),
      ],
    };
  });
}

/** Whole decades around what is known. */
function decades(values: readonly number[]): [number, number] {
  return values.length > 0 ? decadesAround(values, [Math.min(...values), Math.max(...values)]) : [1, 10];
}

function nameOf<M extends Meta>(meta: M, name: SeriesOf<M>): string {
  const { label, symbol, unit } = meta.series[name] ?? { label: name };
  return [symbol ?? lowered(label), unit].filter(Boolean).join(", ");
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
