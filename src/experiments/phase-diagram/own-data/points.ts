/** The reader's points: how they are written, and which assumptions of the theorems they meet. */
import { type DataPoint, pointsOf } from "../../points.ts";

export { type DataPoint, pointsOf };

/** What Theorem 8 asks of the largest target. */
const LARGEST_TARGET = 1 / 2;

/** Sentences on what the theorems of the paper assume of a sample, and whether these points are like that. */
export function assumptionsOf(points: readonly DataPoint[]): string[] {
  const largest = Math.max(...points.map(({ y }) => y));
  const show = (value: number) => String(Number(value.toPrecision(3))).replace("-", "−");
  return [
    largest >= LARGEST_TARGET
      ? `Theorem 8 (condensed regime) assumes a target of at least ½, and the largest here is ${show(largest)}.`
      : `Theorem 8 (condensed regime) assumes a target of at least ½; the largest here is ${show(largest)}, so it says nothing about these points as they stand. Doubling all targets often enough repairs that.`,
    largest > 0
      ? "Theorem 6 (linear regime) needs inputs of which no two are parallel; with the bias, different x never are."
      : "No target is positive, so no multiple of them meets the assumption; the mirror image, all targets with their signs changed, does.",
  ];
}
