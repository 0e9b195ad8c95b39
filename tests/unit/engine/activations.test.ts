// The activations against what does not come from them: differences, symmetries, closed forms in another form.
import { describe, expect, it } from "vitest";
import { ACTIVATIONS, type ActivationName, activations } from "../../../src/engine/activations.ts";

const { relu, tanh, xTanh, x2Tanh, sigmoid, softplus } = activations;
/** A few roundings of float64. */
const ROUNDING = 1e-15;

function expectRelative(got: number, expected: number, most = ROUNDING): void {
  expect(Math.abs(got - expected), `${got} for ${expected}`).toBeLessThanOrEqual(most * Math.abs(expected));
}

/** From the one bound to the other, with both. */
function grid(from: number, to: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, k) => from + ((to - from) * k) / count);
}

describe.each(ACTIVATIONS)("%s", (name) => {
  const { value, slope } = activations[name];

  it("has the slope that central differences of its value give", () => {
    const h = 1e-5;
    // An even number of intervals would put a point at zero, where the ReLU has a kink.
    for (const z of grid(-6, 6, 241)) {
      const difference = (value(z + h) - value(z - h)) / (2 * h);
      // h² σ‴/6 is some 1e-10, rounding some 1e-16 σ/h with σ up to 36.
      expect(Math.abs(slope(z) - difference), `at ${z}`).toBeLessThan(1e-9);
    }
  });

  it("neither overflows nor is undefined from −10⁴ to 10⁴ and at both zeros", () => {
    for (const z of [...grid(-1e4, 1e4, 4000), ...grid(-50, 50, 1000), 0, -0, 1e-300, -1e-300]) {
      expect(Number.isFinite(value(z)), `value at ${z}`).toBe(true);
      expect(Number.isFinite(slope(z)), `slope at ${z}`).toBe(true);
    }
  });

  it("does not tell the two zeros apart", () => {
    // Not `toBe`, which distinguishes 0 and −0 itself: an odd function may keep the sign.
    expect(value(-0) === value(0)).toBe(true);
    expect(slope(-0) === slope(0)).toBe(true);
  });
});

describe("symmetries", () => {
  const odd: readonly [string, (z: number) => number][] = [
    ["tanh", tanh.value],
    ["the slope of z tanh z", xTanh.slope],
    ["z² tanh z", x2Tanh.value],
  ];
  const even: readonly [string, (z: number) => number][] = [
    ["the slope of tanh", tanh.slope],
    ["z tanh z", xTanh.value],
    ["the slope of z² tanh z", x2Tanh.slope],
    ["the slope of the sigmoid", sigmoid.slope],
  ];

  it.each(odd)("%s is odd", (_, f) => {
    for (const z of grid(0, 30, 300)) expect(f(-z) + f(z)).toBe(0);
  });

  it.each(even)("%s is even", (_, f) => {
    for (const z of grid(0, 30, 300)) expectRelative(f(-z), f(z));
  });

  it("the sigmoid and its mirror image add up to one", () => {
    for (const z of grid(0, 30, 300)) expectRelative(sigmoid.value(z) + sigmoid.value(-z), 1);
  });

  it("softplus, like the ReLU, falls by z when its argument changes sign", () => {
    for (const z of grid(0, 30, 300)) {
      expectRelative(softplus.value(z) - softplus.value(-z), z, 4 * ROUNDING);
      expect(relu.value(z) - relu.value(-z)).toBe(z);
    }
  });
});

describe("tails and small arguments, where a careless formula loses its digits", () => {
  const cases: readonly [ActivationName, "value" | "slope", number, number][] = [
    ["tanh", "slope", 10, (4 * Math.exp(-20)) / (1 + Math.exp(-20)) ** 2],
    ["tanh", "slope", -25, 4 * Math.exp(-50)],
    ["tanh", "slope", 300, 4 * Math.exp(-600)],
    ["tanh", "slope", 2, 1 / Math.cosh(2) ** 2],
    ["tanh", "value", 1e-9, 1e-9],
    ["xTanh", "value", 1e-9, 1e-18],
    ["xTanh", "slope", 1e-9, 2e-9],
    ["xTanh", "slope", -1e-200, -2e-200],
    ["xTanh", "slope", 3, (Math.sinh(3) * Math.cosh(3) + 3) / Math.cosh(3) ** 2],
    ["x2Tanh", "value", 1e-9, 1e-27],
    ["x2Tanh", "slope", 1e-9, 3e-18],
    ["x2Tanh", "slope", -3, (6 * Math.sinh(3) * Math.cosh(3) + 9) / Math.cosh(3) ** 2],
    ["sigmoid", "value", -40, Math.exp(-40)],
    ["sigmoid", "value", -700, Math.exp(-700)],
    ["sigmoid", "value", 2, 0.5 * (1 + Math.tanh(1))],
    ["sigmoid", "slope", 40, Math.exp(-40)],
    ["sigmoid", "slope", -40, Math.exp(-40)],
    ["sigmoid", "slope", 3, 1 / (2 * Math.cosh(1.5)) ** 2],
    ["softplus", "value", -40, Math.exp(-40)],
    ["softplus", "value", -700, Math.exp(-700)],
    ["softplus", "value", 800, 800],
    ["softplus", "value", -1, Math.log(1 + Math.exp(-1))],
    ["softplus", "slope", -40, Math.exp(-40)],
  ];

  it.each(cases)("the %s's %s at %d is accurate to the last digits", (name, which, z, expected) => {
    // e^−40 is left after 1 + e^−40 ≈ 1, which is off by 4e-18.
    expectRelative(activations[name][which](z), expected, 4 * ROUNDING);
  });

  it("every slope keeps its sign where it should be positive", () => {
    for (const z of grid(-300, 300, 1200)) {
      for (const f of [tanh, sigmoid, softplus]) expect(f.slope(z)).toBeGreaterThan(0);
      expect(x2Tanh.slope(z)).toBeGreaterThanOrEqual(0);
      expect(xTanh.slope(z) * z).toBeGreaterThanOrEqual(0);
    }
  });
});

it("the ReLU has no slope at either zero, as in TensorFlow.js", () => {
  expect([relu.slope(0), relu.slope(-0), relu.slope(1e-300), relu.slope(-1e-300)]).toEqual([0, 0, 1, 0]);
});
