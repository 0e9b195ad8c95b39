/**
 * Whether something of a figure or claim was under way and is kept: all that an opening page asks. What is kept is
 * read, and not yet trusted, by mark.ts, which is loaded if this says yes.
 */

/** The database of this site in a browser. */
export const DATABASE = "two-layers";

export const markNameOf = (owner: string) => `two-layers ${owner}`;

/** `owner` is "figure <paper>/<figure>" or "claim <paper>/<number>". */
export function isUnderWay(owner: string): boolean {
  try {
    return localStorage.getItem(markNameOf(owner)) !== null;
  } catch {
    // A browser that keeps nothing.
    return false;
  }
}
