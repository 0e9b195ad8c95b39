/**
 * The reduced flow as a run: step by step with the Rosenbrock method, and the times at which each residual has fallen to
 * given shares of its start.
 */
import { eventsOf } from "../../../math/ode/events.ts";
import { lowRank } from "../../../math/ode/linearSolvers.ts";
import type { Step } from "../../../math/ode/problem.ts";
import { rosenbrock } from "../../../math/ode/rosenbrock.ts";
import { nextStep } from "../../../math/ode/steps.ts";
import {
  type ReducedFlow,
  type ReducedState,
  reducedDerivative,
  reducedJacobian,
  residuals,
} from "../../../theory/time-scales/reducedFlow.ts";
import type { Iteration } from "../../driver/iterated.ts";

/** Relative error of a step; a tenth of it changes no time here by more than 10⁻⁴ of itself. */
const TOLERANCE = 1e-5;
/** The first step tried, over ε: well before the first component moves. */
const FIRST_STEP = 0.03;
/** Sizes below which an error is one of the size itself: of readouts, and of overlaps over √ε. */
const SMALL = 1e-2;

/** Shares of a residual at the start whose passing is noted: 90, 50 and 10 per cent. */
export const SHARES = [0.9, 0.5, 0.1] as const;
export const [BEGUN, HALF, DONE] = [0, 1, 2] as const;

/** Plain data: what it takes to go on, and what has happened so far. */
export interface Flowing {
  readonly t: number;
  readonly y: ReducedState;
  /** Of the step to try next. */
  readonly size: number;
  readonly lastError: number;
  /** When |ρₖ| was first down to each share, shape [degrees, shares]; 0 where it is not yet. */
  readonly crossings: Float64Array;
  /** (Σ|a s²|)²/(N Σ (a s²)²) when the quadratic residual was halved: the share of neurons that carry it; 0 before. */
  readonly participation: number;
}

/** When |ρₖ| was first down to a share of its start; undefined where it is not. */
export function crossingOf(crossings: Float64Array, degree: number, share: 0 | 1 | 2): number | undefined {
  const time = crossings[degree * SHARES.length + share];
  return time === 0 ? undefined : time;
}

/** From a start until the duration, or until `isEnough`. */
export function flowing(
  flow: ReducedFlow,
  start: ReducedState,
  duration: number,
  isEnough: (at: Flowing) => boolean = () => false,
): Iteration<Flowing> {
  const derivative = reducedDerivative(flow);
  const size = start.length / 2;
  const absolute = Float64Array.from(
    { length: 2 * size },
    (_, j) => TOLERANCE * SMALL * (j < size ? 1 : Math.sqrt(flow.epsilon)),
  );
  const options = {
    method: rosenbrock(lowRank(reducedJacobian(flow)), (_, y) => new Float64Array(y.length)),
    relative: TOLERANCE,
    absolute,
  };
  const initial = residuals(flow, start);
  return {
    start: {
      t: 0,
      y: start,
      size: FIRST_STEP * flow.epsilon,
      lastError: 1,
      crossings: new Float64Array(initial.length * SHARES.length),
      participation: 0,
    },
    next: (before) => {
      // Time at most doubles in a step, so that curves over its logarithm have no corners.
      const largestSize = before.t > 0 ? before.t : before.size;
      const step = nextStep({ derivative, start: before, until: duration }, { ...options, largestSize });
      const { t, y, size, lastError } = step;
      return { t, y, size, lastError, ...happenedIn(step, before, flow, initial) };
    },
    isOver: (at) => at.t >= duration || isEnough(at),
    share: ({ t }) => t / duration,
  };
}

/** Where a flow has been, from its start to its end. */
export function wayOf({ start, next, isOver }: Iteration<Flowing>): Flowing[] {
  const way = [start];
  let now = start;
  for (let step = 1; !isOver(now, step - 1); step++) {
    now = next(now, step);
    way.push(now);
  }
  return way;
}

/** Crossings and participation after a step. */
function happenedIn(
  step: Step,
  { crossings, participation }: Pick<Flowing, "crossings" | "participation">,
  flow: ReducedFlow,
  initial: Float64Array,
) {
  const now = residuals(flow, step.y);
  const after = crossings.slice();
  let carried = participation;
  for (let k = 0; k < now.length; k++)
    for (let share = 0; share < SHARES.length; share++) {
      const at = k * SHARES.length + share;
      const level = (SHARES[share] as number) * Math.abs(initial[k] as number);
      if (after[at] !== 0 || level === 0 || Math.abs(now[k] as number) > level) continue;
      const of = (_: number, y: ReducedState) => Math.abs(residuals(flow, y)[k] as number) - level;
      const [crossing] = eventsOf(step, { of, direction: "falling" });
      after[at] = crossing?.t ?? step.t;
      if (k === 2 && share === HALF) carried = participationIn(crossing?.y ?? step.y);
    }
  return { crossings: after, participation: carried };
}

/** (Σ|a s²|)²/(N Σ (a s²)²): 1 if all neurons carry the same of the quadratic component, 1/N if one carries it all. */
export function participationIn(state: ReducedState): number {
  const count = state.length / 2;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < count; i++) {
    const s = state[count + i] as number;
    const carried = Math.abs(state[i] as number) * s * s;
    sum += carried;
    squares += carried * carried;
  }
  return squares > 0 ? (sum * sum) / (count * squares) : 1;
}

/** At most so many of a list: the first, the last and every so-manyth between. */
export function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  const every = Math.ceil(items.length / most);
  return items.filter((_, k) => k % every === 0 || k === items.length - 1);
}
