// Where settings are looked for, something is left to be found: the settings with which a student begins solve no task, and are
// within what the task allows. Of many students, since a seed may do what a setting should.
import { cpus } from "node:os";
import { afterAll, describe, expect, it } from "vitest";
import { isSolved, runOfTask } from "../../../src/assignments/grading/solved.ts";
import { outOfRange } from "../../../src/assignments/ownRun.ts";
import { personalOf } from "../../../src/assignments/personal.ts";
import { figureNamed } from "../../../src/catalogue/experiments.ts";
import { threadWorker } from "../../../src/cli/runs/threadWorker.ts";
import { requestFor } from "../../../src/experiments/request.ts";
import { eachConcurrently } from "../../../src/runtime/runs/concurrently.ts";
import { createPool } from "../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../src/runtime/workers/workerBridge.ts";
import { TASKS } from "./tasks.ts";

const STUDENTS = 25;
const pool = createPool(() => bridgeTo(threadWorker()), Math.min(2, cpus().length));
afterAll(() => pool.end());
const { signal } = new AbortController();
const options = { pool, signal };

const searches = TASKS.filter(([, , , { kind }]) => kind === "find" || kind === "refute");

describe("the settings with which a student begins", () => {
  it.each(searches)("solve nothing and are allowed: %s", async (_, { id }, name, task) => {
    const { meta, figure } = figureNamed(task.figure);
    const personal = Array.from({ length: STUDENTS }, (_, k) => personalOf(id, name, task, String(k)));
    const distinct = [...new Map(personal.map((each) => [JSON.stringify(each), each])).values()];
    const faults: string[] = [];
    await eachConcurrently(
      distinct,
      2,
      async ({ parameters, seed }) => {
        const first = requestFor(meta, { ...figure.cases[0]?.parameters, ...parameters }, seed).parameters;
        const set = Object.entries(first).filter(([each]) => Object.hasOwn(task.free ?? {}, each));
        faults.push(...outOfRange(Object.fromEntries(set), task.free ?? {}, meta));
        const { outcome } = await runOfTask(task, parameters, seed, options);
        if (isSolved(task, outcome)) faults.push(`Solved: ${JSON.stringify(parameters)}, seed ${seed}`);
      },
      signal,
    );
    expect(faults).toEqual([]);
  });
});
