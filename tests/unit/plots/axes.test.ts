// The room that axes leave around numbers, and the places of a cloud that a readout tells.
import { expect, it } from "vitest";
import { countAxis, logAxis } from "../../../src/plots/axes.ts";
import { logRoom, stepRoom } from "../../../src/plots/domains.ts";
import { highest } from "../../../src/plots/told.ts";

it("finds the highest point of each strip, from left to right", () => {
  expect(highest([0, 1, 0.1, 0.9, 0.5], [3, 1, 5, 2, 0], 2)).toEqual([2, 3]);
  // The strip in the middle is empty.
  expect(highest([0, 1], [3, 1], 3)).toEqual([0, 1]);
  expect(highest([2, 2], [1, 2], 60)).toEqual([1]);
  expect(highest([], [])).toEqual([]);
});

it("leaves room around numbers by a factor, or out to the next step", () => {
  expect(logRoom([10, 1000], 2, 3)).toEqual([5, 3000]);
  expect(stepRoom([-3, 12], 5)).toEqual([-5, 15]);
});

it("has few ticks on an axis of counts, in groups of three digits", () => {
  const { ticks, tickFormat } = countAxis("m", [770, 46_000]);
  expect(ticks.map(tickFormat)).toEqual(["1,000", "3,000", "10,000", "30,000"]);
});

it("writes the powers of ten of a logarithmic axis out where there is room for that", () => {
  const { ticks, tickFormat } = logAxis("t", [0.1, 1e5]);
  expect(ticks.map(tickFormat)).toEqual(["0.1", "1", "10", "100", "1000", "10⁴", "10⁵"]);
  expect([1e-5, 20_000, 0].map(tickFormat)).toEqual(["10⁻⁵", "20000", "0"]);
});
