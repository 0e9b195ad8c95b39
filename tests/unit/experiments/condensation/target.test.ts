// What the network with one input learns: the paper's curve, at points that are chosen in three ways.
import { expect, it } from "vitest";
import { paperTarget, pointsFor } from "../../../../src/experiments/condensation/setting/target.ts";

it("is sin 3x + ½ sin 6x at forty points from −1 to 1.5, ends included, or drawn between them", () => {
  const even = pointsFor("equidistant", 1);
  expect(even).toHaveLength(40);
  expect([even[0]?.x, even.at(-1)?.x]).toEqual([-1, 1.5]);
  for (const [i, { x, y }] of even.entries()) {
    expect(x).toBeCloseTo(-1 + (2.5 * i) / 39, 12);
    expect(y).toBeCloseTo(Math.sin(3 * x) + Math.sin(6 * x) / 2, 12);
  }
  const random = pointsFor("random", 1);
  for (const [i, { x, y }] of random.entries()) {
    expect(x).toBeGreaterThan(i > 0 ? (random[i - 1]?.x as number) : -1);
    expect(x).toBeLessThan(1.5);
    expect(y).toBe(paperTarget(x));
  }
  expect(pointsFor("random", 2)).not.toEqual(random);
  expect(pointsFor("equidistant", 2)).toEqual(even);
});

it("takes the reader's points as they are", () => {
  expect(pointsFor("points", 1, [-0.5, 1, 0.25, -2])).toEqual([
    { x: -0.5, y: 1 },
    { x: 0.25, y: -2 },
  ]);
});
