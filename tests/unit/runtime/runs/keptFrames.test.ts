// What is kept of runs to go back to: bounded, evenly spread, and never without the first and the last.
import { expect, it } from "vitest";
import type { Measurement } from "../../../../src/experiments/experiment.ts";
import { KeptFrames } from "../../../../src/runtime/runs/keptFrames.ts";

const at = (step: number): Measurement => ({
  progress: 0,
  step,
  finished: false,
  quantities: {},
  series: {},
});

it("gives what a run had reported by a step, and nothing before its first report", () => {
  const kept = new KeptFrames(2);
  for (const step of [0, 10, 20]) kept.keep(0, at(step));
  kept.keep(1, at(15));
  expect(kept.steps).toEqual([0, 10, 15, 20]);
  expect(kept.at(0, 15)?.step).toBe(10);
  expect(kept.at(0, 20)?.step).toBe(20);
  expect(kept.at(1, 15)?.step).toBe(15);
  expect(kept.at(1, 10)).toBeNull();
});

it("keeps no more than so many, from the first to the last, with no hole much wider than the others", () => {
  const kept = new KeptFrames(1, 20);
  for (let step = 0; step <= 1000; step++) kept.keep(0, at(step));
  const { steps } = kept;
  expect(steps).toHaveLength(20);
  expect([steps[0], steps.at(-1)]).toEqual([0, 1000]);
  const gaps = steps.slice(1).map((step, k) => step - (steps[k] as number));
  // Of 20 reports evenly spread the gaps are 53. One that goes leaves a hole of two gaps, and gaps differ by a factor
  // of two while they are thinned out; the last are those since.
  expect(Math.max(...gaps)).toBeLessThan(4 * 53);
});
