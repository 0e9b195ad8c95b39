// Tasks are equally hard for all: what a student does who has understood solves every task of each of a thousand students. Those
// with the same settings and seed have the same run, which is made once. Of a figure with several cases, all are run for the first
// student with some settings; for the others those that decided.
import { cpus } from "node:os";
import { afterAll, describe, expect, it } from "vitest";
import type { Outcome, TaskWithFigure } from "../../../src/assignments/assignment.ts";
import { isSolved, type RunningOptions, solve } from "../../../src/assignments/grading/solved.ts";
import { type Personal, personalOf } from "../../../src/assignments/personal.ts";
import { scoresOf } from "../../../src/catalogue/scores.ts";
import { threadWorker } from "../../../src/cli/runs/threadWorker.ts";
import { eachConcurrently } from "../../../src/runtime/runs/concurrently.ts";
import { createPool } from "../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../src/runtime/workers/workerBridge.ts";
import { TASKS } from "./tasks.ts";

const STUDENTS = 1000;
const pool = createPool(() => bridgeTo(threadWorker()), Math.min(2, cpus().length));
afterAll(() => pool.end());
const { signal } = new AbortController();
const options = { pool, signal };

describe("a thousand students", () => {
  it.each(TASKS)("%s", async (_, assignment, name, task) => {
    const score = (await scoresOf(assignment))[name] ?? {};
    const personal = Array.from({ length: STUDENTS }, (_, k) =>
      personalOf(assignment.id, name, task, String(100_000 + k)),
    );
    const distinct = [...new Map(personal.map((each) => [JSON.stringify(each), each])).values()];
    const failed: string[] = [];
    /** Solves it and says what is true. @returns the places of the cases that decided */
    const tryOut = async (own: Personal, places: RunningOptions["places"]) => {
      const decided = new Set<number>();
      try {
        const { outcome, points } = await solve(task, own, score, { ...options, places });
        const noted = noting(outcome, decided);
        isSolved(task, noted);
        if (!score.truth) return decided;
        const truth = score.truth(noted, { ...points[0]?.parameters, ...own.parameters });
        if (!isAnswer(task, truth)) failed.push(`${JSON.stringify(own)}: ${truth}`);
      } catch (error) {
        failed.push(`${JSON.stringify(own)}: ${(error as Error).message}`);
      }
      return decided;
    };
    const bySettings = Map.groupBy(distinct, ({ parameters }) => JSON.stringify(parameters));
    const decisive = new Set<number>();
    const others: Personal[] = [];
    await eachConcurrently(
      [...bySettings.values()],
      2,
      async ([first, ...more]) => {
        for (const place of await tryOut(first as Personal, undefined)) decisive.add(place);
        others.push(...more);
      },
      signal,
    );
    await eachConcurrently(others, 2, async (own) => void (await tryOut(own, [...decisive])), signal);
    expect(failed).toEqual([]);
  });
});

/** The same outcome, and a note of each case that is looked at. */
function noting(outcome: Outcome, places: Set<number>): Outcome {
  return new Proxy(outcome, {
    get: (target, name, self) => {
      if (typeof name === "string" && /^\d+$/.test(name)) places.add(Number(name));
      return Reflect.get(target, name, self);
    },
  });
}

/** Whether what is true can be answered: it is one of the choices, or a number within the range of the field. */
function isAnswer(task: TaskWithFigure, truth: string | number): boolean {
  if (task.kind === "predict" && "choices" in task.answer) return Object.hasOwn(task.answer.choices, truth);
  if (task.kind !== "predict" && task.kind !== "measure") return false;
  const { minimum, maximum } = task.answer as { minimum: number; maximum: number };
  return typeof truth === "number" && truth >= minimum && truth <= maximum;
}
