/** Sweeps over one list of numbers: a run per element, what is known at which of them, and series put together again. */
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

/** A series of a sweep, as far as it is known, from those of its parts. */
export function joinedSeries<S extends string>(
  reports: readonly (Measured<string, S> | null)[],
  name: S,
): number[] {
  return reports.flatMap((report) => Array.from(report?.series[name] ?? []));
}
