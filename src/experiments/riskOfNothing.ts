/** Where a network begins that computes nothing yet. */
import { dot } from "../math/vectors.ts";

/** R of f = 0, 1/(2n) Σ y². */
export function riskOfNothing(targets: ArrayLike<number>): number {
  return dot(targets, targets) / (2 * targets.length);
}
