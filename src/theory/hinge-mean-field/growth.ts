/**
 * The one-variable theory of a wide network that learns the sign of x∥ with the linear hinge loss: every node moves along
 * its hyperbola by the same γ, the network is a linear classifier, and an example is satisfied once |x∥| exceeds a threshold.
 *
 *     f(x) = x∥ sinh 2γ/(2√d)     xₛ = 2h√d/(α sinh 2γ)
 *     γ̇ = β/(2√d) [(1 − p) E[|x∥|; |x∥| < xₛ] − p E|x∥|]
 *
 * for infinitely many nodes and examples, weights N(0, 1), and labels of which a share p is flipped: those stay unsatisfied.
 * A derivation of this site for the setting of Pellegrini and Biroli, whose own text could not be read.
 */
import { arsinh, sinh } from "../../math/hyperbolic.ts";
import { dormandPrince } from "../../math/ode/dormandPrince.ts";
import { eventsOf } from "../../math/ode/events.ts";
import { valueAt } from "../../math/ode/problem.ts";
import { steps } from "../../math/ode/steps.ts";
import type { Projection } from "./projection.ts";

/** What the theory is told. */
export interface Growing {
  /** d. */
  readonly inputDimension: number;
  /** β: the rate of the risk's gradient descent over the number of nodes. */
  readonly rate: number;
  /** α: what the output is multiplied with in the loss max(0, h − α y f)/α. */
  readonly scale: number;
  /** h. */
  readonly margin: number;
  /** p: the share of labels that are flipped, below one half. */
  readonly flipped: number;
  readonly projection: Projection;
}

/** xₛ: examples with |x∥| below it are unsatisfied; all of them at γ = 0. */
export function thresholdAt(growth: number, { inputDimension, scale, margin }: Growing): number {
  return (2 * margin * Math.sqrt(inputDimension)) / (scale * sinh(2 * growth));
}

/** The γ at which an example with this |x∥| becomes satisfied: the inverse of the threshold. */
export function growthToSatisfy(
  size: number,
  { inputDimension, scale, margin }: Pick<Growing, "inputDimension" | "scale" | "margin">,
): number {
  return arsinh((2 * margin * Math.sqrt(inputDimension)) / (scale * size)) / 2;
}

/** Share of the examples that are unsatisfied, flipped ones among them. */
export function unsatisfiedAt(growth: number, growing: Growing): number {
  const { projection, flipped } = growing;
  return flipped + (1 - flipped) * projection.massWithin(thresholdAt(growth, growing));
}

/** γ̇. */
export function growthRate(growth: number, growing: Growing): number {
  const { projection, flipped, rate, inputDimension } = growing;
  const pull =
    (1 - flipped) * projection.pullWithin(thresholdAt(growth, growing)) -
    flipped * projection.pullWithin(Infinity);
  return (rate / (2 * Math.sqrt(inputDimension))) * pull;
}

/** Relative and absolute error of a step; a hundredth of it changes no γ here by 10⁻⁷. */
const TOLERANCE = 1e-9;

function stepsUntil(growing: Growing, until: number) {
  const derivative = (_: number, y: Float64Array) => [growthRate(y[0] as number, growing)];
  return steps(
    { derivative, start: { t: 0, y: [0] }, until },
    { method: dormandPrince, absolute: TOLERANCE, relative: TOLERANCE },
  );
}

/** γ at times in rising order from 0 on, beginning at γ = 0. */
export function growthAt(times: ArrayLike<number>, growing: Growing): Float64Array {
  const found = new Float64Array(times.length);
  let next = 0;
  while (next < times.length && times[next] === 0) next++;
  for (const step of stepsUntil(growing, times[times.length - 1] ?? 0))
    for (; next < times.length && (times[next] as number) <= step.t; next++)
      found[next] = valueAt(step, times[next] as number)[0] as number;
  return found;
}

/** When an example with this |x∥| becomes satisfied; undefined where it is not by `until`. */
export function timeToSatisfy(size: number, growing: Growing, until: number): number | undefined {
  const level = growthToSatisfy(size, growing);
  for (const step of stepsUntil(growing, until)) {
    const [found] = eventsOf(step, { of: (_, y) => (y[0] as number) - level, direction: "rising" });
    if (found) return found.t;
  }
  return undefined;
}
