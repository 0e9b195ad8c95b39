// What a teacher chooses for a link: what comes of it, what is refused, and that a link says the same when it is read.
import { expect, it } from "vitest";
import { type Chosen, composedOf, UNCHANGED } from "../../../src/assignments/composed.ts";
import { queryOf, readCourse } from "../../../src/assignments/course.ts";
import { offeredOf } from "../../../src/assignments/offered.ts";
import { ASSIGNMENTS, assignmentNamed } from "../../../src/catalogue/assignments.ts";

const assignment = assignmentNamed("three-regimes")!;
const offered = offeredOf(assignment);
const ALL: Chosen = { tasks: offered.tasks.map(({ name }) => name), until: "", settings: {} };
const composed = (chosen: Partial<Chosen>) => composedOf(offered, { ...ALL, ...chosen });
const width = (minimum: string, maximum: string) =>
  composed({ settings: { "small.width": { access: "free", minimum, maximum } } });

it("offers all free settings, with their labels, and ranges of numbers", () => {
  const small = offered.tasks.find(({ name }) => name === "small");
  expect(small?.free.map(({ name, range }) => [name, range])).toEqual([
    ["points", null],
    ["width", { minimum: 10, maximum: 1000 }],
  ]);
  for (const each of ASSIGNMENTS.map(offeredOf))
    for (const { free } of each.tasks)
      for (const { label, name } of free) expect(label, name).toMatch(/^\p{Lu}/u);
});

it("asks for nothing where nothing was changed", () => {
  expect(composed({})).toEqual({ course: {}, problems: [], notes: [] });
  expect(queryOf(composed({}).course ?? {})).toBe("");
});

it("says in a link what was chosen, and reads it there as it was", () => {
  const { course, problems } = composed({
    tasks: ["border", "small"],
    until: "2027-01-31",
    settings: {
      "border.gamma": { access: "free", minimum: "0,5", maximum: "1.5" },
      "small.points": { ...UNCHANGED, access: "locked" },
      "small.width": { ...UNCHANGED, access: "hidden" },
    },
  });
  expect(problems).toEqual([]);
  expect(course).toEqual({
    tasks: ["border", "small"],
    until: "2027-01-31",
    locked: ["small.points"],
    hidden: ["small.width"],
    ranges: { "border.gamma": { minimum: 0.5, maximum: 1.5 } },
  });
  expect(readCourse(queryOf(course ?? {}), assignment)).toEqual({ course, refused: [] });
});

it("reads very small and negative bounds of a link", () => {
  const course = { ranges: { "border.gamma": { minimum: -0.25, maximum: 1e-7 } } };
  expect(readCourse(queryOf(course), assignment)).toEqual({ course, refused: [] });
});

it("leaves out settings of tasks that are left out, and a range that is the task's own", () => {
  const settings = { "small.width": { access: "locked", minimum: "", maximum: "" } } as const;
  expect(composed({ tasks: ["why"], settings }).course).toEqual({ tasks: ["why"] });
  expect(width("10", "1000").course).toEqual({});
});

it("refuses in words what cannot be", () => {
  expect(composed({ tasks: [] }).problems).toEqual(["Choose a task: a link without one asks for nothing."]);
  expect(composed({ until: "2027-02-31x" }).problems).toEqual(["The last day is no day."]);
  const said = (minimum: string, maximum: string) => width(minimum, maximum).problems.join(" ");
  expect(said("300", "20")).toMatch(/wrong way round, from 300 to 20/);
  expect(said("5", "")).toMatch(/goes from 10 to 1000; the range must lie inside/);
  expect(said("", "1001")).toMatch(/must lie inside/);
  expect(said("20.5", "")).toMatch(/whole numbers only/);
  expect(said("many", "")).toMatch(/two numbers/);
  expect(width("300", "20").course).toBeNull();
});

it("says where nothing is left to set in a task in which settings are looked for", () => {
  const lock = (name: string) => [name, { ...UNCHANGED, access: "locked" as const }] as const;
  const some = composed({ settings: Object.fromEntries([lock("small.width")]) });
  expect(some.notes).toEqual([]);
  const all = composed({ settings: Object.fromEntries([lock("small.width"), lock("small.points")]) });
  expect(all.course).toEqual({ locked: ["small.points", "small.width"] });
  expect(all.notes.join(" ")).toMatch(/“Where it stops holding” nothing is left to set/);
});
