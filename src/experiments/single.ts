/** The one element of a list, for a run that is given a list of one: the sweep has been split before. */

/** @throws RangeError for none or several */
export function single<Element>(list: readonly Element[]): Element {
  const [only] = list;
  if (only === undefined || list.length > 1)
    throw new RangeError(
      `A run takes one element of a list, not ${list.length}: what comes apart says so in sweep.ts.`,
    );
  return only;
}
