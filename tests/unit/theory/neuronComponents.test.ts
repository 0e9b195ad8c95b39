// Components of neurons of any length: the integrals themselves, the closed form of ReLU, and neurons of length 1.
import { expect, it } from "vitest";
import { activations } from "../../../src/engine/activations.ts";
import { hermiteExpansion, hermiteSum } from "../../../src/math/hermite.ts";
import {
  coefficientsOf,
  componentsAlongFirst,
  reluCoefficients,
} from "../../../src/theory/time-scales/neuronComponents.ts";
import { moments } from "../../../src/theory/time-scales/reducedFlow.ts";

/** What integrals leave of coefficients that vanish, or are as small as those of z² tanh z at 10⁻⁴. */
const ROUNDING = 1e-12;

it.each(["tanh", "sigmoid", "softplus", "xTanh", "x2Tanh"] as const)(
  "finds between lengths what the integral at a length is: %s",
  (name) => {
    const { value } = activations[name];
    const coefficientsAt = coefficientsOf(value, 4);
    const found = new Float64Array(4);
    for (const length of [1e-4, 0.03, 0.71, 1, 2.3, 40]) {
      coefficientsAt(length, found);
      const { coefficients } = hermiteExpansion((g) => value(length * g), 3);
      const largest = Math.max(...coefficients.map(Math.abs));
      for (const [k, coefficient] of coefficients.entries())
        expect(Math.abs((found[k] as number) - coefficient)).toBeLessThan(3e-5 * largest + ROUNDING);
    }
  },
);

it("has ReLU’s in closed form: r/√2π, r/2, r/2√π and 0", () => {
  const found = new Float64Array(4);
  reluCoefficients(4)(3, found);
  const expected = [3 / Math.sqrt(2 * Math.PI), 3 / 2, 3 / (2 * Math.sqrt(Math.PI)), 0];
  for (const [k, coefficient] of expected.entries()) expect(found[k]).toBeCloseTo(coefficient, 9);
});

it("is what the reduced flow takes of neurons of length 1, and 0 but for the constant of one of length 0", () => {
  const polynomial = coefficientsOf((z) => hermiteSum([1, 1, 1, 1], z), 4);
  const [cosine, sine] = [0.6, 0.8];
  // Neurons are columns: (0.6, 0.8), (−0.8, 0.6).
  const inputWeights = Float64Array.of(cosine, -sine, sine, cosine);
  const network = { width: 2, inputDimension: 2, inputWeights, outputWeights: Float64Array.of(2, -1) };
  const sums = componentsAlongFirst(network, { count: 4, spread: 1, coefficientsAt: polynomial });
  const expected = moments(Float64Array.of(2, -1, cosine, -sine), 4);
  for (let k = 0; k < 4; k++) expect(sums[k]).toBeCloseTo(2 * (expected[k] as number), 9);
  const still = { width: 1, inputDimension: 1, inputWeights: [0], outputWeights: [3] };
  const ofNothing = componentsAlongFirst(still, { count: 4, spread: 1, coefficientsAt: polynomial });
  expect(ofNothing[0]).toBeCloseTo(3 * hermiteSum([1, 1, 1, 1], 0), 12);
  expect([...ofNothing.subarray(1)]).toEqual([0, 0, 0]);
});
