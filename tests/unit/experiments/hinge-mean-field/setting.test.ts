// The setting of hinge-loss training: what a seed draws, what the engine is told, and what looks see, against slow arithmetic.
import { describe, expect, it } from "vitest";
import { descend } from "../../../../src/engine/reference.ts";
import {
  examplesOf,
  nodesOf,
  outputFactor,
  outputsAt,
  startOf,
  trainingOf,
  withFlips,
} from "../../../../src/experiments/hinge-mean-field/setting/network.ts";
import {
  growingOf,
  refusedStart,
  type Setting,
  SMALL,
} from "../../../../src/experiments/hinge-mean-field/setting/parameters.ts";
import {
  drawn,
  expectedUnsatisfied,
  lookerAt,
} from "../../../../src/experiments/hinge-mean-field/setting/watched.ts";
import { timeStepOf } from "../../../../src/experiments/hinge-mean-field/setting/workload.ts";
import { growthAt } from "../../../../src/theory/hinge-mean-field/growth.ts";
import { growthAtHalf } from "../../../../src/theory/hinge-mean-field/limits.ts";
import { moved } from "../../../../src/theory/hinge-mean-field/orbit.ts";

const TINY: Setting = { ...SMALL, width: 6, samples: 40, inputs: 3, scale: 2, rate: 0.7 };
const SEED = { seed: 101, purpose: "examples" };

describe("examples", () => {
  it.each(["gaussian", "sphere", "near-and-far"] as const)(
    "have mean square d, and labels by side: %s",
    (data) => {
      const examples = examplesOf({ data, inputs: 4 }, 4000, SEED);
      const squares = examples.inputs.reduce((sum, x) => sum + x * x, 0) / 4000;
      // Inputs are over √d; |x|²/d varies by at most √(2/d) · 2, so that five standard errors of its mean are 0.11.
      expect(squares).toBeCloseTo(1, data === "sphere" ? 6 : 0.9);
      for (let i = 0; i < 4000; i++) {
        expect(examples.projections[i]).toBeCloseTo(2 * (examples.inputs[4 * i] as number), 6);
        expect(examples.targets[i]).toBe((examples.inputs[4 * i] as number) < 0 ? -1 : 1);
      }
    },
  );

  it("do not depend on how many there are, and flips touch labels alone", () => {
    const [few, many] = [30, 60].map((count) => examplesOf({ data: "gaussian", inputs: 3 }, count, SEED));
    expect(many?.inputs.slice(0, 90)).toEqual(few?.inputs);
    const clean = examplesOf({ data: "gaussian", inputs: 3 }, 5000, SEED);
    const noisy = withFlips(clean, 0.1, 101);
    const flips = noisy.targets.reduce((count, y, i) => count + (y === clean.targets[i] ? 0 : 1), 0);
    // Five standard deviations of a binomial number.
    expect(Math.abs(flips - 500)).toBeLessThan(5 * Math.sqrt(450));
    expect(noisy.inputs).toBe(clean.inputs);
  });
});

it("makes the step that the equations of a node say", () => {
  const { start, sample } = drawn(TINY, 101);
  const training = trainingOf(TINY, { start, sample, steps: 1 });
  const { network } = descend(start, sample, training.descent, {
    steps: 1,
    adaptive: false,
    rule: training.rule,
  });
  const { width: M, samples: N, inputs: d, scale, rate } = TINY;
  const dt = timeStepOf(TINY);
  const w = (k: number, j: number) => start.inputWeights[j * M + k] as number;
  const z = (k: number, i: number) =>
    Array.from({ length: d }, (_, j) => w(k, j) * (sample.inputs[i * d + j] as number)).reduce(
      (a, b) => a + b,
    );
  const a = (k: number) => start.outputWeights[k] as number;
  const unsatisfied = Array.from({ length: N }, (_, i) => i).filter((i) => {
    let f = 0;
    for (let k = 0; k < M; k++) f += (a(k) * Math.max(0, z(k, i))) / M;
    return scale * (sample.targets[i] as number) * f < 1;
  });
  expect(unsatisfied.length).toBeGreaterThan(0);
  for (let k = 0; k < M; k++) {
    const open = unsatisfied.filter((i) => z(k, i) > 0);
    const pull = open.reduce((sum, i) => sum + (sample.targets[i] as number) * z(k, i), 0) / N;
    const along =
      open.reduce((sum, i) => sum + (sample.targets[i] as number) * (sample.inputs[i * d] as number), 0) / N;
    // β with inputs over √d already; float32 weights.
    expect(network.outputWeights[k]).toBeCloseTo(a(k) + dt * rate * pull, 6);
    expect(network.inputWeights[k]).toBeCloseTo(w(k, 0) + dt * rate * a(k) * along, 6);
  }
});

describe("looks", () => {
  it("count what is unsatisfied and what is wrong", () => {
    const setting = { ...TINY, flipped: 0.2 };
    const all = drawn(setting, 102);
    const look = lookerAt(setting, all)({ network: all.start, time: 0 });
    const f = outputsAt(all.start, all.sample, 40, outputFactor(setting));
    const margins = Array.from(f, (output, i) => output * (all.sample.targets[i] as number));
    expect(look.unsatisfied).toBe(margins.filter((margin) => margin < 1).length / 40);
    expect(look.train).toBe(margins.filter((margin) => margin <= 0).length / 40);
    expect([look.growth, look.miss, look.movement]).toEqual([0, 0, 0]);
    expect(expectedUnsatisfied(setting, all, Infinity)).toBe(1);
    const flipped = all.sample.targets.filter((y, i) => y * (all.sample.projections[i] as number) < 0).length;
    expect(expectedUnsatisfied(setting, all, 0)).toBe(flipped / 40);
  });

  it("see a network that moved as the theory says", () => {
    const all = drawn(TINY, 103);
    const there = moved(nodesOf(all.start), 0.8);
    const inputWeights = all.start.inputWeights.slice();
    inputWeights.set(there.along);
    const network = { ...all.start, inputWeights, outputWeights: Float32Array.from(there.readouts) };
    const look = lookerAt(TINY, all)({ network, time: 1 });
    expect(look.growth).toBeCloseTo(0.8, 6);
    expect(look.miss).toBeLessThan(1e-6);
  });
});

it("starts at nothing in pairs, and refuses an odd one out", () => {
  const setting = { ...TINY, start: "antisymmetric" } as const;
  const { sample } = drawn(setting, 104);
  for (const output of outputsAt(startOf(setting, 104), sample, 40, 1))
    expect(Math.abs(output)).toBeLessThan(1e-6);
  expect(refusedStart(setting)).toBeUndefined();
  expect(refusedStart({ ...setting, width: 7 })).toMatch(/7 is odd/);
});

it.each([0.1, 1, 30, 300])("takes steps that resolve the growth at half, α = %d", (scale) => {
  const setting = { ...SMALL, scale };
  const growing = growingOf(setting);
  // At the early rate fifty steps make it; growth only slows down, and by then it has made more than half of the way.
  const growth = growthAt([50 * timeStepOf(setting)], growing)[0] as number;
  expect(growth).toBeLessThanOrEqual(growthAtHalf(growing));
  expect(growth).toBeGreaterThan(growthAtHalf(growing) / 2);
});
