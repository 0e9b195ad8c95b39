// The pool of workers by a clock that the test turns: who is ended when, and what that costs a run (nothing).
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Measurement } from "../../../../src/experiments/experiment.ts";
import { createPool, type Pool } from "../../../../src/runtime/workers/pool.ts";
import type { Request, RunRequest } from "../../../../src/runtime/workers/protocol.ts";
import { bridgeTo, type WorkerLike } from "../../../../src/runtime/workers/workerBridge.ts";

const LONG = 70_000;
const signal = new AbortController().signal;
const request: RunRequest = { experiment: "x", parameters: {}, seed: 1, stride: 1 };

/** Counts to five, one step per measurement; every other one comes with a checkpoint. */
class CountingWorker extends EventTarget implements WorkerLike {
  static readonly hired: CountingWorker[] = [];
  readonly #runs = new Map<number, number>();
  isAlive = true;
  constructor() {
    super();
    CountingWorker.hired.push(this);
    setInterval(() => this.#say({ to: "nothing", run: 0 }), 1000);
  }
  postMessage(message: Request): void {
    if (message.kind === "open")
      this.#say({ to: "open", run: 0, device: { backend: "wasm", adapter: null, reason: "It is a test." } });
    if (message.kind === "start") this.#runs.set(message.run, stepIn(message.request.from));
    if (message.kind === "next")
      this.#say({ to: "next", run: message.run, measurement: this.#next(message.run) });
    if (message.kind === "stop") {
      this.#runs.delete(message.run);
      this.#say({ to: "stop", run: message.run });
    }
  }
  #next(run: number): Measurement | null {
    const step = (this.#runs.get(run) ?? 0) + 1;
    if (step > 5) return null;
    this.#runs.set(run, step);
    const plain = { progress: step / 5, step, finished: step === 5, quantities: {}, series: {} };
    return step % 2 === 0 ? { ...plain, checkpoint: { step } } : plain;
  }
  #say(data: object): void {
    queueMicrotask(() => this.isAlive && this.dispatchEvent(new MessageEvent("message", { data })));
  }
  terminate(): void {
    this.isAlive = false;
  }
}

const stepIn = (from: unknown) =>
  typeof from === "object" && from !== null && "step" in from ? Number(from.step) : 0;
const alive = () => CountingWorker.hired.filter(({ isAlive }) => isAlive).length;

let pool: Pool;
beforeEach(() => {
  vi.useFakeTimers();
  CountingWorker.hired.length = 0;
  pool = createPool(() => bridgeTo(new CountingWorker()), 2);
});
afterEach(() => {
  pool.end();
  vi.useRealTimers();
});

const stepsOf = async (run: AsyncGenerator<{ measurement: Measurement }>) => {
  const steps: number[] = [];
  for await (const { measurement } of run) steps.push(measurement.step);
  return steps;
};

describe("the pool", () => {
  it("ends a worker that was opened and never used", async () => {
    await pool.deviceFor("wasm");
    expect(alive()).toBe(1);
    await vi.advanceTimersByTimeAsync(LONG);
    expect(alive()).toBe(0);
  });

  it("gives each of several runs a worker of its own, no more of them than cores, and ends them when idle", async () => {
    const device = await pool.deviceFor("wasm");
    const all = Array.from({ length: 5 }, () => stepsOf(pool.run(request, device, signal)));
    expect(await Promise.all(all)).toEqual(Array(5).fill([1, 2, 3, 4, 5]));
    expect(CountingWorker.hired).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(LONG / 2);
    expect(alive()).toBe(2);
    await vi.advanceTimersByTimeAsync(LONG / 2);
    expect(alive()).toBe(0);
    expect(await stepsOf(pool.run(request, device, signal))).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([1, 2, 3, 4])(
    "takes no worker for a run that is paused for long after step %i, and loses no step of it",
    async (pausedAt) => {
      const device = await pool.deviceFor("wasm");
      const run = pool.run(request, device, signal);
      const steps: number[] = [];
      while (steps.length < pausedAt) steps.push((await run.next()).value.measurement.step);
      await vi.advanceTimersByTimeAsync(LONG);
      expect(alive()).toBe(1);
      await vi.advanceTimersByTimeAsync(LONG);
      expect(alive()).toBe(0);
      expect([...steps, ...(await stepsOf(run))]).toEqual([1, 2, 3, 4, 5]);
    },
  );

  it("is not held up by a run that is left while it is paused", async () => {
    const device = await pool.deviceFor("wasm");
    const run = pool.run(request, device, signal);
    await run.next();
    await vi.advanceTimersByTimeAsync(LONG);
    await run.return(undefined);
    await vi.advanceTimersByTimeAsync(LONG);
    expect(alive()).toBe(0);
    expect(vi.getTimerCount()).toBe(CountingWorker.hired.length);
  });
});
