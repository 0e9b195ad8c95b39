// Polynomials that are orthonormal over a sample, as many as it has room for.
import { expect, it } from "vitest";
import { hermite } from "../../../src/math/hermite.ts";
import { normal, stream } from "../../../src/math/random.ts";
import { polynomialsOver } from "../../../src/math/samplePolynomials.ts";
import { dot } from "../../../src/math/vectors.ts";

it("are orthonormal, wherever the sample lies", () => {
  const places = Float64Array.of(1000.5, 1000.1, 1002, 1003.5, 1000.7, 1001.1);
  const polynomials = polynomialsOver(places, 4);
  expect(polynomials).toHaveLength(4);
  polynomials.forEach((one, j) => {
    polynomials.forEach((other, k) => {
      expect(dot(one, other) / places.length).toBeCloseTo(Number(j === k), 10);
    });
  });
  // A positive leading coefficient.
  expect(polynomials[1]?.[3]).toBeGreaterThan(0);
});

it("are no more than there are different places", () => {
  expect(polynomialsOver(Float64Array.of(-1, 1, -1, 1), 4)).toHaveLength(2);
  expect(polynomialsOver(Float64Array.of(3), 4)).toHaveLength(1);
  expect(polynomialsOver(Float64Array.of(3, 3), 4)).toHaveLength(1);
});

it("are Hermite polynomials over a large Gaussian sample", () => {
  const source = stream(101, "places");
  const places = Float64Array.from({ length: 20_000 }, (_, i) => normal(source, i));
  const at = places.findIndex((place) => Math.abs(place - 1.5) < 0.01);
  polynomialsOver(places, 4).forEach((polynomial, k) => {
    // Moments of so many examples scatter by some per cent.
    expect(polynomial[at]).toBeCloseTo(hermite(k, places[at] as number), 0.5);
  });
});
