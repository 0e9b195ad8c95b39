/** Cells of a map, row by row from the first, in an order in which they should be run. */

/** Places of the cells, a coarse grid first and then ever finer ones, so that a picture of the whole comes early. */
export function coarseToFine(columns: number, rows: number): number[] {
  const level = (k: number) => Math.min(fineness(k % columns), fineness(Math.floor(k / columns)));
  return Array.from({ length: columns * rows }, (_, k) => k).sort(
    (one, other) => level(other) - level(one) || one - other,
  );
}

/** How often k can be halved, at most three times. */
function fineness(k: number): number {
  return [8, 4, 2].filter((power) => k % power === 0).length;
}
