/** A list of sentences cut to what a person reads. */

/** Sentences beyond these are counted instead of shown. */
const MOST_SHOWN = 20;

/** The sentences, or the first of them and how many more there are. */
export function firstSentences(because: readonly string[]): string[] {
  const more = because.length - MOST_SHOWN;
  return more > 0 ? [...because.slice(0, MOST_SHOWN), `And ${more} more.`] : [...because];
}
