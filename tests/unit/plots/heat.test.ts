// Colours of a matrix and bars over whole numbers.
import { expect, it } from "vitest";
import { frequencies } from "../../../src/math/statistics.ts";
import { runsByColour } from "../../../src/plots/heat.ts";

it("joins neighbours of one colour in a row, and not from one row to the next", () => {
  const matrix = {
    values: [-1, -1, 1, 1, 0, 0, 1, 1, 1],
    columns: 3,
    colours: ["blue", "white", "red"],
    range: [-1, 1] as const,
  };
  expect(runsByColour(matrix)).toEqual([
    [[0, 0, 2]],
    [[1, 1, 2]],
    [
      [0, 2, 1],
      [1, 0, 1],
      [2, 0, 3],
    ],
  ]);
});

it("counts how often each whole number comes up, from 0 on", () => {
  expect(frequencies([3, 1, 3])).toEqual([0, 1, 0, 2]);
  expect(frequencies([])).toEqual([]);
});
