/** What drawings say alike: a sentence per case, and a table of quantities with the labels of their description. */
import { inWords } from "../plots/numbers.ts";
import { type ResultOf, resultOf, type Shown, type Table } from "./drawing.ts";
import type { Meta, QuantityOf } from "./experiment.ts";

/** One sentence per case: what `tell` says of its result, after the label of the case; that it is not run, without one. */
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

/** A row per case: its label, its steps and the quantities asked for; all, if none is named. Below its floor a number is told so. */
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
