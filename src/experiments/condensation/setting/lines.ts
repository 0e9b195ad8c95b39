/** Neurons gathered on common lines through the origin: which lines, and how many neurons on each. Trains nothing. */
import { dot, unit } from "../../../math/vectors.ts";

/**
 * |cos| of the angle above which two neurons of a layer with five inputs are on one line, 26°: a hundred steps of Adam
 * leave lines as broad as that, and in six dimensions few directions are so near to each other by accident.
 */
export const ALIKE_IN_SPACE = 0.9;
/** The same for a network with one input, 11°: in the plane three in ten random directions are within 26° of another. */
export const ALIKE_IN_PLANE = 0.98;
/** The same for neurons at rest under a flow, 11°: lines that attract are sharp, and may be neighbours. */
export const ALIKE_AT_REST = 0.98;
/** Fewer neurons are near to each other by accident, and make no line that counts. */
export const LEAST_NEURONS = 3;

/** Neurons whose input weights (w, b) point along a common line. */
export interface Line {
  readonly neurons: readonly number[];
  /** Unit vector along it: the mean direction of its neurons, each turned to the side of the first. */
  readonly direction: readonly number[];
}

/**
 * Lines from the fullest to the emptiest: the neuron with most free neighbours at |cos| > `cosine`, those neighbours and
 * itself are a line; then the same among the rest. Every neuron is on one line, perhaps alone.
 */
export function linesOf(directions: readonly (readonly number[])[], cosine: number): Line[] {
  const neighbours: number[][] = directions.map(() => []);
  directions.forEach((one, k) => {
    for (let j = 0; j < k; j++)
      if (Math.abs(dot(directions[j] as readonly number[], one)) > cosine) {
        neighbours[k]?.push(j);
        neighbours[j]?.push(k);
      }
  });
  const lines: Line[] = [];
  let free = directions.map((_, k) => k);
  const isFree = directions.map(() => true);
  // Of every free neuron, how many of its neighbours are free.
  const counts = neighbours.map((those) => those.length);
  while (free.length > 0) {
    const fullest = free.reduce((most, k) => ((counts[k] as number) > (counts[most] as number) ? k : most));
    const neurons = [fullest, ...(neighbours[fullest] as number[]).filter((j) => isFree[j])];
    lines.push({ neurons, direction: directionOf(neurons, directions) });
    for (const gone of neurons) {
      isFree[gone] = false;
      for (const j of neighbours[gone] as number[]) counts[j] = (counts[j] as number) - 1;
    }
    free = free.filter((k) => isFree[k]);
  }
  return lines;
}

function directionOf(
  neurons: readonly number[],
  directions: readonly (readonly number[])[],
): readonly number[] {
  const group = neurons.map((k) => directions[k] as readonly number[]);
  const first = group[0] as readonly number[];
  const sides = group.map((each) => (dot(each, first) < 0 ? -1 : 1));
  const sum = first.map((_, j) =>
    group.reduce((total, each, i) => total + (sides[i] as number) * (each[j] as number), 0),
  );
  return [...unit(sum)];
}
