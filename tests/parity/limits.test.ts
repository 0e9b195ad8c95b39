// What a WebGPU device cannot hold is refused beforehand, in a sentence that says what would fit.
import { describe, expect, test } from "vitest";
import {
  bytesOf,
  checkLimits,
  largestWidth,
  planOf,
  STEPS_OF_A_SUBMISSION,
} from "../../src/engine/kernels/webgpu/plan.ts";

/** What every WebGPU device has at least. */
const LIMITS = {
  maxStorageBufferBindingSize: 128 * 2 ** 20,
  maxBufferSize: 256 * 2 ** 20,
  maxComputeWorkgroupsPerDimension: 65535,
};

function plan(sampleSize: number, inputDimension: number, width: number, networks = 1, steps = 100) {
  return planOf({ sampleSize, inputDimension, width, networks, samples: 1 }, { steps, adaptive: true });
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
