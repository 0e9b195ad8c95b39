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
    const a = readouts[k] as number;
    const w = along[k] as number;
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
  return growthSince(before)(now);
}

/** {@link growthBetween} for many looks at nodes that began in one place: it takes nothing but a sum each. */
export function growthSince(before: Nodes): (now: Nodes) => number {
  const { length } = before.readouts;
  const from = new Float64Array(length);
  for (let k = 0; k < length; k++) from[k] = (before.readouts[k] as number) + (before.along[k] as number);
  const square = dot(from, from);
  return ({ readouts, along }) => {
    let product = 0;
    for (let k = 0; k < length; k++)
      product += (from[k] as number) * ((readouts[k] as number) + (along[k] as number));
    return log(product / square);
  };
}

/** Distance of all nodes from where γ takes them, over their distance from 0, each a root of a sum of squares. */
export function missOf(before: Nodes, now: Nodes, growth: number): number {
  const [up, down] = [exp(growth) / 2, exp(-growth) / 2];
  let [misses, sizes] = [0, 0];
  // Their places are not kept: wide networks are looked at often. Readouts move as projections do, and they as readouts.
  const add = (own: Float64Array, other: Float64Array, here: Float64Array) => {
    for (let k = 0; k < here.length; k++) {
      const from = own[k] as number;
      const across = other[k] as number;
      const to = here[k] as number;
      const miss = to - ((from + across) * up + (from - across) * down);
      misses += miss * miss;
      sizes += to * to;
    }
  };
  add(before.readouts, before.along, now.readouts);
  add(before.along, before.readouts, now.along);
  return Math.sqrt(misses / sizes);
}
