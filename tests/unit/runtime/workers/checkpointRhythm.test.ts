// When checkpoints are made, by a clock that the test turns.
import { expect, it } from "vitest";
import { checkpointRhythm } from "../../../../src/runtime/workers/checkpointRhythm.ts";

/** Times at which a run of given length makes checkpoints of given cost, all in milliseconds. */
function checkpointsOf(duration: number, cost: number): number[] {
  let time = 0;
  const { isDue, onReport } = checkpointRhythm(() => time);
  const times: number[] = [];
  while (time < duration) {
    time += 10;
    if (isDue()) {
      times.push(time);
      time += cost;
    }
    onReport();
  }
  return times;
}

it("asks for a cheap checkpoint every half second", () => {
  expect(checkpointsOf(2600, 0)).toEqual([500, 1000, 1500, 2000, 2500]);
});

it("spends no more than a hundredth of the time on dear ones", () => {
  const times = checkpointsOf(100_000, 80);
  expect(times[0]).toBe(500);
  expect((80 * times.length) / 100_000).toBeLessThan(0.012);
  expect(times.length).toBeGreaterThan(10);
});
