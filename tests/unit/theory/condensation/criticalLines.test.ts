// Critical lines against finite differences, against a scan of the circle, and where they are known in closed form.
import { describe, expect, it } from "vitest";
import { normal, stream, uniform } from "../../../../src/math/random.ts";
import {
  criticalLines,
  formAt,
  type PlaneInputs,
  stationaryPolynomial,
} from "../../../../src/theory/condensation/criticalLines.ts";

function drawn(seed: number, n = 20): { inputs: PlaneInputs; residuals: number[] } {
  const [abscissae, errors] = [stream(seed, "abscissae"), stream(seed, "errors")];
  return {
    inputs: Array.from({ length: n }, (_, i) => [2.5 * uniform(abscissae, i) - 1, 1] as const),
    residuals: Array.from({ length: n }, (_, i) => normal(errors, i)),
  };
}

const DEGREE = Math.PI / 180;

describe("F on the circle", () => {
  it.each([1, 2, 3, 4, 5])("has the slope and curvature of its differences at p = %i", (order) => {
    const { inputs, residuals } = drawn(order);
    const at = (angle: number) => formAt(inputs, residuals, order, angle);
    const h = 1e-4;
    for (const angle of [0.1, 1, 2.2, 3]) {
      expect((at(angle + h).value - at(angle - h).value) / (2 * h)).toBeCloseTo(at(angle).slope, 5);
      expect((at(angle + h).slope - at(angle - h).slope) / (2 * h)).toBeCloseTo(at(angle).curvature, 4);
      expect(at(angle + Math.PI).value).toBeCloseTo((-1) ** order * at(angle).value, 12);
    }
  });

  it("has its slope from the polynomial in û too", () => {
    // F′(θ) = (p/n) sinᵖθ times the polynomial at û = cot θ, up to its sign.
    const { inputs, residuals } = drawn(7);
    for (const order of [1, 2, 3, 4, 5]) {
      const polynomial = stationaryPolynomial(inputs, residuals, order);
      for (const angle of [0.4, 1.3, 2.5]) {
        const ratio = Math.cos(angle) / Math.sin(angle);
        const value = polynomial.reduce((sum, coefficient, k) => sum + coefficient * ratio ** k, 0);
        const slope = (order / inputs.length) * Math.sin(angle) ** order * value;
        expect(slope).toBeCloseTo(formAt(inputs, residuals, order, angle).slope, 10);
      }
    }
  });
});

describe("critical lines", () => {
  it.each([1, 2, 3, 4, 5])("are where a scan of half the circle finds the slope 0, at p = %i", (order) => {
    for (let seed = 1; seed <= 12; seed++) {
      const { inputs, residuals } = drawn(seed);
      const slope = (angle: number) => formAt(inputs, residuals, order, angle).slope;
      const lines = criticalLines(inputs, residuals, order);
      const scanned = Array.from({ length: 7200 }, (_, k) => (k / 40) * DEGREE).filter(
        (angle) => slope(angle) > 0 !== slope(angle + DEGREE / 40) > 0,
      );
      expect(lines).toHaveLength(scanned.length);
      expect(lines.length).toBeLessThanOrEqual(order);
      expect((order - lines.length) % 2).toBe(0);
      for (const [k, { angle }] of lines.entries()) {
        expect(Math.abs(angle - (scanned[k] as number) - DEGREE / 80)).toBeLessThanOrEqual(DEGREE / 80);
      }
    }
  });

  it("is the line of Σ eᵢxᵢ at p = 1, with the sign of a on the side that lowers the risk", () => {
    const inputs: PlaneInputs = [
      [1, 1],
      [-2, 1],
    ];
    const [line, ...others] = criticalLines(inputs, [-1, -0.5], 1);
    // −Σ ex/n = (0, 0.75): straight up.
    expect(others).toEqual([]);
    expect(line?.angle).toBeCloseTo(Math.PI / 2, 14);
    expect(line).toMatchObject({ attractedSign: 1, stableFor: "either", feeds: true });
    expect(line?.value).toBeCloseTo(0.75, 14);
  });

  it("are the axes for a diagonal matrix at p = 2, the larger eigenvalue's for positive a", () => {
    // F = Σ −e x²/n with e = (−2, 1) on the axes: 1 along the first, −½ along the second; both feed their neurons.
    const lines = criticalLines(
      [
        [1, 0],
        [0, 1],
      ],
      [-2, 1],
      2,
    );
    expect(lines.map(({ angle }) => angle)).toEqual([0, expect.closeTo(Math.PI / 2, 14)]);
    expect(lines.map(({ stableFor, feeds }) => [stableFor, feeds])).toEqual([
      ["positive", true],
      ["negative", true],
    ]);
    expect(lines.map(({ value }) => value)).toEqual([expect.closeTo(1, 14), expect.closeTo(-0.5, 14)]);
  });

  it("do not feed where F has the wrong sign: at p = 2 a positive form lets a grow, never fall", () => {
    const lines = criticalLines(
      [
        [1, 0],
        [0, 1],
      ],
      [-2, -1],
      2,
    );
    expect(lines.map(({ stableFor, feeds }) => [stableFor, feeds])).toEqual([
      ["positive", true],
      ["negative", false],
    ]);
  });

  it("at p odd have a head for each sign of a, opposite to each other", () => {
    const { inputs, residuals } = drawn(3);
    for (const { angle, attractedSign, stableFor } of criticalLines(inputs, residuals, 3)) {
      expect(stableFor).toBe("either");
      expect(Math.sign(formAt(inputs, residuals, 3, angle).curvature)).toBe(-attractedSign);
      expect(Math.sign(formAt(inputs, residuals, 3, angle + Math.PI).curvature)).toBe(attractedSign);
    }
  });

  it("turn with the inputs, through the angle where the ratio of the coordinates is infinite", () => {
    const { inputs, residuals } = drawn(5);
    const [first] = criticalLines(inputs, residuals, 3);
    const by = -(first?.angle ?? 0);
    const turned = inputs.map(
      ([x, y]) => [Math.cos(by) * x - Math.sin(by) * y, Math.sin(by) * x + Math.cos(by) * y] as const,
    );
    const angles = criticalLines(turned, residuals, 3).map(({ angle }) => angle);
    expect(Math.min(...angles.map((angle) => Math.min(angle, Math.PI - angle)))).toBeLessThan(1e-12);
    expect(angles).toHaveLength(criticalLines(inputs, residuals, 3).length);
  });

  it("are refused where every direction is one, and for what is no order or no sample", () => {
    expect(() => criticalLines([[1, 1]], [0], 2)).toThrow(/all directions/);
    const axes: PlaneInputs = [
      [1, 0],
      [0, 1],
    ];
    expect(() => criticalLines(axes, [1, 1], 2)).toThrow(/all directions/);
    expect(() => criticalLines(axes, [1], 2)).toThrow(/2 inputs cannot go with 1/);
    expect(() => criticalLines(axes, [1, 1], 0)).toThrow(/order p/);
    expect(() => criticalLines(axes, [1, 1], 1.5)).toThrow(/order p/);
  });
});
