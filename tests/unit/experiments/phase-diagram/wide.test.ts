// Wide networks leave their thread to others while they are prepared and measured: counted in pauses, with a clock that
// runs so fast that whoever looks at it has worked for too long.
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { runOf } from "../../../../src/catalogue/runs.ts";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { begin } from "../../../../src/experiments/driver/course.ts";
import type { Values } from "../../../../src/experiments/parameters.ts";

beforeAll(async () => {
  await openNodeDevice("wasm");
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** How often a run gives way to timers until its first report. */
async function pausesOf(experiment: string, parameters: Values): Promise<number> {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 1000;
    return now;
  });
  const timers = vi.spyOn(globalThis, "setTimeout");
  const run = await runOf(experiment);
  const { signal } = new AbortController();
  const reports = (await begin(run, { parameters, seed: 1 }, signal)).drive({ stride: 1, signal });
  await reports.next();
  const count = timers.mock.calls.length;
  await reports.return(undefined);
  return count;
}

/** Numbers that may be worked on between two pauses. */
const MOST = 50_000;

it("pauses while a wide network is drawn, looked at and drawn as a function", async () => {
  const width = 60_000;
  const pauses = await pausesOf("phase-diagram/regimes", { gamma: 1.3, gammaPrime: 0, width });
  // 3 weights for each neuron of a half; twice the points of all neurons; 121 values of the function.
  expect(pauses).toBeGreaterThan((3 * width + 2 * 2 * width + 121 * 2 * width) / MOST);
});

it("pauses while a wide network on the digits is drawn", async () => {
  const width = 1000;
  const point = { gamma: 1, gammaPrime: 0, width, pixels: "unit", stop: "early" };
  // 785 weights for each neuron.
  expect(await pausesOf("phase-diagram/digit-neurons", point)).toBeGreaterThan((785 * width) / MOST);
});

it("pauses between the steps of a wide network in float64", async () => {
  const point = { gamma: 1, gammaPrime: 0, width: 40_000, trained: "both" };
  // Ten steps before the risk is looked at for the first time.
  expect(await pausesOf("phase-diagram/decay", point)).toBeGreaterThan(5);
});

it("ends its preparations when it is aborted", async () => {
  const controller = new AbortController();
  const run = await runOf("phase-diagram/regimes");
  const parameters = { gamma: 1.3, gammaPrime: 0, width: 1_000_000 };
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 1000;
    return now;
  });
  const timers = vi.spyOn(globalThis, "setTimeout");
  const first = begin(run, { parameters, seed: 1 }, controller.signal);
  controller.abort();
  await expect(first).rejects.toThrow(/abort/i);
  expect(timers).toHaveBeenCalledTimes(1);
});
