/**
 * Networks on the digits, trained in the span of the digits. What lies outside it never changes: a neuron's output on the
 * sample is that of its part inside, and gradients are sums of inputs. So a network of 785 inputs is trained as one of 45,
 * with the same step, the same risk and the same movement, at a seventeenth of the cost. Derived for this site.
 */
import type { Network } from "../../../../engine/network.ts";
import { overRanges, type Pieces } from "../../../../engine/pauses.ts";
import { normal, stream } from "../../../../math/random.ts";
import { dot } from "../../../../math/vectors.ts";
import { relativeDistance } from "../training.ts";

/** The part of a network inside the span of the sample, and what is needed of the rest. */
export interface SpanNetwork {
  /** Input weights in coordinates of the span. */
  readonly inside: Network;
  /** Of the rest of each neuron's input weights, which never moves: ‖w‖² and w·p. */
  readonly outside: { readonly squared: Float64Array; readonly along: Float64Array };
}

/** w·p is the sum of a neuron's weights and bias over √d: p has length 1 and equal entries. */
function equalEntries(length: number): Float64Array {
  return new Float64Array(length).fill(1 / Math.sqrt(length));
}

/**
 * The network of standard normal weights that `normalInitialisation` in engine/network.ts gives for d inputs, in the
 * coordinates of a span (n orthonormal vectors of d entries); w = Σ c q + the rest, c = q·w.
 */
export function* initialSpanNetwork(
  width: number,
  seed: number,
  basis: readonly Float64Array[],
): Pieces<SpanNetwork> {
  const inputs = basis[0]?.length ?? 0;
  const p = equalEntries(inputs);
  const coordinates = basis.map(() => new Float64Array(width));
  const squared = new Float64Array(width);
  const along = new Float64Array(width);
  const row = new Float64Array(width);
  for (let j = 0; j < inputs; j++) {
    const source = stream(seed, `inputWeights ${j}`);
    yield* overRanges(width, (from, to) => {
      for (let k = from; k < to; k++) {
        const weight = normal(source, k);
        row[k] = weight;
        squared[k] = (squared[k] as number) + weight * weight;
      }
    });
    addMultiple(along, p[j] as number, row);
    basis.forEach((direction, i) => {
      addMultiple(coordinates[i] as Float64Array, direction[j] as number, row);
    });
  }
  const inputWeights = new Float32Array(basis.length * width);
  coordinates.forEach((values, i) => {
    inputWeights.set(values, i * width);
    addMultiple(along, -dot(basis[i] as Float64Array, p), values);
    for (let k = 0; k < width; k++)
      squared[k] = (squared[k] as number) - (values[k] as number) * (values[k] as number);
  });
  const source = stream(seed, "outputWeights");
  return {
    inside: {
      width,
      inputDimension: basis.length,
      inputWeights,
      outputWeights: Float32Array.from({ length: width }, (_, k) => normal(source, k)),
    },
    outside: { squared, along },
  };
}

/** values ← values + factor · others. Most factors are 0: no digit has ink in a corner. */
function addMultiple(values: Float64Array, factor: number, others: Float64Array): void {
  if (factor === 0) return;
  for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) + factor * (others[k] as number);
}

/** RD = ‖w − w(0)‖/‖w(0)‖ over all input weights (paper, p. 9), those outside the span included. */
export function distanceInAll(now: Network, { inside, outside }: SpanNetwork): number {
  const seen = inside.inputWeights.reduce((sum, weight) => sum + weight * weight, 0);
  const unseen = outside.squared.reduce((sum, square) => sum + square, 0);
  return relativeDistance(now, inside) * Math.sqrt(seen / (seen + unseen));
}

/** Neurons as points (paper, Fig. 7). */
export interface DigitNeurons {
  /** |a| ‖w‖. */
  readonly amplitude: Float64Array;
  /** ŵ·p: w/‖w‖ along the vector of equal entries, from −1 to 1. */
  readonly projection: Float64Array;
}

/** The neurons of a network by now, the basis being that of its start. */
export function digitNeurons(
  { width, inputWeights, outputWeights }: Network,
  { outside }: Pick<SpanNetwork, "outside">,
  basis: readonly Float64Array[],
): DigitNeurons {
  const p = equalEntries(basis[0]?.length ?? 0);
  const squared = Float64Array.from(outside.squared);
  const projection = Float64Array.from(outside.along);
  basis.forEach((direction, i) => {
    const values = Float64Array.from(inputWeights.subarray(i * width, (i + 1) * width));
    addMultiple(projection, dot(direction, p), values);
    for (let k = 0; k < width; k++)
      squared[k] = (squared[k] as number) + (values[k] as number) * (values[k] as number);
  });
  const lengths = squared.map(Math.sqrt);
  return {
    amplitude: lengths.map((length, k) => Math.abs(outputWeights[k] as number) * length),
    projection: projection.map((along, k) => along / (lengths[k] as number)),
  };
}
