// The runs of a figure that stand still, step by step.
import { afterEach, expect, it } from "vitest";
import { threadWorker } from "../../../../src/cli/runs/threadWorker.ts";
import { meta } from "../../../../src/experiments/quenching-activation/population/meta.ts";
import { beginSession, type Session } from "../../../../src/runtime/runs/session.ts";
import { createPool } from "../../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../../src/runtime/workers/workerBridge.ts";

const pool = createPool(() => bridgeTo(threadWorker()), 2);
let session: Session | null = null;
afterEach(() => {
  session?.stop();
  pool.end();
});

it("a run that is held from its beginning makes one step, and another when it is asked to", async () => {
  const steps: number[][] = [[], []];
  const requests = [1, 2].map((seed) => ({
    experiment: "quenching-activation/population",
    parameters: { ...meta.defaults, width: 6, inputs: 4, duration: 50 },
    seed,
    stride: 3,
  }));
  const options = { pool, choice: "wasm", nextFrame: async () => {}, store: null } as const;
  session = beginSession(requests, options, {
    onMeasurement: (k, { measurement }) => steps[k]?.push(measurement.step),
    onFailure: (_, error) => {
      throw error;
    },
    onEnd: () => {},
  });
  session.pause();
  await expect
    .poll(() => steps, { timeout: 20_000 })
    .toEqual([
      [0, 3],
      [0, 3],
    ]);
  session.step();
  await expect
    .poll(() => steps, { timeout: 20_000 })
    .toEqual([
      [0, 3, 6],
      [0, 3, 6],
    ]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(steps.flat()).toHaveLength(6);
});
