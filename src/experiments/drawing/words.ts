/** Numbers beneath a plot and tables, with the labels of the description, and words one after the other. */
import { inWords } from "../../plots/numbers.ts";
import type { Meta, Quantity, QuantityOf } from "../experiment.ts";
import { type Drawing, knownAmong, type ResultOf, resultOf, type Shown, type Table } from "./drawing.ts";

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

/** The table of a drawing, or that of all quantities: a row per case, with its label, if it has one, and steps. */
export function tableOf<M extends Meta>(drawing: Drawing<M>, meta: M, shown: readonly Shown<M>[]): Table {
  if (drawing.table) return drawing.table(shown);
  const names: readonly QuantityOf<M>[] = Object.keys(meta.quantities);
  const columns = names.map((name) => {
    const { label, unit } = quantityOf(meta, name);
    return unit ? `${label}, ${unit}` : label;
  });
  const rows = shown.map((each) => {
    const result = resultOf(each);
    return [result?.step ?? "—", ...names.map((name) => quantityInWords(meta, result, name))];
  });
  // A case without a name has none that could head its row.
  if (shown.every(({ label }) => label === "")) return { columns: ["Steps", ...columns], rows };
  return {
    columns: ["Case", "Steps", ...columns],
    rows: rows.map((row, k) => [shown[k]?.label ?? "", ...row]),
  };
}

function quantityOf<M extends Meta>(meta: M, name: QuantityOf<M>): Quantity {
  return meta.quantities[name] ?? { label: name };
}

/** Rows for each case, as many as `rowsOf` gives; a case without a result has none. */
export function tableOfRows<M extends Meta>(
  columns: readonly string[],
  rowsOf: (result: ResultOf<M>, shown: Shown<M>) => Table["rows"],
): (shown: readonly Shown<M>[]) => Table {
  return (shown) => ({ columns, rows: knownAmong(shown).flatMap((each) => rowsOf(each.result, each)) });
}

/** "A", "A and B", "A, B and C". */
export function enumerated(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" and ");
}
