// Bad input on every backend: a named error with a sentence, nothing left behind, and a backend that is fit for the next
// run. What cannot be had for real on a test machine, memory that ends, is made to seem so at the edge of the platform.
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { engine, memory } from "@tensorflow/tfjs-core";
import { describe, expect, test } from "vitest";
import { checkCall } from "../../src/engine/descend.ts";
import { causeOf, faultOfDevice } from "../../src/engine/device.ts";
import { CapacityError, namedShortage, OutOfMemoryError } from "../../src/engine/memory.ts";
import { type Network, normalInitialisation, type Sample, sampleOf } from "../../src/engine/network.ts";
import { type Descent, PLAIN_RULE } from "../../src/engine/reference.ts";
import { DivergedError, type TrainingOptions, train } from "../../src/engine/train.ts";
import { on, onEveryBackend } from "./backends.ts";
import { ensembleOf, ruleOf, sampleFor, withDescents } from "./ensembles.ts";
import { runKernel } from "./runs.ts";

const SAMPLE = sampleOf(
  [
    [-0.5, 1],
    [0.1, 1],
    [0.5, 1],
  ],
  [0.25, 0.01, 0.25],
);
const WIDTH = 30;
const START = normalInitialisation(WIDTH, 2, 1);
const DESCENT: Descent = {
  outputFactor: 1 / WIDTH,
  outputRate: 1,
  inputRate: 1,
  timeStep: 1e30,
  targetRisk: 1e-4,
};
const OPTIONS: TrainingOptions = {
  descent: DESCENT,
  rule: PLAIN_RULE,
  adaptive: true,
  stride: 100,
  maximumSteps: 100_000,
  signal: new AbortController().signal,
};

interface Training {
  readonly network: Network;
  readonly sample: Sample;
  readonly options: TrainingOptions;
}
const GOOD: Training = { network: START, sample: SAMPLE, options: OPTIONS };

async function trained({ network, sample, options }: Training): Promise<Float32Array> {
  let weights = new Float32Array(0);
  for await (const progress of train(network, sample, options)) {
    weights = ((await progress.network()).inputWeights as Float32Array).slice() as typeof weights;
  }
  return weights;
}

const changed = (array: Float32Array, at: number, value: number) =>
  array.map((old, k) => (k === at ? value : old));
const withNetwork = (change: Partial<Network>): Training => ({ ...GOOD, network: { ...START, ...change } });
const withSample = (change: Partial<Sample>): Training => ({ ...GOOD, sample: { ...SAMPLE, ...change } });
const withOptions = (change: Partial<TrainingOptions>): Training => ({
  ...GOOD,
  options: { ...OPTIONS, ...change },
});
const withDescent = (change: Partial<Descent>): Training =>
  withOptions({ descent: { ...DESCENT, ...change } });
const STATE = { step: 3, time: 1, inputWeights: START.inputWeights, outputWeights: START.outputWeights };

/** What a state that cannot be gone on from is refused with: callers know it by its name, drop it and begin anew. */
const CHECKPOINT = /belongs to another network/;

const NO_COUNTS = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e12];

