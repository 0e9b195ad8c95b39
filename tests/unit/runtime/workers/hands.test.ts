// One training over real threads: a hand gives the pieces that the run would compute itself, and with three threads the bits
// are those of one.
import { expect, it } from "vitest";
import { threadWorker } from "../../../../src/cli/runs/threadWorker.ts";
import { normalInitialisation } from "../../../../src/engine/network.ts";
import type { Measurement } from "../../../../src/experiments/experiment.ts";
import { meta } from "../../../../src/experiments/hinge-mean-field/orbit/meta.ts";
import { run } from "../../../../src/experiments/hinge-mean-field/orbit/run.ts";
import { isDivided } from "../../../../src/experiments/hinge-mean-field/setting/workload.ts";
import { createPool } from "../../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../../src/runtime/workers/workerBridge.ts";

/** As few nodes as are divided still, and two steps. */
const PARAMETERS = { ...meta.defaults, width: 100, samples: 100_000, inputs: 100, duration: 0.8 };
const REQUEST = { experiment: "hinge-mean-field/orbit", parameters: PARAMETERS, seed: 101, stride: 1 };

it("a hand gives any piece of a run", async () => {
  const hand = bridgeTo(threadWorker());
  const course = run(PARAMETERS, 101);
  const here = "gradientOf" in course ? course.gradientOf?.() : undefined;
  const network = normalInitialisation(100, 100, 5);
  try {
    for (const piece of [31, 0]) {
      const got = await hand.gradientOf(REQUEST, piece, network);
      expect(got).toEqual(here?.(piece, network));
      expect(got.sums.some((sum) => sum !== 0)).toBe(true);
    }
  } finally {
    hand.end();
  }
});

async function reportsWith(cores: number): Promise<Measurement[]> {
  const pool = createPool(() => bridgeTo(threadWorker()), cores);
  try {
    const device = await pool.deviceFor("wasm");
    const reports: Measurement[] = [];
    for await (const { measurement } of pool.run(REQUEST, device, new AbortController().signal)) {
      const { checkpoint: _, ...report } = measurement;
      reports.push(report);
    }
    return reports;
  } finally {
    pool.end();
  }
}

it("gives the same bits with one thread as with three", async () => {
  expect(isDivided(PARAMETERS)).toBe(true);
  const alone = await reportsWith(1);
  expect(alone.length).toBeGreaterThanOrEqual(3);
  expect(await reportsWith(3)).toEqual(alone);
});
