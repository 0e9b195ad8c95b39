// The flow of directions against its solution at p = 2, and where it ends against eigenvectors and critical lines.

import { describe, expect, it } from "vitest";
import { dot, unit } from "../../../../src/math/vectors.ts";
import { criticalLines } from "../../../../src/theory/condensation/criticalLines.ts";
import {
  type Climb,
  climbOfBoth,
  climbOfInputs,
  climbOn,
  type Directions,
} from "../../../../src/theory/condensation/directionFlow.ts";
import { conservedBy, type Form, pullOn } from "../../../../src/theory/condensation/leadingOrder.ts";
import { quadraticForm, twoLinesOf } from "../../../../src/theory/condensation/twoLines.ts";
import { drawnInputs, drawnNumbers } from "./drawn.ts";

const DIMENSION = 5;
const form = (order: number, seed = 1, dimension = DIMENSION): Form => ({
  inputs: drawnInputs(seed, dimension),
  residuals: drawnNumbers(seed, 30),
  order,
});
const starts = (count: number, dimension: number) =>
  Array.from({ length: count }, (_, k) => unit(drawnNumbers(k + 1, dimension, "start")));

function climbed(from: Directions, climb: Climb, steps = 3000): Directions {
  let directions = from;
  for (let k = 0; k < steps; k++) directions = climbOn(directions, climb).directions;
  return directions;
}

describe("M at p = 2", () => {
  it("is the matrix of F", () => {
    const w = drawnNumbers(9, DIMENSION);
    const { inputs, residuals } = form(2);
    const image = quadraticForm(inputs, residuals).map((row) => dot(row, w));
    expect(dot(w, image)).toBeCloseTo(pullOn(form(2), w).value, 12);
  });

  it("has eigenvalues that are F along its eigenvectors, the greatest and the least of the sphere", () => {
    const { inputs, residuals } = form(2);
    const { top, bottom } = twoLinesOf(inputs, residuals);
    for (const { value, vector } of [top, bottom])
      expect(pullOn(form(2), vector).value).toBeCloseTo(value, 12);
    for (const start of starts(50, DIMENSION)) {
      const { value } = pullOn(form(2), start);
      expect(value).toBeLessThan(top.value);
      expect(value).toBeGreaterThan(bottom.value);
    }
    expect(() => twoLinesOf(drawnInputs(1, 1), residuals)).toThrow(/two coordinates/);
  });
});

describe("directions with a kept sign of a", () => {
  it("end on the top eigenvector for positive a and on the bottom one for negative a, at p = 2", () => {
    const { inputs, residuals } = form(2);
    const { top, bottom } = twoLinesOf(inputs, residuals);
    const signs = Array.from({ length: 20 }, (_, k) => (k % 2 === 0 ? 1 : -1));
    const ends = climbed(starts(20, DIMENSION), climbOfInputs(form(2), signs));
    for (const [k, end] of ends.entries())
      expect(Math.abs(dot(end, (k % 2 === 0 ? top : bottom).vector))).toBeGreaterThan(0.9999);
  });

  it("end on the attracting critical lines at p = 3 with one input and a bias", () => {
    const plane = form(3, 4, 2);
    const rows = Array.from({ length: 30 }, (_, i) => [plane.inputs.inputs[2 * i] as number, 1] as const);
    const heads = criticalLines(rows, [...Array.from(plane.residuals)], 3).map(({ angle, attractedSign }) => [
      attractedSign * Math.cos(angle),
      attractedSign * Math.sin(angle),
    ]);
    const ends = climbed(starts(12, 2), climbOfInputs(plane, new Array<number>(12).fill(1)));
    for (const end of ends)
      expect(Math.max(...heads.map((head) => dot(end, head)))).toBeGreaterThan(1 - 1e-9);
  });

  it("move at right angles to themselves, by no more than a tenth of their length, and stay unit vectors", () => {
    const before = starts(10, DIMENSION);
    const { directions, turning } = climbOn(before, climbOfInputs(form(3), new Array<number>(10).fill(1)));
    for (const [k, direction] of directions.entries()) {
      expect(dot(direction, direction)).toBeCloseTo(1, 14);
      expect(dot(direction, before[k] as Float64Array)).toBeGreaterThan(Math.sqrt(1 - 0.1 ** 2) - 1e-12);
    }
    expect(turning).toBeGreaterThan(0.1);
  });
});

describe("directions of a and w together", () => {
  it("climb a F(w), and end with a² = |w|²/p where it is positive", () => {
    for (const order of [1, 2, 3]) {
      const ends = climbed(starts(8, DIMENSION + 1), climbOfBoth(form(order)), 4000);
      for (const end of ends) {
        const output = end[0] as number;
        expect(output * pullOn(form(order), end.subarray(1)).value).toBeGreaterThan(0);
        expect(output * output * (order + 1)).toBeCloseTo(1, 3);
      }
    }
  });

  it("go to a single line if M is positive, but for those with |w|² < p a², which lose their w", () => {
    const inputs = drawnInputs(1, DIMENSION);
    const residuals = new Float64Array(30).fill(-1);
    const { top, bottom } = twoLinesOf(inputs, residuals);
    expect(bottom.value).toBeGreaterThan(0);
    const drawn = starts(40, DIMENSION + 1);
    const ends = climbed(drawn, climbOfBoth({ inputs, residuals, order: 2 }), 4000);
    const isHeld = (start: Float64Array) =>
      (start[0] as number) < 0 &&
      conservedBy(2, { output: start[0] as number, input: start.subarray(1) }) < 0;
    expect(drawn.filter(isHeld).length).toBeGreaterThan(2);
    for (const [k, end] of ends.entries()) {
      if (isHeld(drawn[k] as Float64Array)) expect(end[0]).toBeLessThan(-0.999);
      else {
        expect(end[0]).toBeGreaterThan(0.5);
        expect(Math.abs(dot(unit(end.slice(1)), top.vector))).toBeGreaterThan(0.999);
      }
    }
  });
});

it("says how much any direction is still turning: nothing at the end", () => {
  const climb = climbOfInputs(form(2), new Array<number>(6).fill(1));
  expect(climbOn(climbed(starts(6, DIMENSION), climb), climb).turning).toBeLessThan(1e-6);
});
