/** Points of the plane as data for networks with one input: plain numbers. */

export interface DataPoint {
  readonly x: number;
  readonly y: number;
}

/** x₁, y₁, x₂, y₂, … as points. */
export function pointsOf(flat: readonly number[]): DataPoint[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => ({
    x: flat[2 * i] as number,
    y: flat[2 * i + 1] as number,
  }));
}
