/** Sweeps over one list of numbers: a run per element, what is known at which of them; and series put together from parts and looks. */
import type { Measured, Part } from "./experiment.ts";

/** The same with the list of this name shortened to one element, a part per element. */
export function partsOf<Name extends string, V extends { readonly [name in Name]: readonly number[] }>(
  name: Name,
  parameters: V,
  seed: number,
): Part<V>[] {
  return parameters[name].map((element) => ({ parameters: { ...parameters, [name]: [element] }, seed }));
}

/** The elements at which a quantity is known already, and its values there. */
export function knownIn<Q extends string>(
  reports: readonly (Measured<Q> | null)[],
  elements: readonly number[],
  quantity: Q,
): { at: number[]; values: number[] } {
  const known = elements.flatMap((at, k) => {
    const value = reports[k]?.quantities[quantity];
    return value === undefined ? [] : [{ at, value }];
  });
  return { at: known.map(({ at }) => at), values: known.map(({ value }) => value) };
}

/** Lists of numbers by their names. */
export type Lists<Name extends string> = { readonly [name in Name]: readonly number[] };

/** Series of a sweep, as far as they are known, from those of its parts. */
export function joinedSeries<S extends string>(
  reports: readonly (Measured<string, S> | null)[],
  names: readonly S[],
): Lists<S> {
  return lists(names, (name) => reports.flatMap((report) => Array.from(report?.series[name] ?? [])));
}

/** What was seen at looks on the way, a list of each of these numbers. */
export function seenAt<Name extends string>(
  looks: readonly { readonly [name in Name]: number }[],
  names: readonly Name[],
): Lists<Name> {
  return lists(names, (name) => looks.map((look) => look[name]));
}

function lists<Name extends string>(
  names: readonly Name[],
  of: (name: Name) => readonly number[],
): Lists<Name> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Lists<Name>;
}
