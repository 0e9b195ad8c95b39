// The one-variable theory against its limits, small steps, draws and what it must conserve.
import { describe, expect, it } from "vitest";
import { normal, stream, uniform } from "../../../../src/math/random.ts";
import {
  type Growing,
  growthAt,
  growthRate,
  growthToSatisfy,
  thresholdAt,
  timeToSatisfy,
  unsatisfiedAt,
} from "../../../../src/theory/hinge-mean-field/growth.ts";
import {
  balancedThreshold,
  earlyRate,
  errorOfScatter,
  growthAtHalf,
  lateGrowth,
  lateUnsatisfied,
  lazyGrowth,
  movementAt,
  scatterOf,
  stoppedGrowth,
} from "../../../../src/theory/hinge-mean-field/limits.ts";
import { growthBetween, missOf, moved } from "../../../../src/theory/hinge-mean-field/orbit.ts";
import {
  DATA_LAWS,
  projectionOf,
  SPREADS,
  sizeBelowWhich,
} from "../../../../src/theory/hinge-mean-field/projection.ts";

/** The paper's Fig. 1. */
const FIRST: Growing = {
  inputDimension: 100,
  rate: 2.5,
  scale: 1,
  margin: 1,
  flipped: 0,
  projection: projectionOf("gaussian", 100),
};

describe("projections", () => {
  const COUNT = 200_000;
  const draw = {
    gaussian: (k: number) => normal(stream(1, "x"), k),
    // On the sphere in three dimensions a projection is uniform (Archimedes).
    sphere: (k: number) => Math.sqrt(3) * (2 * uniform(stream(2, "x"), k) - 1),
    "near-and-far": (k: number) => (SPREADS[k % 2] as number) * normal(stream(3, "x"), k),
  };
  it.each(DATA_LAWS)("have the shares and means of draws: %s", (law) => {
    const { massWithin, pullWithin } = projectionOf(law, 3);
    const sizes = Array.from({ length: COUNT }, (_, k) => Math.abs(draw[law](k)));
    for (const s of [0.1, 0.5, 1, 1.5, 2.5, Infinity]) {
      const within = sizes.filter((size) => size < s);
      const pull = within.reduce((sum, size) => sum + size, 0) / COUNT;
      // Five standard errors of a mean of numbers whose variance is at most 1.
      expect(Math.abs(massWithin(s) - within.length / COUNT)).toBeLessThan(2.5 / Math.sqrt(COUNT));
      expect(Math.abs(pullWithin(s) - pull)).toBeLessThan(5 / Math.sqrt(COUNT));
    }
  });

  it.each([2, 5, 30])("on the sphere agree with a sum over angles in %i dimensions", (d) => {
    const { massWithin, pullWithin } = projectionOf("sphere", d);
    const angles = Array.from({ length: 20_000 }, (_, k) => ((k + 0.5) * Math.PI) / 40_000);
    const weights = angles.map((angle) => Math.cos(angle) ** (d - 2));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const s = 0.7;
    const inside = angles.map((angle) => Math.sqrt(d) * Math.sin(angle)).map((x) => (x < s ? x : Number.NaN));
    const mass = weights.reduce((sum, weight, k) => sum + (inside[k] ? weight : 0), 0) / whole;
    const pull = weights.reduce((sum, weight, k) => sum + weight * (inside[k] || 0), 0) / whole;
    // One of 20,000 angles may fall to the other side of s.
    expect(massWithin(s)).toBeCloseTo(mass, 3);
    expect(pullWithin(s)).toBeCloseTo(pull, 3);
    expect(massWithin(Infinity)).toBeCloseTo(1, 14);
  });

  it("approach the Gaussian on a sphere of many dimensions", () => {
    const [sphere, gaussian] = [projectionOf("sphere", 4000), projectionOf("gaussian", 4000)];
    // Moments differ by the order of 1/d.
    for (const s of [0.3, 1, 2]) {
      expect(sphere.massWithin(s)).toBeCloseTo(gaussian.massWithin(s), 3);
      expect(sphere.pullWithin(s)).toBeCloseTo(gaussian.pullWithin(s), 3);
    }
  });

  it("have a middle", () => {
    expect(sizeBelowWhich(0.5, projectionOf("gaussian", 9))).toBeCloseTo(0.6744897501960817, 13);
    expect(sizeBelowWhich(0.5, projectionOf("sphere", 3))).toBeCloseTo(Math.sqrt(3) / 2, 13);
    expect(() => projectionOf("sphere", 1)).toThrow(/two dimensions/);
  });
});

