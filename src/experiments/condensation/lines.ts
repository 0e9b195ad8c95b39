/** Neurons gathered on common lines through the origin: which lines, and how many neurons on each. Trains nothing. */
import type { Network } from "../../engine/network.ts";

/** Neurons whose input weights (w, b) point along a common line. */
export interface Line {
  readonly neurons: readonly number[];
  /** Unit vector along it: the mean direction of its neurons, each turned to the side of the first. */
  readonly direction: readonly number[];
}

/** wₖ/|wₖ| of every neuron, the null vector for a neuron without input weights. */
export function directionsOf({
  width,
  inputDimension,
  inputWeights,
}: Pick<Network<ArrayLike<number>>, "width" | "inputDimension" | "inputWeights">): number[][] {
  return Array.from({ length: width }, (_, k) =>
    unit(Array.from({ length: inputDimension }, (_unused, j) => inputWeights[j * width + k] as number)),
  );
}

/**
 * Lines from the fullest to the emptiest: the neuron with most free neighbours at |cos| > `cosine`, those neighbours and
 * itself are a line; then the same among the rest. Every neuron is on one line, perhaps alone.
 */
export function linesOf(directions: readonly (readonly number[])[], cosine: number): Line[] {
  const lines: Line[] = [];
  let free = directions.map((_, k) => k);
  while (free.length > 0) {
    const groups = free.map((k) => [
      k,
      ...free.filter((j) => j !== k && Math.abs(inner(directions, j, k)) > cosine),
    ]);
    const neurons = groups.reduce((most, group) => (group.length > most.length ? group : most));
    lines.push({ neurons, direction: directionOf(neurons, directions) });
    free = free.filter((k) => !neurons.includes(k));
  }
  return lines;
}

function directionOf(
  neurons: readonly number[],
  directions: readonly (readonly number[])[],
): readonly number[] {
  const first = neurons[0] as number;
  const sum = (directions[first] as readonly number[]).map((_, j) =>
    neurons.reduce(
      (total, k) =>
        total + (inner(directions, k, first) < 0 ? -1 : 1) * ((directions[k] as number[])[j] as number),
      0,
    ),
  );
  return unit(sum);
}

function inner(directions: readonly (readonly number[])[], j: number, k: number): number {
  const other = directions[k] as readonly number[];
  return (directions[j] as readonly number[]).reduce(
    (sum, value, i) => sum + value * (other[i] as number),
    0,
  );
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => (length > 0 ? value / length : 0));
}
