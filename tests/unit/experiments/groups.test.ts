// Settings under headings: in the order of the groups, those that are used alone, and of those in sight the first group's.
import { expect, it } from "vitest";
import type { FigureMeta } from "../../../src/experiments/experiment.ts";
import { firstInSight, foremost, grouped } from "../../../src/experiments/groups.ts";

const plain: FigureMeta = { id: "made-up", title: "", caption: "", cases: [], controls: ["a", "b", "c"] };
const figure: FigureMeta = {
  ...plain,
  groups: [
    { label: "First", controls: ["b", "a"] },
    { label: "Second", controls: ["c"] },
    { label: "Third", controls: ["seed"] },
  ],
};

it("stand in the order of their groups, and a group without any is not there", () => {
  expect(grouped(figure, ["a", "b", "seed"])).toEqual([
    { label: "First", controls: ["b", "a"] },
    { label: "Third", controls: ["seed"] },
  ]);
  expect(grouped(figure, [])).toEqual([]);
});

it("stand as they are, without a heading, where there are no groups", () => {
  expect(grouped(plain, ["a", "seed"])).toEqual([{ label: "", controls: ["a", "seed"] }]);
});

it("are in sight at once if they are of the first group, or if there are no groups", () => {
  expect(foremost(figure, ["a", "b", "c"])).toEqual(["a", "b"]);
  expect(foremost(plain, ["a", "b", "c"])).toEqual(["a", "b", "c"]);
});

it("are in sight before what is locked where only a few can be set, whatever their headings", () => {
  const names = ["b", "a", "c"];
  expect(firstInSight(figure, names, ["c"], 2)).toEqual(["c", "b", "a"]);
  // The one setting that there is, under a heading further down.
  expect(firstInSight(figure, ["c"], ["c"], 2)).toEqual(["c"]);
  expect(firstInSight(figure, names, names, 2)).toEqual(["b", "a"]);
});