describe("growth", () => {
  it("is that of many small steps", () => {
    let growth = 0;
    const size = 1e-3;
    for (let k = 0; k < 50_000; k++) {
      const middle = growth + (size / 2) * growthRate(growth, FIRST);
      growth += size * growthRate(middle, FIRST);
    }
    const [start, end] = growthAt([0, 50], FIRST);
    expect(start).toBe(0);
    expect(end).toBeCloseTo(growth, 6);
  });

  it("begins in a straight line and ends in a quarter of a logarithm, with its constant", () => {
    const [early, at2000, from, to] = growthAt([0.5, 2000, 19_000, 21_000], FIRST);
    expect(early).toBeCloseTo(0.5 * earlyRate(FIRST), 9);
    expect(earlyRate(FIRST)).toBeCloseTo(2.5 / Math.sqrt(200 * Math.PI), 12);
    // What the notes on the paper's Fig. 1 found with a solver of their own.
    expect(at2000).toBeCloseTo(3.339, 3);
    const slope = ((to as number) - (from as number)) / Math.log(21 / 19);
    expect(slope).toBeCloseTo(0.25, 2);
    // What is left out falls like 1/t.
    expect(growthAt([1e5], FIRST)[0]).toBeCloseTo(lateGrowth(1e5, FIRST), 3);
    expect(unsatisfiedAt(growthAt([1e5], FIRST)[0] as number, FIRST)).toBeCloseTo(
      lateUnsatisfied(1e5, FIRST),
      4,
    );
  });

  it("has a cube root in between where α is large", () => {
    const lazy = { ...FIRST, scale: 1e5 };
    const growth = growthAt([1000], lazy)[0] as number;
    expect(growth).toBeLessThan(0.02);
    // Corrections: e^(−xₛ²/2) at the beginning, γ² and xₛ² later.
    expect(growth / lazyGrowth(1000, lazy)).toBeCloseTo(1, 1);
    const slope = Math.log((growthAt([4000], lazy)[0] as number) / growth) / Math.log(4);
    expect(slope).toBeCloseTo(1 / 3, 2);
  });

  it("stops where labels are flipped, and there alone", () => {
    for (const flipped of [0.02, 0.1, 0.3]) {
      const noisy = { ...FIRST, flipped };
      const stop = stoppedGrowth(flipped, noisy);
      expect(growthAt([1e5], noisy)[0]).toBeCloseTo(stop, 6);
      expect(thresholdAt(stop, noisy)).toBeCloseTo(balancedThreshold(flipped), 12);
      expect(growthRate(stop, noisy)).toBeCloseTo(0, 14);
    }
    expect(stoppedGrowth(0, FIRST)).toBe(Infinity);
    expect(stoppedGrowth(0.5, FIRST)).toBe(0);
  });

  it("satisfies examples from the outside in, each when the threshold has come down to it", () => {
    const times = [1.5, 1, 0.5, 0.2].map((size) => timeToSatisfy(size, FIRST, 2000) as number);
    const growths = growthAt(times, FIRST);
    for (const [k, size] of [1.5, 1, 0.5, 0.2].entries()) {
      expect(thresholdAt(growths[k] as number, FIRST)).toBeCloseTo(size, 8);
      expect(growthToSatisfy(size, FIRST)).toBeCloseTo(growths[k] as number, 8);
    }
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(timeToSatisfy(1e-3, FIRST, 2000)).toBeUndefined();
  });

  it("crosses from rich to lazy, and agrees with the notes on where", () => {
    const half = (scale: number) => growthAtHalf({ ...FIRST, scale });
    expect(half(1)).toBeCloseTo(Math.asinh(20 / 0.6744897501960817) / 2, 12);
    expect(movementAt(half(1))).toBeGreaterThan(2);
    expect(movementAt(half(300))).toBeLessThan(0.06);
    expect(movementAt(1e-5)).toBeCloseTo(1e-5, 12);
  });
});

it("scatters like one over the root of the number of nodes", () => {
  expect(scatterOf(3.339, 100, 400)).toBeCloseTo(0.0355, 4);
  expect(errorOfScatter(0.0355)).toBeCloseTo(0.0113, 4);
  expect(errorOfScatter(Infinity)).toBe(0.5);
  expect(scatterOf(1, 20, 25) / scatterOf(1, 20, 100)).toBeCloseTo(2, 12);
});

describe("the way of a node", () => {
  const source = stream(4, "nodes");
  const start = {
    readouts: Float64Array.from({ length: 50 }, (_, k) => normal(source, k)),
    along: Float64Array.from({ length: 50 }, (_, k) => normal(source, 100 + k)),
  };

  it("is a hyperbola: what it conserves is conserved, and γ adds up", () => {
    const now = moved(start, 1.3);
    now.readouts.forEach((a, k) => {
      const [w, a0, w0] = [now.along[k], start.readouts[k], start.along[k]] as [number, number, number];
      expect(a * a - w * w).toBeCloseTo(a0 * a0 - w0 * w0, 12);
      expect(a).toBeCloseTo(a0 * Math.cosh(1.3) + w0 * Math.sinh(1.3), 12);
    });
    expect(missOf(moved(moved(start, 0.5), 0.8), now, 0)).toBeLessThan(1e-14);
  });

  it("gives its γ back, and its miss", () => {
    expect(growthBetween(start, moved(start, 0.7))).toBeCloseTo(0.7, 13);
    expect(missOf(start, moved(start, 0.7), 0.7)).toBeLessThan(1e-14);
    expect(missOf(start, start, 0.7)).toBeGreaterThan(0.3);
  });
});
