/** Settings with which what has failed would work: plain data that an error may have, across threads too. */
export interface Offer {
  /** What taking them means, as a button says it. */
  readonly words: string;
  /** By the names of parameters. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What an error offers instead, where it does. */
export function offerOf(error: unknown): Offer | undefined {
  return (error as { readonly offer?: Offer } | null)?.offer;
}
