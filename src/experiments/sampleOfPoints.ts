/** The sample of some points, with the bias appended. */
import { type Sample, sampleOf, withBias } from "../engine/network.ts";
import type { DataPoint } from "./points.ts";

export function sampleOfPoints(points: readonly DataPoint[]): Sample {
  return sampleOf(
    points.map(({ x }) => withBias(x)),
    points.map(({ y }) => y),
  );
}
