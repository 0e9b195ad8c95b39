// Gram–Schmidt: orthonormal to rounding even where the vectors are nearly dependent, and in the order of the vectors.
import { describe, expect, it } from "vitest";
import { orthonormalBasis } from "../../../src/math/orthonormal.ts";
import { normal, stream } from "../../../src/math/random.ts";
import { dot } from "../../../src/math/vectors.ts";

const vectors = (count: number, length: number) =>
  Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length }, (__, j) => normal(stream(3, `vector ${i}`), j)),
  );

describe("an orthonormal basis", () => {
  it("has length 1 and right angles, also for vectors that differ in the sixth digit only", () => {
    const [first = new Float64Array(0), ...others] = vectors(6, 40);
    const close = others.map((other) => first.map((entry, j) => entry + 1e-6 * (other[j] as number)));
    const basis = orthonormalBasis([first, ...close]);
    basis.forEach((one, i) => {
      basis.forEach((other, j) => {
        expect(dot(one, other)).toBeCloseTo(i === j ? 1 : 0, 13);
      });
    });
  });

  it("spans the first vectors by its first ones, so that coordinates keep lengths", () => {
    const given = vectors(5, 9);
    const basis = orthonormalBasis(given);
    given.forEach((vector, i) => {
      const coordinates = basis.map((direction) => dot(direction, vector));
      expect(dot(coordinates, coordinates)).toBeCloseTo(dot(vector, vector), 12);
      for (const beyond of coordinates.slice(i + 1)) expect(beyond).toBeCloseTo(0, 12);
    });
  });

  it("is refused where a vector lies in the span of others", () => {
    const [u = new Float64Array(0), v = new Float64Array(0)] = vectors(2, 4);
    const between = u.map((entry, j) => entry - 2 * (v[j] as number));
    expect(() => orthonormalBasis([u, v, between])).toThrow(/Vector 3 lies in the span/);
    expect(() => orthonormalBasis([new Float64Array(3)])).toThrow(RangeError);
  });
});
