// Grading over a queue comes to the points of local workers, for honest files and a forged one.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import type { Result } from "../../src/assignments/grading/graded.ts";
import { missingRedis, type RedisServer, startRedis } from "./redis.ts";
import { type Process, startProcess, startWorker } from "./workers.ts";

const GRADE = fileURLToPath(new URL("../../src/cli/grade.ts", import.meta.url));

let redis: RedisServer | null = null;
let processes: Process[] = [];
const keep = (process: Process) => {
  processes.push(process);
  return process;
};
afterEach(async () => {
  await Promise.all(processes.map((each) => each.kill()));
  processes = [];
  await redis?.end();
});

async function graded(folder: string, ...words: string[]): Promise<Result[]> {
  const json = join(folder, "..", `${words.length}.json`);
  const run = keep(startProcess(GRADE, folder, "--json", json, ...words));
  expect(await run.ended, run.said()).toBe(1);
  return JSON.parse(readFileSync(json, "utf8"));
}

it("comes to the same points over a queue", async (context) => {
  if (missingRedis) context.skip(missingRedis);
  redis = await startRedis();
  await startWorker(redis.address, "one").then(keep);
  const folder = join(mkdtempSync(join(tmpdir(), "two-layers-")), "course");
  const example = keep(startProcess(GRADE, "--example", "three-regimes", "--students", "3", folder));
  expect(await example.ended, example.said()).toBe(0);
  const first = join(folder, "two-layers-three-regimes-1001.json");
  writeFileSync(join(folder, "forged.json"), readFileSync(first, "utf8").replace('"1001"', '"1002"'));
  const [here, there] = [await graded(folder), await graded(folder, "--queue", redis.address)];
  expect(there).toEqual(here);
  expect(
    here.map((each) => "tasks" in each && each.tasks.reduce((sum, { points }) => sum + (points ?? 0), 0)),
  ).toEqual([expect.any(Number), 15, 15, 15]);
});
