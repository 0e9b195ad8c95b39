/** How much of what a recheck has found is told. */

/** More sentences than these are counted, not told. */
const MOST_TOLD = 20;

/** The sentences, or the first of them and how many more there are. */
export function told(because: readonly string[]): string[] {
  const more = because.length - MOST_TOLD;
  return more > 0 ? [...because.slice(0, MOST_TOLD), `And ${more} more.`] : [...because];
}
