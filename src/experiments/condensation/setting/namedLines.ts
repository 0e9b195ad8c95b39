/** Lines on which enough neurons are to have a name. Draws nothing. */
import { frequencies } from "../../../math/statistics.ts";

/** A line has a name from this share of the neurons on: fewer are easily near to each other by accident. */
const LEAST_SHARE = 0.1;

/** Of every neuron its line, from 0 for the largest; −1 for none, or for one that has no name. */
export function namedLines(line: ArrayLike<number>): number[] {
  const sizes = frequencies(Array.from(line).filter((l) => l >= 0));
  return Array.from(line, (l) => ((sizes[l] ?? 0) >= LEAST_SHARE * line.length ? l : -1));
}

/** Where each line begins and ends in the order of the neurons. */
export function blocksOf(lines: readonly number[]) {
  return [...new Set(lines)]
    .filter((line) => line >= 0)
    .map((line) => ({ line, from: lines.indexOf(line), to: lines.lastIndexOf(line) + 1 }));
}
