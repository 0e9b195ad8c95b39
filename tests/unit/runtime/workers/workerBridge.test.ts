// The bridge to a worker, with a worker made for the test that answers as the test says.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Measurement } from "../../../../src/experiments/experiment.ts";
import { errorRecord, RemoteError } from "../../../../src/runtime/workers/errors.ts";
import type { Answer, Request } from "../../../../src/runtime/workers/protocol.ts";
import { bridgeTo, WorkerError } from "../../../../src/runtime/workers/workerBridge.ts";

const measurement: Measurement = { progress: 0.5, step: 1, finished: false, quantities: {}, series: {} };
const request = { experiment: "x", parameters: {}, seed: 1, stride: 1 };

class ScriptedWorker extends EventTarget {
  readonly asked: Request[] = [];
  terminated = false;
  readonly script: (request: Request) => Answer | null;
  constructor(script: (request: Request) => Answer | null) {
    super();
    this.script = script;
  }
  postMessage(message: Request): void {
    this.asked.push(message);
    const data = this.script(message);
    if (data) queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data })));
  }
  terminate(): void {
    this.terminated = true;
  }
}

function scripted(script: (request: Request) => Answer | null) {
  const worker = new ScriptedWorker(script);
  return { worker, bridge: bridgeTo(worker as unknown as Worker) };
}

const willing = (message: Request): Answer | null => {
  if (message.kind === "next") return { to: "next", run: message.run, measurement };
  return message.kind === "stop" ? { to: "stop", run: message.run } : null;
};

/** A page whose timers come late: the test sets how late. */
function onLatePage(script: (request: Request) => Answer | null = () => null) {
  vi.useFakeTimers();
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const { worker, bridge } = scripted(script);
  return {
    worker,
    bridge,
    /** Fires the timer that was set to `asked` milliseconds, late by the given milliseconds. */
    late: async (asked: number, by: number) => {
      await vi.advanceTimersByTimeAsync(0);
      now += asked + by;
      await vi.advanceTimersByTimeAsync(asked);
    },
    speak: () => worker.dispatchEvent(new MessageEvent("message", { data: { to: "nothing", run: 0 } })),
  };
}

/** The answer to the stop that a worker was asked for. */
function stopOf({ asked }: ScriptedWorker): Answer {
  const stop = asked.find(({ kind }) => kind === "stop");
  if (stop?.kind !== "stop") throw new Error("No run was stopped.");
  return { to: "stop", run: stop.run };
}

