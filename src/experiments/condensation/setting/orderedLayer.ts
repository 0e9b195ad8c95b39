/**
 * The neurons of a layer, wₖ (the input weights with their bias) and aₖ, in the order in which their similarity matrix
 * D(wⱼ, wₖ) = uⱼ · uₖ with uₖ = wₖ/|wₖ| shows them: line by line. Measures nothing.
 */
import type { Network } from "../../../engine/network.ts";
import { dot } from "../../../math/vectors.ts";
import type { Neuron } from "../../../theory/condensation/leadingOrder.ts";
import { eigenpairsOf } from "../../../theory/eigenpairs.ts";
import { ALIKE_IN_SPACE, LEAST_NEURONS, type Line, linesOf } from "./lines.ts";
import { directionOf, neuronsOf } from "./neurons.ts";

export type Vector = readonly number[];

/** A layer, its neurons in the order in which their similarity matrix shows them. */
export interface OrderedLayer {
  /** uₖ. */
  readonly directions: readonly Vector[];
  /** |wₖ|. */
  readonly norms: Vector;
  /** aₖ. */
  readonly outputWeights: Vector;
  /** Which line each neuron is on, from 0 for the largest; −1 for none. */
  readonly line: readonly number[];
  /** uₖ · v for the direction v of the neuron's line; 0 for none. */
  readonly cosine: Vector;
}

/**
 * The neurons whose input weights are finite and not shorter than `leastNorm`. Line by line, the largest first, and on a
 * line from the neurons that point one way (the more frequent way first) to those that point the other. Last come those
 * on no line, by the components of the leading eigenvector of D, which is how the authors' notebook orders all of them.
 * Neurons are on one line from |cos| > `alike` on.
 */
export function orderedLayer(
  network: Network<ArrayLike<number>>,
  leastNorm = 0,
  alike = ALIKE_IN_SPACE,
): OrderedLayer {
  const { outputWeights } = network;
  const neurons = neuronsOf(network);
  const lengths = neurons.map(({ input }) => Math.sqrt(dot(input, input)));
  const kept = lengths.flatMap((length, k) =>
    length >= leastNorm && length < Infinity && length > 0 ? [k] : [],
  );
  const directions = kept.map((k) => directionOf(neurons[k] as Neuron));
  const lines = linesOf(directions, alike).filter(({ neurons }) => neurons.length >= LEAST_NEURONS);
  const components = leadingComponents(directions);
  const places = [
    ...lines.flatMap((line, l) => alongLine(line, l, directions)),
    ...directions
      .map((_, place) => ({ place, line: -1, cosine: 0, component: components[place] as number }))
      .filter(({ place }) => !lines.some(({ neurons }) => neurons.includes(place)))
      .sort((one, other) => other.component - one.component),
  ];
  return {
    directions: places.map(({ place }) => directions[place] as Vector),
    norms: places.map(({ place }) => lengths[kept[place] as number] as number),
    outputWeights: places.map(({ place }) => outputWeights[kept[place] as number] as number),
    line: places.map(({ line }) => line),
    cosine: places.map(({ cosine }) => cosine),
  };
}

function alongLine({ neurons, direction }: Line, line: number, directions: readonly Vector[]) {
  const cosines = neurons.map((k) => dot(directions[k] as Vector, direction));
  const side = 2 * cosines.filter((cosine) => cosine > 0).length >= neurons.length ? 1 : -1;
  return neurons
    .map((place, i) => ({ place, line, cosine: side * (cosines[i] as number) }))
    .sort((one, other) => other.cosine - one.cosine);
}

/** Of each neuron the component of the leading eigenvector of D, up to a factor: uₖ · v for the v of largest Σₖ (uₖ · v)². */
function leadingComponents(directions: readonly Vector[]): Vector {
  const dimension = directions[0]?.length ?? 0;
  if (dimension > directions.length)
    return (
      eigenpairsOf(directions.map((one) => directions.map((other) => dot(one, other)))).at(-1)?.vector ?? []
    );
  if (dimension === 0) return [];
  const axes = Array.from({ length: dimension }, (_, j) => j);
  const moments = axes.map((i) =>
    axes.map((j) => directions.reduce((sum, u) => sum + (u[i] as number) * (u[j] as number), 0)),
  );
  const leading = eigenpairsOf(moments).at(-1)?.vector ?? [];
  return directions.map((direction) => dot(direction, leading));
}
