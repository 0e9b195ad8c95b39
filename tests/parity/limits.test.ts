// What a WebGPU device cannot hold is refused beforehand, in a sentence that says what would fit.
import { describe, expect, test } from "vitest";
import { bytesOf, checkLimits, type Plan, planOf } from "../../src/engine/kernels/webgpu/plan.ts";
import { CapacityError } from "../../src/engine/memory.ts";
import { PLAIN_RULE } from "../../src/engine/reference.ts";
import { LARGE } from "./ensembles.ts";

/** What every WebGPU device has at least. */
const LIMITS = {
  maxStorageBufferBindingSize: 128 * 2 ** 20,
  maxBufferSize: 256 * 2 ** 20,
  maxComputeWorkgroupsPerDimension: 65535,
};

const CAPACITY = { subgroupSize: 32, affordableWork: 2e7 };
const ATTRIBUTES = { steps: 100, adaptive: true, rule: PLAIN_RULE, firstStep: 0 };

function plan(sampleSize: number, inputDimension: number, width: number, networks = 1, steps = 100) {
  return planOf(
    { sampleSize, inputDimension, width, networks, samples: 1 },
    { ...ATTRIBUTES, steps },
    CAPACITY,
  );
}

/** What the refusal of a plan offers instead of its width. */
function largestFor(large: Plan): number {
  try {
    checkLimits(large, LIMITS);
  } catch (error) {
    if (error instanceof CapacityError) return error.largestWidth ?? 0;
  }
  throw new Error("The plan was not refused.");
}

describe("limits of a device", () => {
  test("a hundred thousand neurons and two hundred samples fit on every device", () => {
    expect(() => checkLimits(plan(200, 20, 100_000), LIMITS)).not.toThrow();
  });

  test("a width that does not fit is refused with the largest that does", () => {
    const large = plan(200, 20, 400_000);
    expect(() => checkLimits(large, LIMITS)).toThrow(RangeError);
    expect(() => checkLimits(large, LIMITS)).toThrow(
      "WebGPU: the array “activations” would take 311.3 MiB, and the limit here is 128.0 MiB. " +
        "With 1 network, 200 samples and 20 inputs the largest width is 164482.",
    );
  });

  test("the largest width fits and the next one does not", () => {
    const most = LIMITS.maxStorageBufferBindingSize;
    const width = largestFor(plan(200, 20, 400_000));
    expect(Math.max(...Object.values(bytesOf(plan(200, 20, width))))).toBeLessThanOrEqual(most);
    expect(Math.max(...Object.values(bytesOf(plan(200, 20, width + 1))))).toBeGreaterThan(most);
  });

  test("steps that fit at no width are refused without advice on the width", () => {
    expect(() => checkLimits(plan(4, 2, 10, 1000, 100_000), LIMITS)).toThrow("no width fits");
  });

  test("samples, slopes and moments are counted where there are any", () => {
    const sizes = { sampleSize: 200, inputDimension: 20, width: 1000, networks: 10, samples: 1 };
    const plain = bytesOf(planOf(sizes, ATTRIBUTES, CAPACITY));
    const rule = { ...PLAIN_RULE, activation: "tanh", optimiser: "adam" } as const;
    const all = bytesOf(planOf({ ...sizes, samples: 10 }, { ...ATTRIBUTES, rule }, CAPACITY));
    // A row of former weights, and 50 blocks of values; with tanh as many of slopes.
    expect(plain.activations).toBe(16 * 10 * 1000 * 51);
    expect(all.activations).toBe(16 * 10 * 1000 * 101);
    expect(plain.moments).toBe(0);
    expect(all.moments).toBe(2 * (all.inputWeights + all.outputWeights));
    for (const name of ["inputs", "targets", "sample"] as const) expect(all[name]).toBe(10 * plain[name]);
  });

  test("moments that do not fit are refused, though everything else would", () => {
    const rule = { ...PLAIN_RULE, optimiser: "adam" } as const;
    const sizes = { sampleSize: 4, inputDimension: 800, width: 25_000, networks: 1, samples: 1 };
    expect(() => checkLimits(planOf(sizes, ATTRIBUTES, CAPACITY), LIMITS)).not.toThrow();
    expect(() => checkLimits(planOf(sizes, { ...ATTRIBUTES, rule }, CAPACITY), LIMITS)).toThrow(
      "the array “moments”",
    );
  });

  test("more networks than a device counts workgroups are refused", () => {
    expect(() => checkLimits(plan(1, 1, 1, 70_000, 1), LIMITS)).toThrow("70000 networks");
  });
});

describe("submissions", () => {
  test("small steps share a submission as far as the device can afford it, large ones have one each", () => {
    // (2d + 2) n m = 24,000 multiply-adds a step.
    expect(plan(4, 2, 1000, 1, 2000).stepsOfASubmission).toBe(Math.floor(2e7 / 24_000));
    expect(plan(4, 2, 1000, 1, 100).stepsOfASubmission).toBe(100);
    expect(plan(1000, 784, 100_000).stepsOfASubmission).toBe(1);
  });
});

describe("workgroups", () => {
  test("a small network has one to itself, and so has each of an ensemble; a large one is shared", () => {
    expect(plan(4, 2, 10_000).alone).toBe(true);
    expect(plan(1000, 100, 400).alone).toBe(false);
    for (const count of [1, 3])
      expect(plan(LARGE.sampleSize, LARGE.inputDimension, LARGE.width, count).alone).toBe(false);
    expect(plan(1000, 100, 400, 100).alone).toBe(true);
  });

  test("they have as many lanes as the device runs side by side, eight times over, up to 256", () => {
    const sizes = { sampleSize: 4, inputDimension: 2, width: 1000, networks: 1, samples: 1 };
    const lanes = (subgroupSize: number) =>
      planOf(sizes, ATTRIBUTES, { ...CAPACITY, subgroupSize }).groupSize;
    expect([4, 32, 64].map(lanes)).toEqual([32, 256, 256]);
  });

  test("slices, groups and tiles cover all neurons, samples and inputs", () => {
    for (const [n, d, m] of [
      [1, 1, 1],
      [7, 3, 75],
      [200, 20, 100],
      [1000, 100, 400],
      [5, 9, 33],
    ] as const) {
      const { slices, neuronGroups, neuronTile, inputTiles, inputTile, sampleTiles, blockTile } = plan(
        n,
        d,
        m,
      );
      expect(slices).toBeLessThanOrEqual(m);
      expect(neuronGroups * neuronTile).toBeGreaterThanOrEqual(m);
      expect(inputTiles * inputTile).toBeGreaterThanOrEqual(d);
      expect(4 * sampleTiles * blockTile).toBeGreaterThanOrEqual(n);
    }
  });
});
