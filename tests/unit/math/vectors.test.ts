// Inner products and directions.
import { expect, it } from "vitest";
import { dot, unit } from "../../../src/math/vectors.ts";

it("multiplies entry by entry and adds up", () => {
  expect(dot([1, 2, 3], Float32Array.of(4, -5, 6))).toBe(12);
  expect(dot([], [])).toBe(0);
});

it("makes a vector as long as 1, and leaves the null vector as it is", () => {
  expect(unit([3, -4])).toEqual(Float64Array.of(3 / 5, -4 / 5));
  expect(unit([0, 0])).toEqual(Float64Array.of(0, 0));
});
