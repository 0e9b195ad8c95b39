// Random numbers: reproducible, distinct between streams, and normal. Bounds on moments are five standard errors.
import { describe, expect, it } from "vitest";
import { normal, normalQuantile, stream, uniform, word } from "../../../src/math/random.ts";
import { mean } from "../../../src/math/statistics.ts";

const COUNT = 100_000;
const numbers = (seed: number, purpose = "test") => {
  const source = stream(seed, purpose);
  return Array.from({ length: COUNT }, (_, k) => normal(source, k));
};
const correlation = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((x, k) => x * (b[k] as number)));

describe("random numbers", () => {
  it("are the same words for the same seed, purpose and index, on every machine", () => {
    const source = stream(1, "inputWeights 0");
    expect([0, 1, 2].map((k) => word(source, k))).toEqual(
      [0, 1, 2].map((k) => word(stream(1, "inputWeights 0"), k)),
    );
    expect([0, 1, 2].map((k) => word(source, k))).toMatchInlineSnapshot(`
      [
        25777101,
        2118246974,
        580199192,
      ]
    `);
  });

  it("have the moments of the standard normal distribution", () => {
    const z = numbers(1);
    const five = 5 / Math.sqrt(COUNT);
    expect(Math.abs(mean(z))).toBeLessThan(five);
    expect(Math.abs(mean(z.map((x) => x ** 2)) - 1)).toBeLessThan(five * Math.sqrt(2));
    expect(Math.abs(mean(z.map((x) => x ** 3)))).toBeLessThan(five * Math.sqrt(15));
    expect(Math.abs(mean(z.map((x) => x ** 4)) - 3)).toBeLessThan(five * Math.sqrt(96));
  });

  it("are uncorrelated between seeds, purposes and neighbours", () => {
    const z = numbers(1);
    const five = 5 / Math.sqrt(COUNT);
    expect(Math.abs(correlation(z, numbers(2)))).toBeLessThan(five);
    expect(Math.abs(correlation(z, numbers(1, "other")))).toBeLessThan(five);
    expect(Math.abs(correlation(z.slice(1), z.slice(0, -1)))).toBeLessThan(five);
  });

  it("are never 0 or 1 when uniform, so that no normal is infinite", () => {
    expect(normalQuantile(0.5 / 2 ** 32)).toBeGreaterThan(-6.5);
    expect(normalQuantile(1 - 0.5 / 2 ** 32)).toBeLessThan(6.5);
    const source = stream(3, "uniform");
    for (let k = 0; k < 1000; k++) expect(uniform(source, k) * (1 - uniform(source, k))).toBeGreaterThan(0);
  });

  it("invert the normal distribution function at tabulated points", () => {
    // Quantiles to fifteen digits, from tables.
    for (const [p, z] of [
      [0.975, 1.959963984540054],
      [0.5, 0],
      [0.001, -3.090232306167814],
      [1e-9, -5.997807015007686],
    ] as const) {
      expect(normalQuantile(p)).toBeCloseTo(z, 13);
    }
  });

  it("refuse a seed that is not a whole number in range", () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53])
      expect(() => stream(seed, "x")).toThrow(/seed is a whole number/);
  });
});
