// What a check says of where it was made. Threads stand in for a graphics card: what they compute is said to be of WebGPU,
// until that is lost.
import { afterAll, expect, it } from "vitest";
import { runsOf } from "../../../../src/claims/check.ts";
import { claimNamed } from "../../../../src/claims/ledger.ts";
import { storeInMemory } from "../../../../src/cli/runs/storeInMemory.ts";
import { threadWorker } from "../../../../src/cli/runs/threadWorker.ts";
import { recheck } from "../../../../src/runtime/records/recheck.ts";
import { checkClaim } from "../../../../src/runtime/runs/checkClaim.ts";
import { createPool, type Pool } from "../../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../../src/runtime/workers/workerBridge.ts";
import { SOFTWARE } from "../../../../src/software.ts";

const threads = createPool(() => bridgeTo(threadWorker()), 2);
afterAll(threads.end);
const card = { backend: "webgpu", adapter: "a card", reason: "" } as const;

/** A pool whose card is lost before the runs of one seed, and after the first report of another's. */
const losing = (before: number, within: number): Pool => ({
  ...threads,
  deviceFor: async () => card,
  async *run(request, _, signal) {
    const wasm = await threads.deviceFor("wasm");
    let isFirst = true;
    for await (const measured of threads.run({ ...request, stride: 20 }, wasm, signal)) {
      const isLost = request.seed === before || (request.seed === within && !isFirst);
      yield isLost ? measured : { ...measured, device: card };
      isFirst = false;
    }
  },
});

const options = {
  choice: "webgpu",
  software: SOFTWARE,
  signal: new AbortController().signal,
  mishaps: [],
  report: () => {},
} as const;

it("each run names what computed it, where a card is lost on the way, and the record agrees", async () => {
  const claim = claimNamed("phase-diagram/A2");
  const store = storeInMemory();
  const record = await checkClaim(claim, { ...options, pool: losing(3, 2), store });
  expect(record.origin).toMatchObject({ backend: "webgpu", adapter: "a card" });
  for (const { on, control } of record.cases)
    for (const each of [on, control.on]) expect(each).toEqual(["webgpu", "webgpu then wasm", "wasm"]);
  const { software, signal, report } = options;
  const finding = await recheck(record, { pool: threads, software, signal, report });
  expect(finding).toMatchObject({ verdict: "agrees" });

  // Under the name of a device only what it computed from the first step to the last is kept.
  const kept = (backend: "webgpu" | "wasm", seed: number) =>
    Promise.all(
      runsOf(claim)
        .filter((run) => run.seed === seed)
        .map((run) => store.find({ ...run, stride: 20 }, backend)),
    );
  expect((await kept("webgpu", 1)).every(Boolean)).toBe(true);
  for (const seed of [2, 3])
    for (const backend of ["webgpu", "wasm"] as const)
      expect((await kept(backend, seed)).every((entry) => entry === null)).toBe(true);
});

it("says nothing of single runs where one backend made all", async () => {
  const claim = claimNamed("phase-diagram/A2");
  const record = await checkClaim(claim, { ...options, pool: threads, choice: "wasm", store: null });
  expect(record.cases.flatMap(({ on, control }) => [on, control.on])).toEqual(Array(6).fill(undefined));
});
