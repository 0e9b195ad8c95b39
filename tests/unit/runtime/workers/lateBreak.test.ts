// A backend that opens well and breaks later: a run goes on with the next one, and says from where.
import { expect, it } from "vitest";
import type { BackendName, Device } from "../../../../src/engine/backends.ts";
import { createPool } from "../../../../src/runtime/workers/pool.ts";
import type { Request } from "../../../../src/runtime/workers/protocol.ts";
import { bridgeTo, type WorkerLike } from "../../../../src/runtime/workers/workerBridge.ts";

/** Measures three steps, each with a checkpoint or none; on WebAssembly the step `breaksAt` fails in the module. */
function worker(breaksAt: number, hasCheckpoints: boolean): WorkerLike {
  const target = new EventTarget();
  let backend: BackendName = "wasm";
  let step = 0;
  const say = (data: object) =>
    queueMicrotask(() => target.dispatchEvent(new MessageEvent("message", { data })));
  const next = (run: number) => {
    step += 1;
    if (backend === "wasm" && step === breaksAt)
      return { to: "next", run, error: { name: "RuntimeError", message: "memory access out of bounds." } };
    const finished = step === 3;
    const kept = hasCheckpoints && !finished ? { checkpoint: { step } } : {};
    const measurement = { progress: step / 3, step, finished, quantities: {}, series: {}, ...kept };
    return { to: "next", run, measurement: step > 3 ? null : measurement };
  };
  const postMessage = (message: Request) => {
    if (message.kind === "open") {
      backend = message.backend;
      say({ to: "open", run: 0, device: { backend, adapter: null, reason: "It is a test." } });
    } else if (message.kind === "start") {
      step = (message.request.from as { step: number } | undefined)?.step ?? 0;
    } else if (message.kind === "next") say(next(message.run));
    else if (message.kind === "stop") say({ to: "stop", run: message.run });
  };
  return Object.assign(target, { postMessage, terminate: () => {} });
}

it.each([
  [1, true, "The run began anew."],
  [2, true, "The run went on from its last checkpoint."],
  [2, false, "The run began anew."],
])("at step %i, with checkpoints: %s, it says: %s", async (breaksAt, hasCheckpoints, sentence) => {
  const pool = createPool(() => bridgeTo(worker(breaksAt, hasCheckpoints)), 2);
  const device: Device = { backend: "wasm", adapter: null, reason: "It is a test." };
  const request = { experiment: "x", parameters: {}, seed: 1, stride: 1 };
  const steps: number[] = [];
  const used = new Set<BackendName>();
  let said: readonly string[] = [];
  for await (const { measurement, device: on, mishaps } of pool.run(
    request,
    device,
    new AbortController().signal,
  )) {
    steps.push(measurement.step);
    used.add(on.backend);
    said = mishaps;
  }
  pool.end();
  expect(steps).toEqual([1, 2, 3]);
  expect([...used].at(-1)).toBe("cpu");
  expect(said).toEqual([`memory access out of bounds. ${sentence}`]);
});
