// Tasks are equally hard for all: what a student does who has understood solves every task of each of a thousand students. Those
// with the same settings and seed have the same run, which is made once.
import { cpus } from "node:os";
import { afterAll, describe, expect, it } from "vitest";
import { hasFigure, type TaskWithFigure } from "../../../src/assignments/assignment.ts";
import { solve } from "../../../src/assignments/grading/solved.ts";
import { personalOf } from "../../../src/assignments/personal.ts";
import { ASSIGNMENTS } from "../../../src/catalogue/assignments.ts";
import { scoresOf } from "../../../src/catalogue/scores.ts";
import { threadWorker } from "../../../src/cli/runs/threadWorker.ts";
import { eachConcurrently } from "../../../src/runtime/runs/concurrently.ts";
import { createPool } from "../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../src/runtime/workers/workerBridge.ts";
import { SOFTWARE } from "../../../src/software.ts";

const STUDENTS = 1000;
const pool = createPool(() => bridgeTo(threadWorker()), Math.min(2, cpus().length));
afterAll(() => pool.end());
const { signal } = new AbortController();
const options = { pool, software: SOFTWARE, signal };

const cases = ASSIGNMENTS.flatMap((assignment) =>
  Object.entries(assignment.tasks)
    .filter((each): each is [string, TaskWithFigure] => hasFigure(each[1]))
    .map(([name, task]) => [`${assignment.id}, ${name}`, assignment, name, task] as const),
);

describe("a thousand students", () => {
  it.each(cases)("%s", async (_, assignment, name, task) => {
    const score = (await scoresOf(assignment))[name] ?? {};
    const personal = Array.from({ length: STUDENTS }, (_, k) =>
      personalOf(assignment.id, name, task, String(100_000 + k)),
    );
    const distinct = [...new Map(personal.map((each) => [JSON.stringify(each), each])).values()];
    const failed: string[] = [];
    await eachConcurrently(
      distinct,
      2,
      async (own) => {
        try {
          const { outcome, record } = await solve(task, own, score, options);
          if (!score.truth) return;
          const truth = score.truth(outcome, { ...record.cases[0]?.parameters, ...own.parameters });
          if (!isAnswer(task, truth)) failed.push(`${JSON.stringify(own)}: ${truth}`);
        } catch (error) {
          failed.push(`${JSON.stringify(own)}: ${(error as Error).message}`);
        }
      },
      signal,
    );
    expect(failed).toEqual([]);
  });
});

/** Whether what is true can be answered: it is one of the choices, or a number within the range of the field. */
function isAnswer(task: TaskWithFigure, truth: string | number): boolean {
  if (task.kind === "predict" && "choices" in task.answer) return Object.hasOwn(task.answer.choices, truth);
  if (task.kind !== "predict" && task.kind !== "measure") return false;
  const { minimum, maximum } = task.answer as { minimum: number; maximum: number };
  return typeof truth === "number" && truth >= minimum && truth <= maximum;
}
