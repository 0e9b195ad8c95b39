// The reduced flow of learning time-scales: its Jacobian against differences, its solution against an explicit method,
// what it conserves, and what it must not do.
import { describe, expect, it } from "vitest";
import { dormandPrince } from "../../../../src/math/ode/dormandPrince.ts";
import { lowRank } from "../../../../src/math/ode/linearSolvers.ts";
import { rosenbrock } from "../../../../src/math/ode/rosenbrock.ts";
import { steps } from "../../../../src/math/ode/steps.ts";
import {
  type ReducedFlow,
  reducedDerivative,
  reducedJacobian,
  reducedStart,
  residuals,
  riskOf,
} from "../../../../src/theory/time-scales/reducedFlow.ts";
import { singleComponent, stageStart } from "../../../../src/theory/time-scales/stageFlow.ts";

const FLOW: ReducedFlow = { epsilon: 0.01, target: [1, 0.8, -0.6, 0.5], activation: [0.9, 1.1, 0.7, -0.4] };
const READOUTS = [-1.6, -0.7, 0.2, 1.1, 1.5];

function solved(flow: ReducedFlow, start: Float64Array, until: number, tolerance = 1e-9) {
  const method = rosenbrock(lowRank(reducedJacobian(flow)));
  const problem = { derivative: reducedDerivative(flow), start: { t: 0, y: start }, until };
  return [...steps(problem, { method, absolute: tolerance, relative: tolerance })];
}

describe("the reduced flow", () => {
  it("has the Jacobian that differences of its derivative have", () => {
    const y = Float64Array.of(...READOUTS, 0.1, -0.3, 0.2, 0.5, -0.6);
    const derivative = reducedDerivative(FLOW);
    const { left, right, rest } = reducedJacobian(FLOW)(0, y);
    // (1 − sJ) x = b for the solver, with J from differences on the left: x is b to the order of their error.
    const s = 1e-3;
    const b = y.map((_, j) => Math.cos(j));
    const x = lowRank(() => ({ left, right, rest }))(0, y)(s)(b);
    const size = 1e-6;
    const moved = (sign: number) =>
      derivative(
        0,
        y.map((value, j) => value + sign * size * (x[j] as number)),
      );
    const [above, below] = [moved(1), moved(-1)];
    x.forEach((value, j) => {
      const along = ((above[j] as number) - (below[j] as number)) / (2 * size);
      expect(value - s * along).toBeCloseTo(b[j] as number, 8);
    });
  });

  it("agrees with an explicit method in small steps", () => {
    const start = reducedStart(READOUTS);
    const problem = { derivative: reducedDerivative(FLOW), start: { t: 0, y: start }, until: 0.3 };
    const explicit = [...steps(problem, { method: dormandPrince, absolute: 1e-11, relative: 1e-11 })].at(-1);
    const implicit = solved(FLOW, start, 0.3).at(-1);
    implicit?.y.forEach((value, j) => {
      expect(value).toBeCloseTo(explicit?.y[j] as number, 6);
    });
  });

  it("never raises the risk, which is that of its residuals", () => {
    const risks = solved(FLOW, reducedStart(READOUTS), 1).map(({ y }) => riskOf(residuals(FLOW, y)));
    for (const [k, risk] of risks.entries())
      if (k > 0) expect(risk).toBeLessThanOrEqual((risks[k - 1] as number) + 1e-9);
    expect(risks.at(-1)).toBeLessThan(0.3 * (risks[0] as number));
  });

  it.each([2, 3])("conserves l ε a² + log(1 − s²) where degree %i is alone", (degree) => {
    const flow = { ...singleComponent(degree), epsilon: 1e-4 };
    const kept = (y: Float64Array) => {
      const [a = 0, s = 0] = y;
      return degree * flow.epsilon * a * a + Math.log(1 - s * s);
    };
    const start = stageStart(degree, flow.epsilon, 1);
    const end = solved(flow, start, 0.3, 1e-10).at(-1);
    expect(end?.y[1]).toBeGreaterThan(1.5 * (start[1] as number));
    expect(kept(end?.y as Float64Array)).toBeCloseTo(kept(start), 8);
  });

  it("leaves overlaps at exactly nothing without a linear component", () => {
    const flow = { ...FLOW, target: [1, 0, 1, 1] };
    const end = solved(flow, reducedStart(READOUTS), 1).at(-1);
    expect([...(end?.y.subarray(READOUTS.length) ?? [])].every((s) => s === 0)).toBe(true);
  });

  it("does not depend on the sign of the target’s direction", () => {
    const turned = { ...FLOW, target: [1, -0.8, -0.6, -0.5] };
    const [one, other] = [FLOW, turned].map((flow) => solved(flow, reducedStart(READOUTS), 0.5).at(-1));
    const m = READOUTS.length;
    one?.y.forEach((value, j) => {
      expect(j < m ? value : -value).toBeCloseTo(other?.y[j] as number, 6);
    });
  });
});
