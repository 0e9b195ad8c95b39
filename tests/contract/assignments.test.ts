// What must hold of every assignment, found by convention: its tasks ask for what figures have, its scores are complete, and its
// text and guide speak of all tasks.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Find, hasFigure, type TaskWithFigure, type Wanted } from "../../src/assignments/assignment.ts";
import { freedomOf } from "../../src/assignments/ownRun.ts";
import { personalOf } from "../../src/assignments/personal.ts";
import { ASSIGNMENTS } from "../../src/catalogue/assignments.ts";
import { figureNamed } from "../../src/catalogue/experiments.ts";
import { scoresOf } from "../../src/catalogue/scores.ts";
import { requestFor } from "../../src/experiments/request.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("finds assignments", () => expect(ASSIGNMENTS.length).toBeGreaterThan(0));

describe.each(ASSIGNMENTS.map((each) => [each.id, each] as const))("%s", (id, assignment) => {
  const tasks = Object.entries(assignment.tasks);
  const withFigures = tasks.filter((each): each is [string, TaskWithFigure] => hasFigure(each[1]));

  it("has its tasks in its text, in order, each once", () => {
    const named = [...read(`content/assignments/${id}.mdx`).matchAll(/<Task name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(named).toEqual(tasks.map(([name]) => name));
  });

  it("has every task in its guide, by its title", () => {
    const guide = read(`content/guides/${id}.mdx`);
    for (const [, { title }] of tasks) expect(guide).toContain(title);
  });

  it("asks for each figure once, since a page has each once", () => {
    const figures = withFigures.map(([, { figure }]) => figure);
    expect(new Set(figures).size).toBe(figures.length);
  });

  it("has a score for every task with a figure and for no other, and a rubric for every other", async () => {
    const scores = await scoresOf(assignment);
    expect(Object.keys(scores).sort()).toEqual(tasks.map(([name]) => name).sort());
    for (const [name, task] of tasks) {
      const { rubric, ...score } = scores[name] ?? {};
      expect(Object.keys(score).length > 0, name).toBe(hasFigure(task));
      expect(
        rubric?.reduce((sum, { points }) => sum + points, 0),
        name,
      ).toBe(hasFigure(task) ? undefined : task.points);
    }
  });

  it("gives all points and an hour or so of work", () => {
    for (const [, { points }] of tasks) expect(points).toBeGreaterThan(0);
    expect(assignment.minutes).toBeGreaterThanOrEqual(30);
    expect(assignment.minutes).toBeLessThanOrEqual(90);
    expect(new Set(tasks.map(([, { kind }]) => kind)).size).toBeGreaterThanOrEqual(4);
  });

  describe.each(withFigures)("%s", (name, task) => {
    const { meta, figure } = figureNamed(task.figure);
    const settable = (parameters: object) =>
      Object.keys(parameters).filter((each) => !figure.controls.includes(each));

    it("sets only what its figure lets a reader set", () => {
      expect(settable(task.given ?? {})).toEqual([]);
      expect(settable(task.free ?? {})).toEqual([]);
      for (const own of task.own ?? []) expect(settable(own)).toEqual([]);
    });

    it("gives each student settings that go together", () => {
      for (const own of task.own ?? [{}])
        for (const each of figure.cases)
          requestFor(meta, { ...each.parameters, ...task.given, ...own }, 1001);
      expect(task.seeds).toBeGreaterThanOrEqual(20);
    });

    it("leaves nothing free that is the student's own, and has a lens that there is", () => {
      const own = Object.keys(task.own?.[0] ?? {});
      expect(Object.keys(task.free ?? {}).filter((each) => own.includes(each))).toEqual([]);
      const lenses = (figure.lenses ?? []).map((lens) => lens.name);
      expect((task.lenses ?? []).filter((lens) => !lenses.includes(lens))).toEqual([]);
    });

    it("wants numbers that its figure measures, within bounds that are not reversed", () => {
      for (const { quantity, case: place = 0, minimum = -Infinity, maximum = Infinity } of wantedIn(task)) {
        expect(Object.keys(meta.quantities)).toContain(quantity);
        expect(place).toBeLessThan(figure.cases.length);
        expect(minimum).toBeLessThanOrEqual(maximum);
      }
      const { least } = task as Partial<Find>;
      if (least) {
        expect(Object.keys(task.free ?? {})).toContain(least.parameter);
        expect(least.upTo[0]).toBeLessThanOrEqual(least.upTo[1]);
      }
    });

    it("shows a student what is theirs and nothing that means nothing", () => {
      const { free, locked, hidden } = freedomOf(task, personalOf(id, name, task, "4711"), figure);
      expect(free).toEqual(figure.controls.filter((each) => Object.hasOwn(task.free ?? {}, each)));
      expect([...free, ...locked].filter((each) => hidden.includes(each))).toEqual([]);
    });

    it("costs a student and a grader at most a few seconds", () => {
      const { parameters } = personalOf(id, name, task, "4711");
      const seconds = figure.cases.map((each) =>
        meta.cost(requestFor(meta, { ...each.parameters, ...parameters }, 1001).parameters),
      );
      expect(seconds.reduce((sum, each) => sum + each, 0)).toBeLessThan(5);
    });
  });
});

function wantedIn(task: TaskWithFigure): readonly Wanted[] {
  if (task.kind === "find") return task.wanted;
  return task.kind === "refute" ? [...task.holds, ...(task.wanted ?? [])] : [];
}
