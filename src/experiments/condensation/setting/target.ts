/** What the network with one input learns: the paper's sample, or points of the reader's. Plain numbers. */
import { sin } from "../../../math/elementary.ts";
import { stream, uniform } from "../../../math/random.ts";
import { type DataPoint, pointsOf } from "../../points.ts";
import { INTERVAL, SAMPLE_SIZE } from "./oneInputParameters.ts";

/** How the abscissae are chosen. The paper does not say; the authors' later notebooks space them evenly. */
export type Target = "equidistant" | "random" | "points";

/** y = sin 3x + ½ sin 6x (paper, Fig. 5). */
export function paperTarget(x: number): number {
  return sin(3 * x) + sin(6 * x) / 2;
}

/** The points of a target, from left to right; a seed counts for random ones only, `flat` only for the reader's. */
export function pointsFor(target: Target, seed: number, flat: readonly number[] = []): DataPoint[] {
  if (target === "points") return pointsOf(flat);
  const source = stream(seed, "sample");
  const shareOf = (i: number) => (target === "random" ? uniform(source, i) : i / (SAMPLE_SIZE - 1));
  return Array.from({ length: SAMPLE_SIZE }, (_, i) => shareOf(i))
    .sort((one, other) => one - other)
    .map((share) => INTERVAL.minimum + (INTERVAL.maximum - INTERVAL.minimum) * share)
    .map((x) => ({ x, y: paperTarget(x) }));
}
