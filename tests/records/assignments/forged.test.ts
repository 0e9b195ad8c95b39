// A student who solves everything gets all points and no flag; a forger is caught, whatever is changed, and gets nothing for it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gradeAll } from "../../../src/assignments/grading/gradeAll.ts";
import { flagsOf, type Graded, isGraded } from "../../../src/assignments/grading/graded.ts";
import { solvedBy } from "../../../src/assignments/grading/solved.ts";
import { fingerprintOf } from "../../../src/assignments/grading/submissions.ts";
import { type HandIn, withEntry } from "../../../src/assignments/handIn.ts";
import { assignmentNamed } from "../../../src/catalogue/assignments.ts";
import { scoresOf } from "../../../src/catalogue/scores.ts";
import { threadWorker } from "../../../src/cli/runs/threadWorker.ts";
import { createPool } from "../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../src/runtime/workers/workerBridge.ts";
import { SOFTWARE } from "../../../src/software.ts";
import { AT, FORGERIES } from "./forgeries.ts";

const pool = createPool(() => bridgeTo(threadWorker()), 2);
afterAll(() => pool.end());
const { signal } = new AbortController();
const assignment = assignmentNamed("three-regimes");
if (!assignment) throw new Error("The assignment of this test is gone.");
const whole = assignment;

const solved = async (name: string, number: string) =>
  solvedBy({ name, number }, whole, await scoresOf(whole), { pool, software: SOFTWARE, signal, at: AT });

let [ada, bob]: HandIn[] = [];
beforeAll(async () => {
  ada = await solved("Ada", "1815");
  bob = await solved("Bob", "1912");
});

async function graded(...handIns: HandIn[]): Promise<Graded[]> {
  const submissions = handIns.map((handIn, k) => ({
    file: `${k}.json`,
    handIn,
    fingerprint: fingerprintOf(handIn),
  }));
  const results = await gradeAll(submissions, { pool, software: SOFTWARE, signal, onResult: () => {} });
  return results.filter(isGraded);
}
const kindsIn = (result: Graded | undefined) => (result ? flagsOf(result).map(({ kind }) => kind) : []);
const pointsFor = (result: Graded | undefined, task: string) =>
  result?.tasks.find((each) => each.task === task)?.points;

describe("a student who solves everything", () => {
  it("gets all points, but for what a person has to read, and no flag", async () => {
    const [result] = await graded(ada as HandIn);
    expect(kindsIn(result)).toEqual([]);
    for (const { points, of, text } of result?.tasks ?? [])
      expect(points).toBe(text === undefined ? of : null);
  });

  it("is not accused where another one is graded beside", async () => {
    const results = await graded(ada as HandIn, bob as HandIn);
    expect(results.map(kindsIn)).toEqual([[], []]);
  });
});

describe("a forger", () => {
  it.each(FORGERIES)("is caught with %s", async (_, forge, kind, task) => {
    const [result] = await graded(forge(ada as HandIn, bob as HandIn), bob as HandIn);
    if (kind !== "") expect(kindsIn(result)).toContain(kind);
    if (task !== null) expect(pointsFor(result, task)).toBe(0);
  });

  it("is caught with the text of another student, and with two files", async () => {
    const text = "A long answer that two students hardly write in the same words by chance.";
    const [mine, theirs] = [ada, bob].map((each) =>
      withEntry(each as HandIn, "why", { kind: "text", text }, AT),
    );
    const results = await graded(mine as HandIn, theirs as HandIn);
    expect(results.map(kindsIn)).toEqual([["the same as another"], ["the same as another"]]);
    const twice = await graded(mine as HandIn, ada as HandIn);
    expect(twice.map(kindsIn)).toEqual([["two files of one student"], ["two files of one student"]]);
  });

  it("is late after the last day of the link, and is told that the link was another one", async () => {
    const late = { ...(ada as HandIn), course: { until: "2027-01-10" } };
    const [result] = await graded(late);
    expect(kindsIn(result)).toEqual(["late"]);
    const submissions = [{ file: "a", handIn: late, fingerprint: "" }];
    const strict = await gradeAll(submissions, {
      pool,
      software: SOFTWARE,
      signal,
      course: { until: "2027-02-01" },
      onResult: () => {},
    });
    expect(kindsIn(strict.filter(isGraded)[0])).toEqual(["another link"]);
  });
});
