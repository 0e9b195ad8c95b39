// What a WebGPU device cannot hold is refused beforehand, in a sentence that says what would fit.
import { describe, expect, test } from "vitest";
import {
  bytesOf,
  checkLimits,
  largestWidth,
  planOf,
  STEPS_OF_A_SUBMISSION,
} from "../../src/engine/kernels/webgpu/plan.ts";
import { PLAIN_RULE } from "../../src/engine/reference.ts";

/** What every WebGPU device has at least. */
const LIMITS = {
  maxStorageBufferBindingSize: 128 * 2 ** 20,
  maxBufferSize: 256 * 2 ** 20,
  maxComputeWorkgroupsPerDimension: 65535,
};

const ATTRIBUTES = { steps: 100, adaptive: true, rule: PLAIN_RULE, firstStep: 0 };

function plan(sampleSize: number, inputDimension: number, width: number, networks = 1, steps = 100) {
  return planOf({ sampleSize, inputDimension, width, networks, samples: 1 }, { ...ATTRIBUTES, steps });
}

describe("limits of a device", () => {
  test("a hundred thousand neurons and two hundred samples fit on every device", () => {
    expect(() => checkLimits(plan(200, 20, 100_000), LIMITS)).not.toThrow();
  });

  test("a width that does not fit is refused with the largest that does", () => {
    const large = plan(200, 20, 400_000);
    expect(() => checkLimits(large, LIMITS)).toThrow(RangeError);
    expect(() => checkLimits(large, LIMITS)).toThrow(
      "WebGPU: the array “activations” would take 317.4 MiB, and this device allows 128.0 MiB. " +
        "With 1 network, 200 samples and 20 inputs the largest width is 161319.",
    );
  });

  test("the largest width fits and the next one does not", () => {
    const most = LIMITS.maxStorageBufferBindingSize;
    const width = largestWidth(plan(200, 20, 400_000), most);
    expect(Math.max(...Object.values(bytesOf(plan(200, 20, width))))).toBeLessThanOrEqual(most);
    expect(Math.max(...Object.values(bytesOf(plan(200, 20, width + 1))))).toBeGreaterThan(most);
  });

  test("steps that fit at no width are refused without advice on the width", () => {
    expect(() => checkLimits(plan(4, 2, 10, 1000, 100_000), LIMITS)).toThrow("no width fits");
  });

  test("samples, slopes and moments are counted where there are any", () => {
    const sizes = { sampleSize: 200, inputDimension: 20, width: 1000, networks: 10, samples: 1 };
    const plain = bytesOf(planOf(sizes, ATTRIBUTES));
    const rule = { ...PLAIN_RULE, activation: "tanh", optimiser: "adam" } as const;
    const all = bytesOf(planOf({ ...sizes, samples: 10 }, { ...ATTRIBUTES, rule }));
    expect([plain.slopes, plain.moments]).toEqual([0, 0]);
    expect(all.slopes).toBe(all.activations);
    expect(all.moments).toBe(2 * (all.inputWeights + all.outputWeights));
    for (const name of ["inputs", "targets", "sample"] as const) expect(all[name]).toBe(10 * plain[name]);
  });

  test("moments that do not fit are refused, though everything else would", () => {
    const rule = { ...PLAIN_RULE, optimiser: "adam" } as const;
    const sizes = { sampleSize: 4, inputDimension: 800, width: 25_000, networks: 1, samples: 1 };
    expect(() => checkLimits(planOf(sizes, ATTRIBUTES), LIMITS)).not.toThrow();
    expect(() => checkLimits(planOf(sizes, { ...ATTRIBUTES, rule }), LIMITS)).toThrow("the array “moments”");
  });

  test("more networks than a device counts workgroups are refused", () => {
    expect(() => checkLimits(plan(1, 1, 1, 70_000, 1), LIMITS)).toThrow("70000 workgroups");
  });
});

describe("submissions", () => {
  test("small steps share a submission, large ones have one each", () => {
    expect(plan(4, 2, 1000).stepsOfASubmission).toBe(STEPS_OF_A_SUBMISSION);
    expect(plan(1000, 784, 100_000).stepsOfASubmission).toBe(1);
  });
});
