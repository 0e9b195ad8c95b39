// One pass over examples and the flow that it follows: the same start, a distance that falls with the step, an order.
import { expect, test } from "vitest";
import { meta } from "../../../../src/experiments/time-scales/real-network/meta.ts";
import { run } from "../../../../src/experiments/time-scales/real-network/run.ts";
import { lastOf, reportsOf } from "../drive.ts";

const SMALL = { ...meta.defaults, inputs: 12, width: 30, epsilon: 0.05, rate: 1e-4, duration: 0.5 };

test("both start alike, and see as many examples as the duration has steps", async () => {
  const reports = await reportsOf(run(SMALL, 101), { stride: 1 });
  expect(reports[0]?.quantities).toMatchObject({ gap: 0, examples: 0, inOrder: 0 });
  expect(reports[0]?.series.readout).toEqual(reports[0]?.series.flowReadout);
  const { quantities, series } = reports.at(-1) as (typeof reports)[number];
  expect(quantities.examples).toBe(5000);
  expect(series.time?.at(-1)).toBe(0.5);
  expect(quantities.flowRisk).toBeLessThan(0.1 * (reports[0]?.quantities.flowRisk as number));
});

test("smaller steps follow the flow more closely", async () => {
  const gapAt = async (rate: number) => {
    const gaps = [101, 102, 103, 104].map(
      async (seed) => (await lastOf(run({ ...SMALL, rate }, seed))).quantities.gap as number,
    );
    return (await Promise.all(gaps)).reduce((sum, gap) => sum + gap, 0) / gaps.length;
  };
  const [coarse, fine] = [await gapAt(4e-4), await gapAt(4e-6)];
  // The noise of the steps goes like the root of their size, a tenth; twice that for four draws and what is not linear.
  expect(fine).toBeLessThan(0.2 * coarse);
});

test("the flow learns in order what can be learnt, and only that", async () => {
  const { quantities } = await lastOf(run({ ...SMALL, target3: 0, rate: 1e-3 }, 101));
  const { flowTime0 = 1, flowTime1 = 0, flowTime2 = 0 } = quantities;
  expect(flowTime0).toBeLessThan(flowTime1);
  expect(flowTime1).toBeLessThan(flowTime2);
  expect(quantities).not.toHaveProperty("flowTime3");
  // ε ln 2/σ₀²; at ε = 0.05 overlaps have moved by then.
  expect(quantities.limitTime0).toBeCloseTo(0.05 * Math.LN2, 2);
  expect(quantities).not.toHaveProperty("limitTime3");
});

test("a network whose steps are far too large is said to diverge", async () => {
  const far = { ...SMALL, rate: 1e-3, epsilon: 1e-3, width: 2, inputs: 2, activation3: 3, duration: 2 };
  await expect(lastOf(run(far, 101))).rejects.toThrow(/diverged at step/);
});
