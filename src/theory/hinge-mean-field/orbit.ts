/**
 * Nodes in the plane of readout a and projection w∥. All of them move by the same γ:
 *
 *     a = a₀ cosh γ + w₀ sinh γ     w∥ = w₀ cosh γ + a₀ sinh γ
 *
 * along hyperbolas, a² − w∥² being as it was; the rest of w does not move. So a + w∥ grows by e^γ and a − w∥ shrinks by it.
 */
import { exp, log } from "../../math/elementary.ts";
import { dot } from "../../math/vectors.ts";

/** Readouts and projections of some nodes, shape [M] each. */
export interface Nodes {
  readonly readouts: Float64Array;
  readonly along: Float64Array;
}

/** The nodes after a growth γ. */
export function moved({ readouts, along }: Nodes, growth: number): Nodes {
  const [up, down] = [exp(growth) / 2, exp(-growth) / 2];
  const then = { readouts: new Float64Array(readouts.length), along: new Float64Array(readouts.length) };
  // Loops rather than maps: wide networks are looked at often.
  for (let k = 0; k < readouts.length; k++) {
    const [a, w] = [readouts[k] as number, along[k] as number];
    then.readouts[k] = (a + w) * up + (a - w) * down;
    then.along[k] = (w + a) * up + (w - a) * down;
  }
  return then;
}

/**
 * The γ by which nodes have moved: e^γ is the slope of a + w∥ now over a + w∥ then, by least squares. NaN where they have
 * moved against it so far that there is none.
 */
export function growthBetween(before: Nodes, now: Nodes): number {
  const [from, to] = [sumsOf(before), sumsOf(now)];
  return log(dot(from, to) / dot(from, from));
}

/** a + w∥ of each. */
function sumsOf({ readouts, along }: Nodes): Float64Array {
  const sums = new Float64Array(readouts.length);
  for (let k = 0; k < sums.length; k++) sums[k] = (readouts[k] as number) + (along[k] as number);
  return sums;
}

/** Distance of all nodes from where γ takes them, over their distance from 0, each a root of a sum of squares. */
export function missOf(before: Nodes, now: Nodes, growth: number): number {
  const there = moved(before, growth);
  let [misses, sizes] = [0, 0];
  for (const [expected, here] of [
    [there.readouts, now.readouts],
    [there.along, now.along],
  ] as const)
    for (let k = 0; k < here.length; k++) {
      const miss = (here[k] as number) - (expected[k] as number);
      misses += miss * miss;
      sizes += (here[k] as number) * (here[k] as number);
    }
  return Math.sqrt(misses / sizes);
}
