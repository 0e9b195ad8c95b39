/** Sweeps over one list of numbers: a run per element, and what is known at which of them. */
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
