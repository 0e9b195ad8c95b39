/** What drawings say alike: a sentence per case, the numbers beneath a plot, and tables with the labels of the description. */
import { inWords } from "../../plots/numbers.ts";
import type { Meta, Quantity, QuantityOf, SeriesOf } from "../experiment.ts";
import { type Drawing, type ResultOf, resultOf, type Shown, type Table } from "./drawing.ts";

/** One sentence per case, after its label if it has one: `tell` of its result, or that the case is not run yet. */
export function sentencePerCase<M extends Meta>(
  shown: readonly Shown<M>[],
  tell: (result: ResultOf<M>, shown: Shown<M>) => string,
): string {
  return shown
    .map((each) => {
      const result = resultOf(each);
      const sentence = result ? tell(result, each) : "not run yet.";
      return each.label ? `${each.label}: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1);
    })
    .join(" ");
}

/** A sentence on the only case of a figure, or that it is not run yet. */
export function sentenceOfOne<M extends Meta>(
  [shown]: readonly Shown<M>[],
  tell: (result: ResultOf<M>, shown: Shown<M>) => string,
): string {
  const result = shown ? resultOf(shown) : null;
  return shown && result ? tell(result, shown) : "Not run yet.";
}

/** How many numbers of a list are known, where NaN stands for what is not yet: "32 of 405". */
export function knownOf(values: ArrayLike<number> = []): { readonly isAll: boolean; readonly words: string } {
  let known = 0;
  for (let k = 0; k < values.length; k++) if (Number.isFinite(values[k])) known++;
  return { isAll: known > 0 && known === values.length, words: `${known} of ${values.length}` };
}

/** Progress of the run of a sweep: how many networks of the only case are trained, by a series that has a number of each. */
export function networksDone<M extends Meta>([shown]: readonly Shown<M>[], series: SeriesOf<M>): string {
  return shown?.now ? `${knownOf(shown.now.series[series]).words} networks` : "";
}

/** One number of a result, with the digits and the floor of the description and without its unit. */
export function quantityInWords<M extends Meta>(
  meta: M,
  result: ResultOf<M> | null,
  name: QuantityOf<M>,
): string {
  const { digits, floor } = quantityOf(meta, name);
  return inWords(result?.quantities[name], digits, floor);
}

/** A number that stands beneath a plot. */
export interface LabelledNumber {
  readonly label: string;
  /** With its unit. */
  readonly value: string;
}

/** The numbers of a case, by name, with the labels, units, digits and floors of the description. */
export function numbersOf<M extends Meta>(
  meta: M,
  shown: Shown<M>,
  names: readonly QuantityOf<M>[],
): readonly LabelledNumber[] {
  const result = resultOf(shown);
  return names.map((name) => {
    const { label, symbol, unit } = quantityOf(meta, name);
    const value = quantityInWords(meta, result, name);
    return {
      label: symbol ? `${label} ${symbol}` : label,
      value: unit && value !== "—" ? `${value} ${unit}` : value,
    };
  });
}

/** A row per case: label, steps and the named quantities (default: all). */
function tableOfQuantities<M extends Meta>(
  meta: M,
  shown: readonly Shown<M>[],
  names: readonly QuantityOf<M>[] = Object.keys(meta.quantities),
): Table {
  const columnOf = (name: QuantityOf<M>) => {
    const { label, unit } = quantityOf(meta, name);
    return unit ? `${label}, ${unit}` : label;
  };
  return {
    columns: ["Case", "Steps", ...names.map(columnOf)],
    rows: shown.map((each) => {
      const result = resultOf(each);
      return [each.label, result?.step ?? "—", ...names.map((name) => quantityInWords(meta, result, name))];
    }),
  };
}

/** The table of a drawing, or that of all quantities. */
export function tableOf<M extends Meta>(drawing: Drawing<M>, meta: M, shown: readonly Shown<M>[]): Table {
  return drawing.table?.(shown) ?? tableOfQuantities(meta, shown);
}

function quantityOf<M extends Meta>(meta: M, name: QuantityOf<M>): Quantity {
  return meta.quantities[name] ?? { label: name, digits: 3 };
}

/** Rows for each case, as many as `rowsOf` gives; a case without a result has none. */
export function tableOfRows<M extends Meta>(
  shown: readonly Shown<M>[],
  columns: readonly string[],
  rowsOf: (result: ResultOf<M>, shown: Shown<M>) => Table["rows"],
): Table {
  return { columns, rows: knownAmong(shown).flatMap((each) => rowsOf(each.result, each)) };
}

/** A case that has a result. */
export interface Known<M extends Meta> extends Shown<M> {
  readonly result: ResultOf<M>;
}

function knownAmong<M extends Meta>(shown: readonly Shown<M>[]): Known<M>[] {
  return shown.flatMap((each) => {
    const result = resultOf(each);
    return result ? [{ ...each, result }] : [];
  });
}

/**
 * One sentence on all cases that have a result, and which ones have none: `tell` of the first, and of the steps that they
 * have made, "200" or "150 to 200".
 */
export function sentenceOnAll<M extends Meta>(
  shown: readonly Shown<M>[],
  tell: (known: readonly Known<M>[], steps: string) => string,
): string {
  const known = knownAmong(shown);
  if (known.length === 0) return "Not run yet.";
  const steps = known.map(({ result }) => result.step);
  const ends = [...new Set([Math.min(...steps), Math.max(...steps)])].map((step) =>
    step.toLocaleString("en"),
  );
  const missing = shown.filter((each) => !resultOf(each)).map(({ label }) => label);
  return tell(known, ends.join(" to ")) + (missing.length > 0 ? ` Not run yet: ${missing.join("; ")}.` : "");
}

/** "A", "A and B", "A, B and C". */
export function enumerated(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" and ");
}
