// What a student may set: within the range of the task, each number of a list too.
import { expect, it } from "vitest";
import { outOfRange, rangesInWords } from "../../../src/assignments/ownRun.ts";
import { meta } from "../../../src/experiments/quenching-activation/width-sweep/meta.ts";

const of = (set: Parameters<typeof outOfRange>[0]) =>
  outOfRange(set, { samples: { minimum: 5, maximum: 80 }, widths: { minimum: 1, maximum: 200 } }, meta);

it("takes numbers within their range, and their lists", () => {
  expect(of({ samples: 20, widths: [1, 20, 200] })).toEqual([]);
});

it("says which number is outside, alone or in a list", () => {
  expect(of({ samples: 100 })).toEqual(["“Samples” is 100, and the task asks for 5 to 80."]);
  expect(of({ widths: [20, 4000] })).toEqual(["“Widths” is 4000, and the task asks for 1 to 200."]);
});

it("has nothing to say of settings without a range", () => {
  expect(of({ scaling: "mean-field", inputs: 1000 })).toEqual([]);
});

it("tells ranges before anything is set, of settings that have one", () => {
  const free = { samples: { minimum: 5, maximum: 2000 }, scaling: null };
  expect(rangesInWords({ free }, meta)).toEqual(["“Samples” from 5 to 2,000"]);
});
