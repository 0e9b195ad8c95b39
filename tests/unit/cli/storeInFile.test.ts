// A long run in a file: what was kept comes back to the same run alone, and a file that is none is as good as none.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { storeInFile } from "../../../src/cli/runs/storeInFile.ts";
import type { Measured } from "../../../src/runtime/workers/pool.ts";

const RUN = { experiment: "phase-diagram/decay", parameters: { width: 3 }, seed: 1, stride: 1 };
const DEVICE = { backend: "wasm", adapter: null, reason: "" } as const;
const MEASUREMENT = { progress: 1, step: 9, quantities: { risk: 0.25 }, series: {} };
const finished: Measured = { measurement: { ...MEASUREMENT, finished: true }, device: DEVICE, mishaps: [] };

const fileOf = () => join(mkdtempSync(join(tmpdir(), "two-layers-")), "run");

it("gives a run back what was kept of it, and says that it was gone on with", async () => {
  const file = fileOf();
  const first = storeInFile(file);
  expect(await first.find(RUN, "wasm")).toBeNull();
  first.keep(RUN, finished);
  const again = storeInFile(file);
  expect((await again.find(RUN, "wasm"))?.kept).toEqual({ result: finished.measurement });
  expect([first.resumed(), again.resumed()]).toEqual([0, 1]);
  for (const [run, backend] of [
    [{ ...RUN, seed: 2 }, "wasm"],
    [{ ...RUN, parameters: { width: 4 } }, "wasm"],
    [RUN, "cpu"],
  ] as const)
    expect(await storeInFile(file).find(run, backend)).toBeNull();
  await again.drop(RUN, "wasm");
  expect(await storeInFile(file).find(RUN, "wasm")).toBeNull();
});

it("keeps arrays as they are, and takes what was cut off for nothing", async () => {
  const file = fileOf();
  const store = storeInFile(file);
  const series = { weights: Float32Array.of(0.1, 1e-30) };
  store.keep(RUN, { ...finished, measurement: { ...finished.measurement, series } });
  expect((await storeInFile(file).find(RUN, "wasm"))?.kept).toEqual({
    result: { ...finished.measurement, series },
  });
  writeFileSync(file, readFileSync(file).subarray(0, 100));
  expect(await storeInFile(file).find(RUN, "wasm")).toBeNull();
});