/** What is wrong, the training with it, and what the sentence says. */
const BAD: readonly (readonly [string, Training, RegExp])[] = [
  ...NO_COUNTS.map(
    (width) =>
      [`width ${width}`, withNetwork({ width }), /width must be|numbers for the input weights/] as const,
  ),
  ...NO_COUNTS.map(
    (d) =>
      [
        `input dimension ${d}`,
        withNetwork({ inputDimension: d }),
        /dimension must be|numbers for the input weights/,
      ] as const,
  ),
  ...NO_COUNTS.map(
    (n) =>
      [`sample size ${n}`, withSample({ sampleSize: n }), /size must be|numbers for the inputs/] as const,
  ),
  ...NO_COUNTS.map(
    (stride) => [`${stride} steps a call`, withOptions({ stride }), /number of steps must be/] as const,
  ),
  ["no steps at all", withOptions({ maximumSteps: 0 }), /must be a positive whole number, not 0/],
  [
    "a weight that is NaN",
    withNetwork({ inputWeights: changed(START.inputWeights, 4, Number.NaN) }),
    /input weights must be finite numbers; number 5 of 60 is NaN/,
  ],
  [
    "a weight that is infinite",
    withNetwork({ outputWeights: changed(START.outputWeights, 0, Infinity) }),
    /output weights must be finite/,
  ],
  [
    "an input that is NaN",
    withSample({ inputs: changed(SAMPLE.inputs, 1, Number.NaN) }),
    /inputs of the sample must be finite numbers; number 2 of 6 is NaN/,
  ],
  [
    "a target that is infinite",
    withSample({ targets: changed(SAMPLE.targets, 2, -Infinity) }),
    /targets of the sample must be finite/,
  ],
  [
    "a sample of another dimension",
    withSample({ inputDimension: 1, inputs: SAMPLE.inputs.slice(0, 3) }),
    /2 inputs cannot learn from a sample with 1/,
  ],
  [
    "a rate that is NaN",
    withDescent({ outputRate: Number.NaN }),
    /rate of the output weights must be a finite number.*NaN is not/,
  ],
  ["a negative rate", withDescent({ inputRate: -1 }), /rate of the input weights must be.*-1 is not/],
  ["an infinite rate", withDescent({ inputRate: Infinity }), /rate of the input weights/],
  ["a rate beyond float32", withDescent({ inputRate: 1e300 }), /1e\+300 is not/],
  ["a time step of zero", withDescent({ timeStep: 0 }), /time step must be a finite number above 0/],
  ["a negative time step", withDescent({ timeStep: -1 }), /time step/],
  ["a time step below float32", withDescent({ timeStep: 1e-60 }), /time step/],
  ["an output factor that is NaN", withDescent({ outputFactor: Number.NaN }), /output factor/],
  ["a target risk that is NaN", withDescent({ targetRisk: Number.NaN }), /target risk/],
  [
    "a state of another network",
    withOptions({ from: { ...STATE, inputWeights: new Float32Array(3) } }),
    CHECKPOINT,
  ],
  [
    "a state with NaN",
    withOptions({ from: { ...STATE, outputWeights: changed(START.outputWeights, 9, Number.NaN) } }),
    CHECKPOINT,
  ],
  ["a state at no step", withOptions({ from: { ...STATE, step: -1 } }), CHECKPOINT],
  ["a state at no time", withOptions({ from: { ...STATE, time: Number.NaN } }), CHECKPOINT],
];

/** Runs something that must fail and returns its error, having seen that no tensor is left. */
async function failureOf(run: () => unknown): Promise<Error> {
  const before = memory().numTensors;
  const failure = await Promise.resolve()
    .then(run)
    .then(
      () => null,
      (error: unknown) => error,
    );
  expect(failure).toBeInstanceOf(Error);
  expect(memory().numTensors).toBe(before);
  return failure as Error;
}

describe("what is made before a backend is asked", () => {
  test.each([...NO_COUNTS.slice(0, 5)])("a network of %d neurons or inputs", (count) => {
    expect(() => normalInitialisation(count, 2, 1)).toThrow(
      /^The width must be a positive whole number, not /,
    );
    expect(() => normalInitialisation(2, count, 1)).toThrow(/^The input dimension must be/);
  });

  test("a network beyond any memory is refused with the largest width that is not", () => {
    const refusal = { name: "CapacityError", largestWidth: Math.floor(2 ** 28 / 3) };
    expect(() => normalInitialisation(1e12, 2, 1)).toThrow(expect.objectContaining(refusal));
    expect(() => normalInitialisation(1e12, 2, 1)).toThrow(
      "A network: all weights together would take 11,176 GiB, and the limit here is 1024.0 MiB. With 1 network and 2 inputs the largest width is 89478485.",
    );
    expect(() => normalInitialisation(1, 1e12, 1)).toThrow("no width fits");
  });

  test.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])("a seed of %d", (seed) => {
    expect(() => normalInitialisation(2, 2, seed)).toThrow(
      /^A seed is a whole number from 0 to 2\^53 − 1, not /,
    );
  });

  test.each([
    ["NaN in an input", [[1, Number.NaN]], [1]],
    ["infinity in a target", [[1, 2]], [Infinity]],
    ["nothing", [], []],
    ["rows of different lengths", [[1], [1, 2]], [1, 2]],
    ["fewer targets than inputs", [[1], [2]], [1]],
  ])("a sample with %s", (_, rows, targets) => {
    expect(() => sampleOf(rows, targets)).toThrow(expect.objectContaining({ name: "InputError" }));
  });

  test("allocations that an engine refuses are told from other range errors", () => {
    for (const allocate of [
      () => new Float64Array(2 ** 52),
      () => new ArrayBuffer(2 ** 52),
      () => new Array(-1),
    ]) {
      let refusal: unknown;
      try {
        allocate();
      } catch (error) {
        refusal = error;
      }
      expect(namedShortage(refusal, "A test")).toBeInstanceOf(OutOfMemoryError);
    }
    const other = new RangeError("toFixed() digits argument must be between 0 and 100");
    expect(namedShortage(other, "A test")).toBe(other);
  });
});

