/** In what two cases differ: in what was set, and in what came of it. In words. */
import { inWords } from "../../plots/numbers.ts";
import type { Meta, QuantityOf } from "../experiment.ts";
import type { Parameter, Values } from "../parameters.ts";
import { textOfValue } from "../parameterTexts.ts";
import { resultOf, type Shown } from "./drawing.ts";
import { enumerated, quantityInWords } from "./words.ts";

/** Most numbers that a sentence can hold. */
const MOST = 4;
/** Numbers that are this much alike, as a share of the larger, are not told apart. */
const ALIKE = 0.01;

/**
 * "B has γ 0.5 instead of 1. So far, risk 0.1 instead of 0.2." Of the quantities with these names, those that differ most, by
 * their ratio; of one that only one case has, nothing.
 */
export function differenceInWords<M extends Meta>(
  meta: M,
  [one, other]: readonly [Shown<M>, Shown<M>],
  names: readonly QuantityOf<M>[],
): string {
  const [before, after] = [one.parameters as Values, other.parameters as Values];
  const isUsed = (name: string) =>
    [one, other].some(({ parameters }) => meta.isUsed?.(name, parameters) ?? true);
  const set = Object.entries(meta.parameters).flatMap(([name, parameter]) => {
    const [was, is] = [valueInWords(parameter, before[name]), valueInWords(parameter, after[name])];
    return was === is || !isUsed(name) ? [] : [`${nameOf(parameter)}: ${is} instead of ${was}`];
  });
  if (set.length === 0) return `${other.label} is the same as ${one.label}: change something of it.`;
  const said = `${other.label} has other settings: ${set.join("; ")}.`;
  const [first, second] = [resultOf(one), resultOf(other)];
  if (!first || !second) return said;
  const came = names
    .flatMap((name) => {
      const [was, is] = [first.quantities[name], second.quantities[name]];
      if (was === undefined || is === undefined) return [];
      const apart = Math.abs(is - was) / Math.max(Math.abs(is), Math.abs(was), Number.MIN_VALUE);
      return apart > ALIKE ? [{ name, apart }] : [];
    })
    .toSorted((a, b) => b.apart - a.apart)
    .slice(0, MOST)
    .map(({ name }) => {
      const label = meta.quantities[name]?.label ?? name;
      return `${label}: ${quantityInWords(meta, second, name)} instead of ${quantityInWords(meta, first, name)}`;
    });
  return came.length === 0
    ? `${said} Of what is shown, nothing differs by more than a hundredth.`
    : `${said} With that comes: ${enumerated(came)}.`;
}

function nameOf({ label, symbol }: Parameter): string {
  return symbol ?? label;
}

function valueInWords(parameter: Parameter, value: Values[string] | undefined): string {
  if (value === undefined) return "";
  if (parameter.kind === "choice") return parameter.options[String(value)] ?? String(value);
  if (typeof value === "number") return inWords(value, 3);
  const text = textOfValue(value);
  return text.length > 30 ? "other points" : text;
}
