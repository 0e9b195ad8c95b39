/** The cells of Fig. 6 as a drawing looks at them. Plain numbers. */

/** Neurons drawn of each network: that of largest amplitude in each of this many directions. */
export const DRAWN = 72;

/** What is known of the cells: DRAWN neurons of each cell and width, cell by cell, and a count of orientations of each. */
export interface Cells {
  readonly gamma: ArrayLike<number>;
  readonly gammaPrime: ArrayLike<number>;
  readonly width: ArrayLike<number>;
  readonly effectiveOrientations: ArrayLike<number>;
  readonly amplitude: ArrayLike<number>;
  readonly orientation: ArrayLike<number>;
}
