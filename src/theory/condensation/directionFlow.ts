/**
 * The directions of neurons under the leading-order flow, in a time in which none grows or escapes (derived here). The flow ȧ = cF(w), ẇ = ac∇F(w) is the gradient flow of c a F(w), homogeneous of degree p + 1;
 * so (a, w)/|(a, w)| climbs a F(w) on the sphere, whatever the length. Where a is held to its sign, w/|w| climbs ±F(w).
 */
import { dot, unit } from "../../math/vectors.ts";
import { type Form, pullOn } from "./leadingOrder.ts";

/** Directions of one neuron after the other: unit vectors (a, w), or w alone where the sign of a is kept. */
export type Directions = readonly Float64Array[];

/** What a direction climbs: its gradient there, shape that of the direction. */
export type Climb = (direction: Float64Array, neuron: number) => Float64Array;

/** ∇(aF) = (F(w), a∇F(w)) at (a, w): the leading-order flow itself, for c > 0. */
export function climbOfBoth(form: Form): Climb {
  return (direction) => {
    const { value, gradient } = pullOn(form, direction.subarray(1));
    const output = direction[0] as number;
    return Float64Array.from([value, ...gradient.map((component) => output * component)]);
  };
}

/** ±∇F(w), by the sign of each neuron's a, which is kept: the paper's picture that directions turn before a changes. */
export function climbOfInputs(form: Form, signs: readonly number[]): Climb {
  return (direction, neuron) =>
    pullOn(form, direction).gradient.map((component) => (signs[neuron] as number) * component);
}

/** How far the fastest neuron's step goes, in units of its gradient: short against the turn of any. */
const STEP = 0.1;

/**
 * One step of all neurons, u ← (u + Δt ∇)/|…| with Δt = 0.1/max |∇|, and how much any is still turning: the largest
 * |∇ − (∇·u)u| over max |∇|.
 */
export function climbOn(directions: Directions, climb: Climb): { directions: Directions; turning: number } {
  const gradients = directions.map(climb);
  const lengths = gradients.map((gradient) => Math.sqrt(dot(gradient, gradient)));
  const longest = Math.max(...lengths, Number.MIN_VALUE);
  const turnings = directions.map((direction, k) => {
    const along = dot(gradients[k] as Float64Array, direction);
    const square = (lengths[k] as number) * (lengths[k] as number) - along * along;
    return Math.sqrt(Math.max(0, square)) / longest;
  });
  const next = directions.map((direction, k) =>
    unit(direction.map((component, j) => component + (STEP / longest) * (gradients[k]?.[j] as number))),
  );
  return { directions: next, turning: Math.max(...turnings) };
}