onEveryBackend((backend) => {
  test.each(BAD)("%s is refused in a sentence", async (_, bad, sentence) => {
    const error = await failureOf(() => trained(bad));
    expect(error.name).toBe(sentence === CHECKPOINT ? "CheckpointError" : "InputError");
    expect(error.message).toMatch(sentence);
  });

  test("after all of it a run gives what it gave before", async () => {
    const before = await trained(GOOD);
    for (const [, bad] of BAD) await failureOf(() => trained(bad));
    const after = await trained(GOOD);
    if (backend !== "webgpu") expect(after).toEqual(before);
    // WebGPU promises no bits.
    const gap = Math.max(...after.map((weight, k) => Math.abs(weight - (before[k] as number))));
    expect(gap).toBeLessThan(1e-5);
  });

  test.each(["relu", "tanh", "x2Tanh"] as const)(
    "a call that no memory holds is refused with the largest width that fits, with %s",
    async (activation) => {
      const rule = ruleOf(activation, "squared", "adam");
      const attributes = { steps: 10, adaptive: false, rule };
      const sizes = { networks: 3, samples: 1, sampleSize: 200, inputDimension: 20 };
      const error = await failureOf(() => checkCall({ ...sizes, width: 1e12 }, attributes));
      expect(error).toBeInstanceOf(CapacityError);
      expect(error.message).toMatch(
        /^(WebGPU|WebAssembly|plain JavaScript): .* would take .* the limit here is .*iB\. With 3 networks, 200 samples and 20 inputs the largest width is \d+\.$/,
      );
      const { largestWidth } = error as CapacityError;
      expect(largestWidth).toBeGreaterThan(10_000);
      expect(() => checkCall({ ...sizes, width: largestWidth ?? 0 }, attributes)).not.toThrow();
      expect(() => checkCall({ ...sizes, width: (largestWidth ?? 0) + 1 }, attributes)).toThrow(
        CapacityError,
      );
    },
  );

  test("a network that no memory holds is refused before it is uploaded", async () => {
    // Its arrays are views of a few numbers: nothing of that size may be touched.
    const huge = {
      width: 1e9,
      inputDimension: 2,
      inputWeights: { length: 2e9, findIndex: () => -1 },
      outputWeights: { length: 1e9, findIndex: () => -1 },
    };
    const error = await failureOf(() => trained({ ...GOOD, network: huge as unknown as Network }));
    expect(error).toBeInstanceOf(CapacityError);
  });

  test.each(["relu", "tanh"] as const)(
    "names and constants of a rule that there are not, with %s",
    async (activation) => {
      const ensemble = ensembleOf({ sampleSize: 3, inputDimension: 2, width: 7 }, 1, false, {
        rule: ruleOf(activation, "squared", "gradient"),
      });
      for (const change of [
        { activation: "cosine" },
        { loss: "absolute" },
        { optimiser: "newton" },
        { beta1: 1 },
        { beta2: Number.NaN },
        { epsilon: 0 },
        { margin: Number.NaN },
      ]) {
        const rule = { ...ensemble.rule, ...change } as typeof ensemble.rule;
        const sizes = { networks: 1, samples: 1, sampleSize: 3, inputDimension: 2, width: 7 };
        const error = await failureOf(() => checkCall(sizes, { steps: 1, adaptive: false, rule }));
        expect(error.name).toBe("InputError");
      }
    },
  );

  test("a run whose risk rises to infinity ends at the step at which it did, and says what to change", async () => {
    const before = await trained(GOOD);
    for (const wild of [
      withOptions({ adaptive: false, descent: { ...DESCENT, timeStep: 1e9 } }),
      withOptions({ adaptive: false, descent: { ...DESCENT, timeStep: 1, outputRate: 1e9, inputRate: 1e9 } }),
      withOptions({ from: { ...STATE, outputWeights: START.outputWeights.map((a) => 1e37 * a) } }),
    ]) {
      const error = await failureOf(() => trained(wild));
      expect(error).toBeInstanceOf(DivergedError);
      expect((error as DivergedError).step).toBeLessThan(20);
      expect(error.message).toMatch(
        /^Training diverged at step \d+: .*\. Take a smaller time step, learning rate or output scale\.$/,
      );
    }
    expect(await trained(GOOD)).toEqual(before);
  });

  const WAYS = (["squared", "hinge"] as const).flatMap((loss) =>
    (["gradient", "adam"] as const).map((optimiser) => [loss, optimiser] as const),
  );
  test.each(WAYS)(
    "on the %s loss by %s a network that diverges stops and leaves the rest of its trace above all risks",
    async (loss, optimiser) => {
      const rule = ruleOf("relu", loss, optimiser);
      const shape = { sampleSize: 3, inputDimension: 2, width: 33 };
      const ensemble = withDescents(ensembleOf(shape, 1, false, { rule }), { timeStep: 1e18 });
      const [outcome] = await runKernel(ensemble, { steps: 20, adaptive: false });
      expect(outcome?.steps).toBeGreaterThan(0);
      expect(outcome?.steps).toBeLessThan(20);
      for (const risk of outcome?.risks.slice(outcome.steps) ?? []) expect(risk < 1e30, backend).toBe(false);
    },
  );

  test.each(["squared", "hinge"] as const)(
    "numbers that are NaN on the device stop a network before its first step, on the %s loss",
    async (loss) => {
      const rule = ruleOf("relu", loss, "gradient");
      const shape = { sampleSize: 3, inputDimension: 2, width: 33 };
      const ensemble = ensembleOf(shape, 1, false, { rule });
      const sample = sampleFor(shape, rule);
      const targets = changed(sample.targets, 1, Number.NaN);
      const [outcome] = await runKernel(
        { ...ensemble, samples: [{ ...sample, targets }] },
        { steps: 5, adaptive: false },
      );
      expect(outcome?.steps).toBe(0);
    },
  );
});

