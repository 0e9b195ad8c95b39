// The risk is told over that of a network that computes nothing, with the loss that it trains on.
import { expect, it } from "vitest";
import { withPauses } from "../../../../src/engine/pauses.ts";
import { learningOf } from "../../../../src/experiments/laboratory/setting/learning.ts";
import { onePassFor } from "../../../../src/experiments/laboratory/setting/onePass.ts";
import { FIRST, type Setup } from "../../../../src/experiments/laboratory/setting/setup.ts";
import { type Underway, underwayFor } from "../../../../src/experiments/laboratory/setting/underway.ts";

const small: Setup = { ...FIRST, samples: 20, width: 8, stopAt: 0.25 };

/** Of a network whose output weights are 0. */
function relativeOfNothing(underway: Underway): number | undefined {
  const { start } = underway;
  const network = { ...start, outputWeights: new Float32Array(start.width) };
  const { risksAt, relative } = learningOf(underway);
  return relative(risksAt({ network, step: 0, time: 0, risk: Number.NaN }).risk);
}

it.each([
  { data: "points", loss: "squared" },
  { data: "classes", loss: "hinge" },
  { data: "gaussian", loss: "hinge" },
  { data: "gaussian", loss: "squared" },
] as const)(
  "is 1 for f = 0 on $data with the $loss loss, where training stops at its share",
  async (setup) => {
    const underway = await withPauses(underwayFor({ ...small, ...setup }, 1), new AbortController().signal);
    expect(relativeOfNothing(underway)).toBe(1);
    const { sample, riskOf, training } = underway;
    const nothing = riskOf(new Float64Array(sample.sampleSize), sample.targets);
    expect(nothing).toBeGreaterThan(0);
    expect(training.descent.targetRisk).toBe(0.25 * nothing);
  },
);

it("is 1 for f = 0 where each example is met once", () => {
  expect(relativeOfNothing(onePassFor({ ...small, data: "direction", rule: "onePass" }, 1))).toBe(1);
});
