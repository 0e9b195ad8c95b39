/** What drawings say alike: a sentence per case, and a table of quantities with the labels of their description. */
import { inWords } from "../../plots/numbers.ts";
import type { Meta, QuantityOf } from "../experiment.ts";
import { type ResultOf, resultOf, type Shown, type Table } from "./drawing.ts";

/** One sentence per case, after its label: `tell` of its result, or that the case is not run yet. */
export function sentencePerCase<M extends Meta>(
  shown: readonly Shown<M>[],
  tell: (result: ResultOf<M>, shown: Shown<M>) => string,
): string {
  return shown
    .map((each) => {
      const result = resultOf(each);
      const sentence = result ? tell(result, each) : "not run yet.";
      return each.label ? `${each.label}: ${sentence}` : sentence;
    })
    .join(" ");
}

/** A row per case: label, steps and the named quantities (default: all). A number below its floor is shown as less than it. */
export function tableOfQuantities<M extends Meta>(
  meta: M,
  shown: readonly Shown<M>[],
  names: readonly QuantityOf<M>[] = Object.keys(meta.quantities),
  floors: { readonly [name in QuantityOf<M>]?: number } = {},
): Table {
  const labelOf = (name: QuantityOf<M>) => {
    const { label, symbol = label, unit } = meta.quantities[name] ?? { label: name };
    return unit ? `${symbol}, ${unit}` : symbol;
  };
  return {
    columns: ["Case", "Steps", ...names.map(labelOf)],
    rows: shown.map((each) => {
      const result = resultOf(each);
      const values = names.map((name) =>
        inWords(result?.quantities[name], meta.quantities[name]?.digits, floors[name]),
      );
      return [each.label, result?.step ?? "—", ...values];
    }),
  };
}

/** Rows for each case, as many as `rowsOf` gives; a case without a result has none. */
export function tableOfRows<M extends Meta>(
  shown: readonly Shown<M>[],
  columns: readonly string[],
  rowsOf: (result: ResultOf<M>, shown: Shown<M>) => Table["rows"],
): Table {
  const rows = shown.flatMap((each) => {
    const result = resultOf(each);
    return result ? rowsOf(result, each) : [];
  });
  return { columns, rows };
}