on("wasm", () => {
  test("memory that cannot grow is told by name, leaves nothing behind, and a smaller network trains", async () => {
    const before = await trained(GOOD);
    const { grow } = WebAssembly.Memory.prototype;
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
    };
    try {
      const network = normalInitialisation(400_000, 2, 1);
      const error = await failureOf(() => trained({ ...GOOD, network }));
      expect(error).toBeInstanceOf(OutOfMemoryError);
      expect(error.message).toMatch(/^WebAssembly ran out of memory\. Take a smaller width or sample/);
      expect(await trained(GOOD)).toEqual(before);
    } finally {
      WebAssembly.Memory.prototype.grow = grow;
    }
  });
});

on("webgpu", () => {
  const say = (error: GPUError) => {
    const { device } = engine().backend as WebGPUBackend;
    device.dispatchEvent(new GPUUncapturedErrorEvent("uncapturederror", { error }));
  };

  test("a device that ran out of memory says so in the run that felt it, and is there for the next", async () => {
    const before = await trained(GOOD);
    const error = await failureOf(async () => {
      say(new GPUOutOfMemoryError("made for the test"));
      say(new GPUValidationError("what follows from it"));
      await trained(GOOD);
    });
    expect(error).toBeInstanceOf(OutOfMemoryError);
    expect(error.message).toMatch(/^The graphics device ran out of memory\. Take a smaller width/);
    expect(faultOfDevice()).toBeNull();
    expect(await trained(GOOD)).toEqual(before);
  });

  test("an operation that fails for want of memory fails by its name", async () => {
    say(new GPUOutOfMemoryError("made for the test"));
    expect(await causeOf(new Error("The buffer is invalid."))).toBeInstanceOf(OutOfMemoryError);
  });
});
