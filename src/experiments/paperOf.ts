/** The names of claims, experiments and figures begin with their paper. */

/** The paper that something is about: what stands before the stroke of its name. */
export function paperOf({ id }: { readonly id: string }): string {
  return id.slice(0, id.indexOf("/"));
}
