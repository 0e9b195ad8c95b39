// The exponents of the relative distance: known values, continuity across the lines where cases meet, symmetries.
import { describe, expect, it } from "vitest";
import { inputExponent, outputExponent, weightExponent } from "../../../src/theory/exponents.ts";
import { boundary } from "../../../src/theory/phaseDiagram.ts";

const STEPS = Array.from({ length: 41 }, (_, k) => k / 20);
const GAMMAS = STEPS.map((step) => Number(step.toFixed(2)));
const GAMMA_PRIMES = STEPS.map((step) => Number((step - 1).toFixed(2)));

describe("the exponents", () => {
  it("are γ − 1 below and half of it above γ = 1 where γ′ = 0: −1/2, 0 and 3/8 in the paper's Fig. 3", () => {
    expect([0.5, 1, 1.75].map((gamma) => inputExponent(gamma, 0))).toEqual([-0.5, 0, 0.375]);
    expect([0.5, 1, 1.75].map((gamma) => outputExponent(gamma, 0))).toEqual([-0.5, 0, 0.375]);
  });

  it("have the value of each case inside it", () => {
    expect(inputExponent(1.2, -0.4)).toBeCloseTo(0.2, 12);
    expect(inputExponent(1.6, -0.4)).toBeCloseTo(0.5, 12);
    expect(inputExponent(0.6, 0.4)).toBeCloseTo(-1.2, 12);
    expect(inputExponent(1.2, 0.4)).toBeCloseTo(-0.4, 12);
    expect(inputExponent(1.8, 0.4)).toBeCloseTo(0.2, 12);
  });

  it("do not jump anywhere: no faster than 2 in γ and in γ′", () => {
    const tiny = 1e-6;
    for (const gamma of GAMMAS) {
      for (const gammaPrime of GAMMA_PRIMES) {
        const around = [
          inputExponent(gamma + tiny, gammaPrime) - inputExponent(gamma - tiny, gammaPrime),
          inputExponent(gamma, gammaPrime + tiny) - inputExponent(gamma, gammaPrime - tiny),
        ];
        for (const difference of around) expect(Math.abs(difference)).toBeLessThan(4.001 * tiny);
      }
    }
  });

  it("never fall with γ, and vanish on the boundary, where they change sign", () => {
    for (const gammaPrime of GAMMA_PRIMES) {
      const values = GAMMAS.map((gamma) => inputExponent(gamma, gammaPrime));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      const edge = boundary(gammaPrime);
      expect(inputExponent(edge, gammaPrime)).toBeCloseTo(0, 12);
      expect(inputExponent(edge - 0.1, gammaPrime)).toBeLessThan(0);
      expect(inputExponent(edge + 0.1, gammaPrime)).toBeGreaterThan(0);
    }
  });

  it("exchange the layers with the sign of γ′, and all weights together change sign at γ = 1 in every row", () => {
    for (const gammaPrime of GAMMA_PRIMES) {
      for (const gamma of GAMMAS) {
        expect(outputExponent(gamma, gammaPrime)).toBe(inputExponent(gamma, -gammaPrime));
        expect(weightExponent(gamma, gammaPrime)).toBe(weightExponent(gamma, -gammaPrime));
      }
      expect(weightExponent(0.9, gammaPrime)).toBeLessThan(0);
      expect(weightExponent(1, gammaPrime)).toBeCloseTo(0, 12);
      expect(weightExponent(1.1, gammaPrime)).toBeGreaterThan(0);
    }
  });
});
