// Components of targets and activations in closed form, and the targets that have none, each with its sentence.
import { describe, expect, it } from "vitest";
import {
  activationCoefficients,
  expandedTarget,
  HIGHEST_DEGREE,
  polygon,
} from "../../../../src/theory/time-scales/components.ts";
import { functionFrom } from "../../../../src/theory/time-scales/expression.ts";

const expanded = (text: string) => expandedTarget(functionFrom(text));

describe("a target", () => {
  it("has coefficients up to degree 6, those that are rounding exactly 0", () => {
    const { coefficients, square } = expanded("h1(x) - 2*h4(x) + h8(x)");
    expect(coefficients).toHaveLength(HIGHEST_DEGREE + 1);
    for (const [k, value] of coefficients.entries())
      expect(value).toBeCloseTo([0, 1, 0, 0, -2, 0, 0][k] as number, 11);
    for (const k of [0, 2, 3, 5, 6]) expect(coefficients[k]).toBe(0);
    expect(square).toBeCloseTo(6, 10);
    // By symmetry, whatever the nodes are.
    for (const k of [1, 3, 5]) expect(expanded("abs(x)").coefficients[k]).toBe(0);
    expect(expanded("abs(x) + 0.0001*x").coefficients[1]).toBeCloseTo(1e-4, 11);
  });

  it.each([
    [
      "exp(x^2/4)",
      /finite cannot be seen: 14 % of what there is up to \|x\| = 37, where integrals end here, comes from beyond 32/,
    ],
    ["exp(x^2/3)", /finite cannot be seen/],
    ["exp(x^2)", /not a finite number at x = −\d+/],
    ["sqrt(x)", /wherever \|x\| ≤ 37\. It is not a finite number at x = −/],
    ["log(x)", /not a finite number at x = −/],
    ["1/0 + x", /not a finite number/],
    ["1/x", /does not settle near x = 0: finer steps change it by more than all of it\. A pole/],
    ["1/(x - 1)^2", /does not settle near x = 1/],
    ["1/sqrt(abs(x))", /does not settle near x = 0/],
    ["x - x", /0 everywhere/],
    ["exp(10*x)", /E φ\(G\)² is 7\.2e\+86; this figure takes 0\.0001 to 10000/],
    ["x/1000", /multiply the target by a number/],
    ["x^x^x", /not a finite number/],
    ["sin(100000*x)", /does not settle/],
  ])("%s is refused", (text, sentence) => {
    expect(() => expanded(text)).toThrow(sentence);
  });

  it.each([
    "exp(0.2*x^2)",
    "log(abs(x))",
    "sign(x - 0.123)",
    "sin(50*x)",
    "tanh(1000*x)",
    "x^5",
    "abs(x)^(-0.25)",
  ])("%s is taken", (text) => {
    expect(expanded(text).square).toBeGreaterThan(0);
  });
});

describe("activations", () => {
  it("have the coefficients of their functions, found once", () => {
    expect(activationCoefficients("equal")).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(activationCoefficients("relu")[2]).toBeCloseTo(1 / Math.sqrt(4 * Math.PI), 11);
    expect(activationCoefficients("relu")[3]).toBe(0);
    for (const k of [0, 2, 4, 6]) expect(activationCoefficients("tanh")[k]).toBe(0);
    // log(1 + eᶻ) = z/2 + log(2 cosh(z/2)): of odd degrees it has the first alone.
    expect(activationCoefficients("softplus")[1]).toBeCloseTo(0.5, 11);
    for (const k of [3, 5]) expect(activationCoefficients("softplus")[k]).toBe(0);
    for (const sigma of activationCoefficients("shiftedTanh")) expect(sigma).not.toBe(0);
    expect(activationCoefficients("softplus")).toBe(activationCoefficients("softplus"));
  });
});

it("a polygon goes straight through its points and is constant beside them", () => {
  const line = polygon([
    { x: -1, y: 2 },
    { x: 1, y: 0 },
    { x: 2, y: 3 },
  ]);
  expect([-5, -1, 0, 1, 1.5, 2, 9].map(line)).toEqual([2, 2, 1, 0, 1.5, 3, 3]);
});
