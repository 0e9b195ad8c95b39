/**
 * Integrates y′ = f(t, y) from a start to an end, step by step, with as large steps as errors allow. A generator: who asks for
 * the steps may stop after any, report, keep the last one and go on from it later with the same bits.
 */
import type { Attempt, Derivative, Method, Start, Step } from "./problem.ts";
import { firstSize, growthAfter, sizeOfError, type Tolerances } from "./stepSize.ts";

export interface Problem {
  readonly derivative: Derivative;
  readonly start: Start;
  /** Where the last step ends; below the start, t runs backwards. */
  readonly until: number;
}

export interface Options extends Tolerances {
  readonly method: Method;
  /** Power of the step with which the method's estimate of its error falls; 5, if missing. */
  readonly errorOrder?: number;
  /** No step is larger. */
  readonly largestSize?: number;
}

/**
 * The steps that were accepted, in their order; the last one ends at `until` exactly, and a start there has none.
 * @throws RangeError where f or the start is not finite, and where a step would fall below the rounding of t: the
 * solution ends there, or the system is stiff and the method is not made for it.
 */
export function* steps(
  { derivative, start, until }: Problem,
  { method, errorOrder = 5, largestSize = Infinity, ...tolerances }: Options,
): Generator<Step, void, void> {
  const direction = until < start.t ? -1 : 1;
  let place: { readonly t: number; readonly y: Float64Array } = { t: start.t, y: Float64Array.from(start.y) };
  if (place.t === until) return;
  let slope = derivative(place.t, place.y);
  assertFinite(place.t, place.y, slope);
  let size = start.size ?? firstSize(derivative, place, slope, direction, tolerances);
  let lastError = start.lastError ?? 1;
  while (place.t !== until) {
    const attempt = method({ derivative, ...place, slope });
    const accepted = acceptedFrom(place, until, {
      attempt,
      size: Math.min(size, largestSize),
      lastError,
      errorOrder,
      tolerances,
    });
    yield accepted.step;
    slope = accepted.slope ?? derivative(accepted.step.t, accepted.step.y);
    place = { t: accepted.step.t, y: accepted.step.y };
    ({ size, lastError } = accepted.step);
  }
}

/** The first step of an integration, for who goes on from one step to the next. @throws RangeError what `steps` throws, and at the end */
export function nextStep(problem: Problem, options: Options): Step {
  for (const step of steps(problem, options)) return step;
  throw new RangeError("The integration is at its end already.");
}

/** What is tried at a place. */
interface Trial {
  readonly attempt: (size: number) => Attempt;
  readonly size: number;
  readonly lastError: number;
  readonly errorOrder: number;
  readonly tolerances: Tolerances;
}

/** Tries smaller and smaller sizes until the error is tolerated. */
function acceptedFrom(
  { t, y }: { readonly t: number; readonly y: Float64Array },
  until: number,
  { attempt, size: first, lastError, errorOrder, tolerances }: Trial,
): { step: Step; slope: Attempt["slope"] } {
  const way = Math.abs(until - t);
  const direction = until < t ? -1 : 1;
  let size = first;
  for (let refused = 0; ; refused++) {
    const isLast = size >= way || 1.01 * size >= way;
    if (isLast) size = way;
    assertVisible(t, size, way);
    const tried = attempt(direction * size);
    const error = sizeOfError(tried.error, y, tried.y, tolerances);
    const growth = growthAfter(error, lastError, errorOrder);
    if (!(error <= 1)) {
      size *= Math.min(growth, 0.9);
      continue;
    }
    const step: Step = {
      from: t,
      before: y,
      t: isLast ? until : t + direction * size,
      y: tried.y,
      bends: tried.bends(),
      // After a refusal the error is known to grow.
      size: size * (refused > 0 ? Math.min(growth, 1) : growth),
      lastError: error,
      refused,
    };
    return { step, slope: tried.slope };
  }
}

function assertFinite(t: number, ...vectors: ArrayLike<number>[]): void {
  for (const vector of vectors)
    for (let j = 0; j < vector.length; j++)
      if (!Number.isFinite(vector[j]))
        throw new RangeError(`Component ${j} of y or f is not finite at t = ${t}.`);
}

/** Whether t can be moved at all. */
function assertVisible(t: number, size: number, way: number): void {
  if (size === way || size > 4 * Number.EPSILON * Math.abs(t)) return;
  throw new RangeError(
    `At t = ${t} steps have become too small to move t. The solution ends there, or the system is stiff: take the Rosenbrock method.`,
  );
}
