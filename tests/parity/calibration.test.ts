// Trying backends out where they really run. The speeds are those of a busy machine and are compared with nothing; what
// must hold is that there are some, that failures are sentences, and that nothing is left behind.
import { memory } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { adapterHere, objectionTo } from "../../src/engine/adapter.ts";
import { tryOut } from "../../src/engine/calibrate.ts";
import type { Workload } from "../../src/engine/workload.ts";
import { opened, setting } from "./backends.ts";

const SMALL: Workload = {
  networks: 1,
  sampleSize: 4,
  inputDimension: 2,
  width: 200,
  activation: "relu",
  loss: "squared",
  optimiser: "gradient",
  adaptive: true,
};

const WORKLOADS: readonly [string, Workload, number][] = [
  ["a small network", SMALL, 500],
  ["one step between reports", SMALL, 1],
  ["a network whose step takes longer than a turn", { ...SMALL, sampleSize: 400, width: 20_000 }, 500],
  [
    "an ensemble under Adam on the hinge loss",
    { ...SMALL, networks: 3, activation: "tanh", loss: "hinge", optimiser: "adam", adaptive: false },
    20,
  ],
  ["a gradient in pieces", { ...SMALL, sampleSize: 500, loss: "hinge", adaptive: false, inPieces: true }, 1],
];

test.each(WORKLOADS)("%s is tried out on what is there", async (_, workload, stride) => {
  const { wasm, webgpu } = await tryOut(workload, stride, opened);
  expect(wasm).toEqual({ stepsPerSecond: expect.any(Number) });
  if (setting === "webgpu") expect(webgpu).toEqual({ stepsPerSecond: expect.any(Number) });
  else expect(webgpu).toEqual({ failure: expect.stringMatching(/^WebGPU (finds no|is not offered).*\.$/) });
  for (const trial of [wasm, webgpu]) {
    if (!("stepsPerSecond" in trial)) continue;
    expect(trial.stepsPerSecond).toBeGreaterThan(0);
    expect(trial.stepsPerSecond).toBeLessThan(Number.POSITIVE_INFINITY);
  }
  expect(memory().numTensors).toBe(0);
});

test("a software adapter is tried out when asked, and never chosen", async () => {
  const objection = objectionTo(await adapterHere());
  expect(objection).toMatch(setting === "webgpu" ? /only a software adapter/ : /finds no|is not offered/);
});

test("a workload that cannot be tried out is told in sentences, and nothing is left", async () => {
  const { wasm, webgpu } = await tryOut({ ...SMALL, width: 0 }, 10, opened);
  expect(wasm).toEqual({
    failure: expect.stringContaining("WebAssembly failed when it was tried out: The width"),
  });
  expect("failure" in webgpu).toBe(true);
  expect(memory().numTensors).toBe(0);
});
