// Bad requests to the worker of the page, in a browser: each is a named error, and the run after all of them gives the
// digest that every run of its parameters gives.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BackendName } from "../../src/engine/backends.ts";
import type { Measurement } from "../../src/experiments/experiment.ts";
import type { RunRequest } from "../../src/runtime/workers/protocol.ts";
import { bridgeTo, type WorkerBridge } from "../../src/runtime/workers/workerBridge.ts";
import { backendsHere, setting } from "./backends.ts";
import { digestOf } from "./digest.ts";

const GOOD: RunRequest = {
  experiment: "phase-diagram/regimes",
  parameters: { gamma: 1, gammaPrime: 0, width: 50 },
  seed: 3,
  stride: 500,
};
/** Of the amplitudes and orientations that GOOD ends with on WebAssembly. */
const DIGEST = "d3a457be2743fc1bd2ba30707e43b46c7eff9166d0000a293ef5d8c286596a4c";

const NEURONS = 100;
const state = (inputWeight: number, outputWeight: number, count = NEURONS) => ({
  step: 7,
  state: {
    step: 7,
    time: 1,
    inputWeights: new Float32Array(2 * count).fill(inputWeight),
    outputWeights: new Float32Array(count).fill(outputWeight),
  },
  trace: [],
});
const withValue = (name: string, value: number): RunRequest => ({
  ...GOOD,
  parameters: { ...GOOD.parameters, [name]: value },
});

const BAD: readonly (readonly [string, RunRequest, string, RegExp])[] = [
  ...[0, -1, 1.5, Number.NaN, Infinity, 1e12].map(
    (width) =>
      [
        `width ${width}`,
        withValue("width", width),
        width === 1e12 ? "CapacityError" : "InputError",
        width === 1e12 ? /largest width is \d+/ : /^The width must be a positive whole number/,
      ] as const,
  ),
  ...[Number.NaN, -Infinity].map(
    (gamma) =>
      [
        `γ = ${gamma}`,
        withValue("gamma", gamma),
        "InputError",
        /^The output factor κ must be a finite number/,
      ] as const,
  ),
  ...[-1, 0.5, Number.NaN, 2 ** 53].map(
    (seed) => [`seed ${seed}`, { ...GOOD, seed }, "InputError", /^A seed is a whole number/] as const,
  ),
  ...[0, -1, 0.5, Number.NaN, 1e12].map(
    (stride) =>
      [`${stride} steps a report`, { ...GOOD, stride }, "InputError", /number of steps must be/] as const,
  ),
  [
    "an experiment that there is not",
    { ...GOOD, experiment: "none" },
    "RangeError",
    /There is no experiment “none”/,
  ],
  [
    "a checkpoint of another network",
    { ...GOOD, from: state(1, 1, 7) },
    "CheckpointError",
    /belongs to another network/,
  ],
  [
    "a checkpoint with NaN",
    { ...GOOD, from: state(Number.NaN, 1) },
    "CheckpointError",
    /belongs to another network/,
  ],
  [
    "a checkpoint whose risk is infinite",
    { ...GOOD, from: state(1e25, 1e25) },
    "DivergedError",
    /diverged at step 7:.*Take a smaller/,
  ],
];

async function lastOf(worker: WorkerBridge, request: RunRequest): Promise<Measurement> {
  let last: Measurement | undefined;
  for await (const measurement of worker.run(request, new AbortController().signal)) last = measurement;
  if (!last) throw new Error("The run measured nothing.");
  return last;
}

function inWorker(backend: BackendName, tests: (worker: () => WorkerBridge) => void): void {
  describe(`a worker on ${backend}`, () => {
    let worker: WorkerBridge;
    beforeAll(async () => {
      worker = bridgeTo(
        new Worker(new URL("../../src/runtime/workers/worker.ts", import.meta.url), { type: "module" }),
      );
      expect((await worker.open(backend)).backend).toBe(backend);
    });
    afterAll(() => worker.end());
    tests(() => worker);
  });
}

if (setting === "node") {
  test.skip("workers of a page (skipped in the setting “node”, whose workers are not those of a page)", () => {});
} else {
  for (const backend of backendsHere.slice(0, 1)) {
    inWorker(backend, (worker) => {
      test.each(BAD)("refuses %s by name", async (_, request, name, sentence) => {
        await expect(lastOf(worker(), request)).rejects.toMatchObject({
          name,
          message: expect.stringMatching(sentence),
        });
      });

      test("is then fit for a run, which comes out as ever", async () => {
        const { series, quantities, finished } = await lastOf(worker(), GOOD);
        expect(finished).toBe(true);
        const { amplitude, orientation } = series as Record<string, Float64Array>;
        const digest = await digestOf([amplitude!, orientation!]);
        if (backend === "wasm") expect(digest).toBe(DIGEST);
        else expect(quantities.relativeDistance).toBeCloseTo(0.27, 1);
      });
    });
  }
}