describe("the bridge to a worker", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it("asks for a measurement only when it is wanted, and stops the run that is left", async () => {
    const { worker, bridge } = scripted(willing);
    for await (const each of bridge.run(request, new AbortController().signal)) {
      expect(each).toEqual(measurement);
      break;
    }
    expect(worker.asked.map(({ kind }) => kind)).toEqual(["start", "next", "stop"]);
    expect(bridge.isAlive()).toBe(true);
  });

  it("takes it for a fault of the worker, and not for the end, that a run is over and not finished", async () => {
    let reports = 0;
    const { bridge } = scripted((message) =>
      message.kind === "next" && ++reports > 1
        ? { to: "next", run: message.run, measurement: null }
        : willing(message),
    );
    const run = bridge.run(request, new AbortController().signal);
    expect((await run.next()).value).toEqual(measurement);
    await expect(run.next()).rejects.toBeInstanceOf(WorkerError);
  });

  it("rebuilds errors with their names", async () => {
    class DivergedError extends Error {
      override name = "DivergedError";
    }
    const { bridge } = scripted((message) =>
      message.kind === "next"
        ? { to: "next", run: message.run, error: errorRecord(new DivergedError("at step 3")) }
        : willing(message),
    );
    const error = await bridge
      .run(request, new AbortController().signal)
      .next()
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ name: "DivergedError", message: "at step 3" });
  });

  it("does not wait for a measurement after an abort, and keeps a worker that comes to rest", async () => {
    const { worker, bridge } = scripted((message) =>
      message.kind === "stop" ? { to: "stop", run: message.run } : null,
    );
    const controller = new AbortController();
    const next = bridge.run(request, controller.signal).next();
    controller.abort();
    await expect(next).rejects.toThrow(/abort/i);
    expect(worker.terminated).toBe(false);
  });

  it("ends a worker that does not react to the abort", async () => {
    vi.useFakeTimers();
    const { worker, bridge } = scripted(() => null);
    const controller = new AbortController();
    const next = bridge.run(request, controller.signal).next();
    next.catch(() => {});
    controller.abort();
    await vi.advanceTimersByTimeAsync(2000);
    await expect(next).rejects.toThrow(/abort/i);
    expect(worker.terminated).toBe(true);
    expect(bridge.isAlive()).toBe(false);
  });

  it("ends a worker that owes an answer and gives no sign of life, but not one that does", async () => {
    vi.useFakeTimers();
    const { worker, bridge } = scripted(() => null);
    const opened = bridge.open("wasm");
    opened.catch(() => {});
    for (let second = 0; second < 60; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      worker.dispatchEvent(new MessageEvent("message", { data: { to: "nothing", run: 0 } }));
    }
    expect(bridge.isAlive()).toBe(true);
    await vi.advanceTimersByTimeAsync(20_000);
    await expect(opened).rejects.toThrow(/fell silent/);
    expect(worker.terminated).toBe(true);
  });

  it("does not take its own sleep for the worker's silence", async () => {
    vi.useFakeTimers();
    const { worker, bridge } = scripted(() => null);
    const opened = bridge.open("wasm");
    opened.catch(() => {});
    // Timers of a page that sleeps do not run, but its clock goes on; on waking, one comes before the messages.
    for (let nap = 0; nap < 10; nap++) {
      vi.setSystemTime(Date.now() + 3_600_000);
      vi.spyOn(performance, "now").mockReturnValue(nap * 3_600_000);
      await vi.advanceTimersByTimeAsync(3000);
      worker.dispatchEvent(new MessageEvent("message", { data: { to: "nothing", run: 0 } }));
    }
    expect(bridge.isAlive()).toBe(true);
  });

  it("does not hold a silence against a worker while the page itself is late", async () => {
    const { worker, bridge, late, speak } = onLatePage();
    const opened = bridge.open("wasm");
    opened.catch(() => {});
    // Every look comes 10 s late. The worker speaks every 10 s, but the page gets to hear it after six looks only.
    for (let round = 0; round < 5; round++) {
      for (let look = 0; look < 6; look++) await late(3000, 10_000);
      for (let pulse = 0; pulse < 7; pulse++) speak();
    }
    expect(bridge.isAlive()).toBe(true);
    // Once the page is on time again, a worker that is dead is found.
    for (let look = 0; look < 6; look++) await late(3000, 0);
    await expect(opened).rejects.toThrow(/fell silent/);
    expect(worker.terminated).toBe(true);
  });

  it("gives a run that is stopped its time by a page that is on time", async () => {
    const { worker, bridge, late } = onLatePage((message) =>
      message.kind === "stop" ? null : willing(message),
    );
    const run = bridge.run(request, new AbortController().signal);
    await run.next();
    const left = run.return(undefined);
    await late(1500, 10_000);
    expect(bridge.isAlive()).toBe(true);
    worker.dispatchEvent(new MessageEvent("message", { data: stopOf(worker) }));
    await left;
    await late(1500, 0);
    expect(bridge.isAlive()).toBe(true);
  });

  it("turns a worker that cannot be loaded into a sentence, now and for later requests", async () => {
    const { worker, bridge } = scripted(() => null);
    const opened = bridge.open("wasm");
    worker.dispatchEvent(new Event("error"));
    await expect(opened).rejects.toThrow(/could not be loaded\. Check your connection/);
    await expect(bridge.open("wasm")).rejects.toThrow(WorkerError);
  });
});
