// Systems with fast components, which an explicit method cannot follow: known solutions, and how many steps they take.
import { describe, expect, test } from "vitest";
import { dormandPrince } from "../../../../src/math/ode/dormandPrince.ts";
import { dense, diagonal, differences, lowRank } from "../../../../src/math/ode/linearSolvers.ts";
import { type Derivative, type Method, type Step, valueAt } from "../../../../src/math/ode/problem.ts";
import { rosenbrock } from "../../../../src/math/ode/rosenbrock.ts";
import { steps } from "../../../../src/math/ode/steps.ts";

const tolerances = (relative: number, absolute = relative) => ({ relative, absolute });

function solved(
  derivative: Derivative,
  y: number[],
  until: number,
  method: Method,
  tolerance = tolerances(1e-6),
) {
  const taken = [...steps({ derivative, start: { t: 0, y }, until }, { method, ...tolerance })];
  return { taken, end: taken.at(-1) as Step, refused: taken.reduce((sum, { refused }) => sum + refused, 0) };
}

describe("Robertson's kinetics", () => {
  const kinetics: Derivative = (_, [a = 0, b = 0, c = 0]) => [
    -0.04 * a + 1e4 * b * c,
    0.04 * a - 1e4 * b * c - 3e7 * b * b,
    3e7 * b * b,
  ];
  const method = rosenbrock(
    dense((_, [, b = 0, c = 0]) => [
      [-0.04, 1e4 * c, 1e4 * b],
      [0.04, -1e4 * c - 6e7 * b, -1e4 * b],
      [0, 6e7 * b, 0],
    ]),
    () => [0, 0, 0],
  );

  // Hairer, Wanner, Solving ODEs II, IV.10, and the Test Set for IVP Solvers.
  test.each([
    [40, [0.7158270688, 0.9185534765e-5, 0.2841637457]],
    [1e11, [0.2083340149701255e-7, 0.8333360770334713e-13, 0.999999979166505]],
  ])("to t = %d", (until, expected) => {
    const { taken, end } = solved(kinetics, [1, 0, 0], until, method, {
      relative: 1e-7,
      absolute: 1e-20,
    });
    expected.forEach((value, j) => {
      expect(Math.abs((end.y[j] as number) / value - 1)).toBeLessThan(1e-5);
    });
    expect(taken.length).toBeLessThan(600);
    expect(Math.abs(end.y.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(1e-12);
  });
});

describe("van der Pol's oscillator", () => {
  const oscillator =
    (mu: number): Derivative =>
    (_, [x = 0, v = 0]) => [v, mu * mu * ((1 - x * x) * v - x)];
  const method = (mu: number) =>
    rosenbrock(
      dense((_, [x = 0, v = 0]) => [
        [0, 1],
        [mu * mu * (-2 * x * v - 1), mu * mu * (1 - x * x)],
      ]),
      () => [0, 0],
    );

  test("agrees with the solution of Hairer and Wanner for μ = 10³", () => {
    const { end } = solved(oscillator(1e3), [2, -0.66], 2, method(1e3));
    expect(Math.abs((end.y[0] as number) - 1.706167732170469)).toBeLessThan(1e-4);
    expect(Math.abs((end.y[1] as number) + 0.8928097010248125)).toBeLessThan(1e-4);
  });

  test.each([1e3, 1e4, 1e5, 1e6])(
    "takes some hundred steps, a hundred more for ten times the μ, for μ = %d",
    (mu) => {
      const coarse = solved(oscillator(mu), [2, -2 / 3], 2, method(mu));
      const fine = solved(oscillator(mu), [2, -2 / 3], 2, method(mu), tolerances(1e-9));
      expect(Math.abs((coarse.end.y[0] as number) - (fine.end.y[0] as number))).toBeLessThan(1e-4);
      expect(coarse.taken.length + coarse.refused).toBeLessThan(700 + 200 * Math.log10(mu / 1e3));
    },
  );

  test("is nothing for an explicit method", () => {
    const problem = { derivative: oscillator(1e3), start: { t: 0, y: [2, -2 / 3] }, until: 2 };
    let [count, reached] = [0, 0];
    for (const { t } of steps(problem, { method: dormandPrince, ...tolerances(1e-6) })) {
      reached = t;
      if (++count === 5000) break;
    }
    expect(reached).toBeLessThan(0.1);
  });
});

describe("Prothero and Robinson", () => {
  test.each([-1e2, -1e6, -1e10])(
    "keeps to the solution for λ = %d, with a difference in t as well",
    (rate) => {
      const derivative: Derivative = (t, [y = 0]) => [rate * (y - Math.sin(t)) + Math.cos(t)];
      const { taken } = solved(derivative, [0], 10, rosenbrock(dense(() => [[rate]])));
      const errors = taken.map(({ t, y }) => Math.abs((y[0] as number) - Math.sin(t)));
      expect(Math.max(...errors)).toBeLessThan(1e-5);
      expect(taken.length).toBeLessThan(200);
    },
  );
});

describe("a singular perturbation with ε = 10⁻¹⁴", () => {
  // x′ = mean of tanh yₖ − x, ε yₖ′ = (k + 1)(x + k/10 − yₖ): the yₖ sit at x + k/10 after a time of order ε.
  const [EPSILON, FAST] = [1e-14, 10];
  const derivative: Derivative = (_, y) => {
    const [x = 0, ...fast] = y;
    const mean = fast.reduce((sum, each) => sum + Math.tanh(each), 0) / FAST;
    return [mean - x, ...fast.map((each, k) => ((k + 1) * (x + k / 10 - each)) / EPSILON)];
  };
  const slopes = (y: Float64Array) =>
    Array.from({ length: FAST }, (_, k) => (1 - Math.tanh(y[k + 1] as number) ** 2) / FAST);
  const full = dense((_, y) => [
    [-1, ...slopes(y)],
    ...slopes(y).map((__, k) => [
      (k + 1) / EPSILON,
      ...slopes(y).map((___, j) => (j === k ? -(k + 1) / EPSILON : 0)),
    ]),
  ]);
  const arrow = lowRank((_, y) => {
    const first = [1, ...slopes(y).map(() => 0)];
    const rates = slopes(y).map((__, k) => (k + 1) / EPSILON);
    return {
      rest: diagonal([-1, ...rates.map((rate) => -rate)]),
      left: [first, [0, ...rates]],
      right: [[0, ...slopes(y)], first],
    };
  });
  const start = [0.2, ...Array.from({ length: FAST }, (_, k) => (k % 2 === 0 ? 3 : -2))];
  /** The equation for x that is left for ε = 0. */
  const slow: Derivative = (_, [x = 0]) => [
    Array.from({ length: FAST }, (__, k) => Math.tanh(x + k / 10)).reduce((sum, each) => sum + each) / FAST -
      x,
  ];
  const expected = solved(slow, [0.2], 5, dormandPrince, tolerances(1e-12)).end.y[0] as number;

  test.each([
    ["dense", full],
    ["low rank", arrow],
    ["differences", differences(derivative)],
  ])("takes a few hundred steps: %s", (_, linearisation) => {
    const { taken, refused, end } = solved(derivative, start, 5, rosenbrock(linearisation), tolerances(1e-8));
    expect(taken.length + refused).toBeLessThan(300);
    expect(Math.abs((end.y[0] as number) - expected)).toBeLessThan(1e-6);
    expect(Math.abs((end.y[5] as number) - (end.y[0] as number) - 0.4)).toBeLessThan(1e-6);
  });

  test("the polynomial keeps to the slow solution after the layer", () => {
    const { taken } = solved(derivative, start, 5, rosenbrock(full), tolerances(1e-8));
    const late = taken.filter(({ from }) => from > 1e-3);
    const gaps = late.map((step) => {
      const y = valueAt(step, (step.from + step.t) / 2);
      return Math.abs((y[5] as number) - (y[0] as number) - 0.4);
    });
    expect(late.length).toBeGreaterThan(5);
    expect(Math.max(...gaps)).toBeLessThan(1e-5);
  });
});
