// The stabilised method: its order, its interval of stability, and steps that are far longer than an explicit one allows.
import { expect, it } from "vitest";
import { STABILISED_ERROR_ORDER, stabilised, stagesFor } from "../../../../src/math/ode/stabilised.ts";
import { steps } from "../../../../src/math/ode/steps.ts";

/** y′ = −λ (y − cos t) − sin t: the solution cos t, towards which everything is pulled at the rate λ. */
const pulled = (rate: number) => (t: number, y: Float64Array) => [
  -rate * ((y[0] as number) - Math.cos(t)) - Math.sin(t),
];

function endOf(rate: number, size: number, until: number): number {
  const derivative = pulled(rate);
  const method = stabilised(() => rate);
  let y: Float64Array = Float64Array.of(1);
  const count = Math.round(until / size);
  for (let k = 0; k < count; k++)
    y = method({ derivative, t: k * size, y, slope: derivative(k * size, y) })(size).y;
  return y[0] as number;
}

it("errs like the square of the step", () => {
  const errors = [0.1, 0.05, 0.025].map((size) => Math.abs(endOf(1, size, 2) - Math.cos(2)));
  const ratios = [0, 1].map((k) => (errors[k] as number) / (errors[k + 1] as number));
  for (const ratio of ratios) expect(ratio).toBeGreaterThan(3.5);
  for (const ratio of ratios) expect(ratio).toBeLessThan(4.5);
});

it("stays stable at steps of a hundred times what Euler’s method allows, with stages like their root", () => {
  // |1 + hλ| ≤ 1 asks for h ≤ 2/λ.
  const rate = 1e4;
  expect(Math.abs(endOf(rate, 100 * (2 / rate), 2) - Math.cos(2))).toBeLessThan(1e-3);
  const [few, many] = [stagesFor(0.02, rate), stagesFor(0.08, rate)] as const;
  expect(many / few).toBeCloseTo(2, 1);
});

it("grows without bound when it is told too small a rate", () => {
  const derivative = (_: number, y: Float64Array) => [-1e4 * (y[0] as number)];
  const method = stabilised(() => 100);
  let y: Float64Array = Float64Array.of(1);
  for (let k = 0; k < 5; k++) y = method({ derivative, t: 0, y, slope: derivative(0, y) })(0.02).y;
  expect(Math.abs(y[0] as number)).toBeGreaterThan(1e3);
});

it("keeps errors near what is tolerated, in fewer evaluations than the rate asks an explicit method for", () => {
  const rate = 1e4;
  let evaluations = 0;
  const derivative = (t: number, y: Float64Array) => {
    evaluations++;
    return pulled(rate)(t, y);
  };
  const options = {
    method: stabilised(() => rate),
    errorOrder: STABILISED_ERROR_ORDER,
    absolute: 1e-4,
    relative: 1e-4,
  };
  const last = [...steps({ derivative, start: { t: 0, y: [1] }, until: 10 }, options)].at(-1);
  expect(Math.abs((last?.y[0] as number) - Math.cos(10))).toBeLessThan(1e-2);
  // Euler would take λ/2 steps a unit of time.
  expect(evaluations).toBeLessThan((10 * rate) / 2 / 5);
});
