// How often random directions are near each other: known areas of caps, and draws.
import { expect, it } from "vitest";
import { normal, stream } from "../../../../src/math/random.ts";
import { dot, unit } from "../../../../src/math/vectors.ts";
import { alikeByChance } from "../../../../src/theory/condensation/chance.ts";

it("is the share of two arcs of the circle, and of two caps of the sphere", () => {
  expect(alikeByChance(1, 0.9)).toBe(1);
  expect(alikeByChance(2, 0.98)).toBeCloseTo((2 / Math.PI) * Math.acos(0.98), 12);
  expect(alikeByChance(3, 0.9)).toBeCloseTo(0.1, 12);
});

it.each([4, 5, 6])("is what draws in %i dimensions give", (dimension) => {
  const source = stream(1, "directions");
  const directions = Array.from({ length: 400 }, (_, k) =>
    unit(Array.from({ length: dimension }, (__, j) => normal(source, dimension * k + j))),
  );
  const pairs = directions.flatMap((one, k) =>
    directions.slice(k + 1).map((other) => Math.abs(dot(one, other))),
  );
  const share = pairs.filter((cosine) => cosine > 0.8).length / pairs.length;
  expect(Math.abs(share / alikeByChance(dimension, 0.8) - 1)).toBeLessThan(0.05);
});

it("never falls below 0 where it is too small to be told from rounding", () => {
  expect(alikeByChance(201, 0.9)).toBeGreaterThanOrEqual(0);
  expect(alikeByChance(201, 0.9)).toBeLessThan(1e-12);
});
