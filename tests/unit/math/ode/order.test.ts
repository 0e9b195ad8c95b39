// How the error of each method falls with the step: its order, its order between the ends, and, for the stiff one, that
// fast components do not cost it more than one.
import { describe, expect, test } from "vitest";
import { dormandPrince } from "../../../../src/math/ode/dormandPrince.ts";
import { dense } from "../../../../src/math/ode/linearSolvers.ts";
import { type Derivative, type Method, type Step, valueAt } from "../../../../src/math/ode/problem.ts";
import { rosenbrock } from "../../../../src/math/ode/rosenbrock.ts";

/** Steps of one size, whatever their error. */
function evenSteps(
  derivative: Derivative,
  start: number[],
  until: number,
  count: number,
  method: Method,
): Step[] {
  const size = until / count;
  let y = Float64Array.from(start);
  return Array.from({ length: count }, (_, k) => {
    const from = k * size;
    const attempt = method({ derivative, t: from, y, slope: derivative(from, y) })(size);
    const step = { from, before: y, t: from + size, y: attempt.y, bends: attempt.bends() };
    y = Float64Array.from(attempt.y);
    return { ...step, size, lastError: 1, refused: 0 };
  });
}

/** Largest error of the first component over all steps, at a share θ of each. */
function errorOf(steps: readonly Step[], solution: (t: number) => number, theta: number): number {
  return Math.max(
    ...steps.map((step) => {
      const t = theta === 1 ? step.t : step.from + theta * (step.t - step.from);
      return Math.abs((valueAt(step, t)[0] as number) - solution(t));
    }),
  );
}

/** Slope of log error against log step. */
function observedOrder(counts: readonly number[], errorWith: (count: number) => number): number {
  const [few, many] = [counts[0], counts.at(-1)] as [number, number];
  return Math.log(errorWith(few) / errorWith(many)) / Math.log(many / few);
}

// y′ = y cos t, y = e^sin t: nonlinear in (t, y), so that ∂f/∂t counts.
const wave: Derivative = (t, [y = 0]) => [y * Math.cos(t)];
const waveSolution = (t: number) => Math.exp(Math.sin(t));
const waveMethod = rosenbrock(
  dense((t) => [[Math.cos(t)]]),
  (t, [y = 0]) => [-y * Math.sin(t)],
);

describe("smooth problems", () => {
  test.each([
    ["dormandPrince", dormandPrince],
    ["rosenbrock", waveMethod],
  ])("%s is of order 5, of order 5 locally in between", (_, method) => {
    const error = (theta: number) => (count: number) =>
      errorOf(evenSteps(wave, [1], 4, count, method), waveSolution, theta);
    expect(Math.abs(observedOrder([40, 160], error(1)) - 5)).toBeLessThan(0.2);
    expect(observedOrder([40, 160], error(0.5))).toBeGreaterThan(4.8);
  });
});

/** Prothero and Robinson's: y′ = λ(y − φ(t)) + φ′(t), whose solution is φ, from there on. */
const prothero = (rate: number): { derivative: Derivative; method: Method } => ({
  derivative: (t, [y = 0]) => [rate * (y - Math.sin(t)) + Math.cos(t)],
  method: rosenbrock(
    dense(() => [[rate]]),
    (t) => [-rate * Math.cos(t) - Math.sin(t)],
  ),
});

describe("Prothero and Robinson", () => {
  test("is of order 5 with λ = −1, and of order 3 at least and no less accurate as λ falls", () => {
    for (const rate of [-1, -1e2, -1e4, -1e6]) {
      const { derivative, method } = prothero(rate);
      const error = (count: number) => errorOf(evenSteps(derivative, [0], 4, count, method), Math.sin, 1);
      const order = observedOrder([8, 32], error);
      if (rate === -1) expect(Math.abs(order - 5)).toBeLessThan(0.2);
      else expect(order).toBeGreaterThan(2.8);
      expect(error(32)).toBeLessThan(1e-7);
    }
  });

  test("is stable where |λ| h is 10⁹, from off the solution", () => {
    const { derivative, method } = prothero(-1e10);
    const steps = evenSteps(derivative, [1], 1, 10, method);
    expect(Math.abs((steps[0]?.y[0] as number) - Math.sin(0.1))).toBeLessThan(1e-6);
  });
});
