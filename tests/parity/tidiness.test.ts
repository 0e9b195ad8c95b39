// What the op leaves behind besides its outputs: nothing, on the device or in the numbers that it was given.

import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { engine, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { descend } from "../../src/engine/descend.ts";
import { PLAIN_RULE } from "../../src/engine/reference.ts";
import { on, onEveryBackend } from "./backends.ts";
import { countBuffers } from "./countBuffers.ts";
import { ensembleOf } from "./ensembles.ts";
import { held } from "./held.ts";
import { dispose, runKernel, upload } from "./runs.ts";

const ATTRIBUTES = { steps: 5, adaptive: true, rule: PLAIN_RULE };
const ensemble = ensembleOf({ sampleSize: 6, inputDimension: 3, width: 70 }, 3, true);

async function numbers(tensors: object): Promise<Float32Array[]> {
  return Promise.all(
    (Object.values(tensors) as Tensor[]).map(async (each) => (await each.data()).slice() as Float32Array),
  );
}

onEveryBackend(() => {
  test("inputs are not modified", async () => {
    const inputs = upload(ensemble);
    const before = await numbers(upload(ensemble));
    dispose(descend(inputs, ATTRIBUTES));
    expect(await numbers(inputs)).toEqual(before);
    dispose(inputs);
  });

  test("inputs that are outputs of an earlier call are not modified", async () => {
    const inputs = upload(ensemble);
    const first = descend(inputs, ATTRIBUTES);
    const second = descend(
      { ...inputs, inputWeights: first.inputWeights, outputWeights: first.outputWeights },
      ATTRIBUTES,
    );
    const [expected] = await runKernel(ensemble, ATTRIBUTES);
    const [got] = await numbers(first);
    expect(got?.slice(0, expected?.inputWeights.length)).toEqual(expected?.inputWeights);
    for (const tensors of [inputs, first, second]) dispose(tensors);
  });

  test("many calls leave no tensor and no memory behind", async () => {
    await runKernel(ensemble, ATTRIBUTES);
    await runKernel(ensemble, ATTRIBUTES);
    const before = held();
    for (let call = 0; call < 20; call++) await runKernel(ensemble, ATTRIBUTES);
    expect(held()).toEqual(before);
  });

  test("calls that wait for nothing in between give what one that waits gives", async () => {
    const inputs = upload(ensemble);
    const calls = Array.from({ length: 5 }, () => descend(inputs, ATTRIBUTES));
    const results = await Promise.all(calls.map(numbers));
    for (const result of results) expect(result).toEqual(results[0]);
    for (const tensors of [inputs, ...calls]) dispose(tensors);
  });

  test("shapes that do not fit together are refused with a sentence", () => {
    const inputs = upload(ensemble);
    const targets = tensor([1, 2]);
    expect(() => descend({ ...inputs, targets }, ATTRIBUTES)).toThrow(RangeError);
    dispose({ ...inputs, targets2: targets });
  });
});

on("webgpu", () => {
  test("every buffer of a call that is not a tensor's is destroyed", async () => {
    const { device } = engine().backend as WebGPUBackend;
    await runKernel(ensemble, ATTRIBUTES);
    const inputs = upload(ensemble);
    dispose(descend(inputs, ATTRIBUTES));
    const buffers = countBuffers(device);
    dispose(descend(inputs, ATTRIBUTES));
    buffers.stop();
    expect(buffers.alive()).toBe(0);
    dispose(inputs);
  });

  test("the device finds nothing to object to", async () => {
    const { device } = engine().backend as WebGPUBackend;
    device.pushErrorScope("validation");
    await runKernel(ensemble, ATTRIBUTES);
    expect(await device.popErrorScope()).toBeNull();
  });
});
