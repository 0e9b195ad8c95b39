// Many runs by the very messages of the page, in a real worker or thread: it holds no more after them than before.
import { expect, test } from "vitest";
import { BACKENDS, type BackendName } from "../../src/engine/backends.ts";
import type { RunRequest } from "../../src/runtime/workers/protocol.ts";
import { bridgeTo, type WorkerLike } from "../../src/runtime/workers/workerBridge.ts";
import { backendsHere, setting } from "./backends.ts";
import { COUNT } from "./held.ts";

/** On WebGPU each of them waits a quarter of a second. What a run leaves behind shows after one. */
const RUNS: Readonly<Record<BackendName, number>> = { webgpu: 200, wasm: 1000, cpu: 1000 };
const point = { gamma: 1, gammaPrime: 0, width: 10 };

const possible = [
  { experiment: "phase-diagram/relative-distance", parameters: { ...point, widthCounts: "half" } },
  { experiment: "phase-diagram/regimes", parameters: point },
];
const impossible = { experiment: "phase-diagram/regimes", parameters: { ...point, width: -1 } };

/** Two kinds of run in turns; one in 250 cannot begin. */
function requestAt(k: number): RunRequest {
  const which = k % 250 === 9 ? impossible : possible[k % possible.length];
  return { ...(which ?? impossible), seed: k, stride: 2 };
}

async function startCounted(): Promise<WorkerLike> {
  if (setting !== "node")
    return new Worker(new URL("./countedWorker.ts", import.meta.url), { type: "module" });
  const { threadWorker } = await import("../../src/cli/runs/threadWorker.ts");
  return threadWorker(new URL("./countedThread.ts", import.meta.url));
}

/** What a worker holds after some runs, each left after its first measurement, and after many more. */
async function heldAfterRuns(backend: BackendName): Promise<{ before: object; after: object }> {
  const worker = await startCounted();
  const bridge = bridgeTo(worker);
  const { signal } = new AbortController();
  const runs = async (count: number) => {
    for (let k = 0; k < count; k++) {
      const run = bridge.run(requestAt(k), signal);
      await run.next().catch(() => {});
      await run.return(undefined);
    }
  };
  const held = () =>
    new Promise<object>((resolve) => {
      worker.addEventListener("message", (event) => {
        const { data } = event as MessageEvent<object>;
        if ("held" in data) resolve(data.held as object);
      });
      worker.postMessage(COUNT);
    });
  try {
    expect((await bridge.open(backend)).backend).toBe(backend);
    await runs(50);
    const before = await held();
    await runs(RUNS[backend]);
    return { before, after: await held() };
  } finally {
    bridge.end();
  }
}

for (const backend of BACKENDS) {
  const name = `${RUNS[backend]} runs on ${backend} leave nothing behind`;
  if (backend === "webgpu" && setting !== "webgpu") {
    test.skip(`${name} (skipped in the setting “${setting}”, which has no adapter; the setting “webgpu” runs it)`, () => {});
  }
  if (!backendsHere.includes(backend)) continue;
  test(name, async () => {
    const { before, after } = await heldAfterRuns(backend);
    expect(after).toEqual(before);
    expect(before).toMatchObject({ numTensors: 0, dataIds: 0 });
  });
}
