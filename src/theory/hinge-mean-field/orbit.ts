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
  const part = (a: number, w: number) => (a + w) * up + (a - w) * down;
  return {
    readouts: readouts.map((a, k) => part(a, along[k] as number)),
    along: along.map((w, k) => part(w, readouts[k] as number)),
  };
}

/**
 * The γ by which nodes have moved: e^γ is the slope of a + w∥ now over a + w∥ then, by least squares. NaN where they have
 * moved against it so far that there is none.
 */
export function growthBetween(before: Nodes, now: Nodes): number {
  const sum = ({ readouts, along }: Nodes) => readouts.map((a, k) => a + (along[k] as number));
  const [from, to] = [sum(before), sum(now)];
  return log(dot(from, to) / dot(from, from));
}

/** Distance of all nodes from where γ takes them, over their distance from 0, each a root of a sum of squares. */
export function missOf(before: Nodes, now: Nodes, growth: number): number {
  const there = moved(before, growth);
  let [misses, sizes] = [0, 0];
  for (const name of ["readouts", "along"] as const)
    for (let k = 0; k < now[name].length; k++) {
      const miss = (now[name][k] as number) - (there[name][k] as number);
      misses += miss * miss;
      sizes += (now[name][k] as number) * (now[name][k] as number);
    }
  return Math.sqrt(misses / sizes);
}
