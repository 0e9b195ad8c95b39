/** Checks a claim in the page: its runs spread over the workers, a report after each, the record at the end. */
import { keyOf, outcomeOf, type Results, type Task, tasksOf } from "../claims/check.ts";
import type { Claim } from "../claims/claim.ts";
import type { Outcome } from "../claims/judge.ts";
import type { BackendChoice, Device } from "../engine/backends.ts";
import type { Measurement } from "../experiments/experiment.ts";
import { coresForRuns, runOnWorker } from "./pool.ts";
import { type ClaimRecord, recordOfClaim } from "./record.ts";

/** Gradient steps between two looks at the abort signal; the result does not depend on it. */
const STRIDE = 500;

/** How far a check is. */
export interface CheckProgress {
  readonly outcome: Outcome;
  /** Runs finished, and in all. */
  readonly done: number;
  readonly total: number;
  /** Share of all the work, 0 to 1. */
  readonly share: number;
  readonly device: Device | null;
}

/**
 * Runs all of a claim's tasks and returns its record.
 * @throws the first error of a run, after the others have been stopped.
 */
export async function checkClaim(
  claim: Claim,
  choice: BackendChoice,
  software: string,
  signal: AbortSignal,
  report: (progress: CheckProgress) => void,
): Promise<ClaimRecord> {
  const start = performance.now();
  const tasks = tasksOf(claim);
  const results = new Map<string, Measurement>() satisfies Results;
  const shares = new Map<string, number>();
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const mishaps = new Set<string>();
  let device: Device | null = null;

  const tell = () =>
    report({
      outcome: outcomeOf(claim, results),
      done: results.size,
      total: tasks.length,
      share: [...shares.values()].reduce((sum, share) => sum + share, 0) / tasks.length,
      device,
    });
  const perform = async (task: Task) => {
    for await (const measured of runOnWorker({ ...task, stride: STRIDE }, choice, either)) {
      device = measured.device;
      for (const mishap of measured.mishaps) mishaps.add(mishap);
      shares.set(keyOf(task), measured.measurement.progress);
      if (measured.measurement.finished) results.set(keyOf(task), measured.measurement);
      tell();
    }
  };
  try {
    await inParallel(tasks, coresForRuns(), perform);
  } catch (error) {
    failure.abort();
    throw error;
  }
  const { backend, adapter } = device as unknown as Device;
  const origin = { software, backend, adapter, precision: "float32" } as const;
  return recordOfClaim(claim, outcomeOf(claim, results), origin, (performance.now() - start) / 1000, [
    ...mishaps,
  ]);
}

/** Works off a list in its order, so many items at a time; rejects with the first failure. */
async function inParallel<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const lane = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
