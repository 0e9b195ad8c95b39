/** Draws a run on the reader's points: the learned function with the linear spline, the neurons, and the assumptions in words. */
import type { Drawing, Shown } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { quantityInWords } from "../../drawing/words.ts";
import { type DataPoint, pointsOf } from "../../points.ts";
import { learned, NEURON_KEYS, neurons } from "../setting/views.ts";
import { meta } from "./meta.ts";

/** What Theorem 8 asks of the largest target. */
const LARGEST_TARGET = 1 / 2;

/** A sentence on what the theorems of the paper assume of a sample, and whether these points are like that. */
export function assumptionsOf(points: readonly DataPoint[]): string {
  const largest = Math.max(...points.map(({ y }) => y));
  if (largest >= LARGEST_TARGET)
    return "These points meet what Theorems 6 and 8 assume: no two inputs alike, and a target of at least ½.";
  const missing = "Theorem 8 (condensed regime) assumes a target of at least ½, which no point here has";
  return largest > 0
    ? `${missing}; doubling all targets often enough would repair that.`
    : `${missing}; with the signs of all targets changed, doubling them often enough would repair that.`;
}

const pointsIn = ({ parameters }: Shown) => pointsOf(parameters.points as readonly number[]);
const assumptions = ([shown]: readonly Shown[]) => (shown ? assumptionsOf(pointsIn(shown)) : "");

const distances = sentencePerCase<typeof meta>(
  (result) =>
    `the function is within ${quantityInWords(meta, result, "splineDeviation")} of the straight lines between the points.`,
);

export const drawing: Drawing<typeof meta> = {
  views: [learned({ reach: 1.2, within: [-1.2, 1.2] }, pointsIn, pointsIn), neurons],
  legend: [
    { label: "your points", colour: "var(--ink)", mark: "ring" },
    { label: "linear spline through them", colour: "var(--muted)", mark: "dashes" },
    ...NEURON_KEYS,
  ],
  numbers: ["relativeDistance", "effectiveOrientations", "splineDeviation"],
  describe: (shown) => `${distances(shown)} ${assumptions(shown)}`,
  beforehand: assumptions,
};
