/** Checks a claim: its runs spread over the workers, a report after each, the record at the end. */
import { keyOf, outcomeOf, type Results, type Task, tasksOf } from "../claims/check.ts";
import type { Claim } from "../claims/claim.ts";
import type { Outcome } from "../claims/judge.ts";
import type { BackendChoice, Device } from "../engine/backends.ts";
import { experimentNamed } from "../experiments/catalogue.ts";
import type { Measurement } from "../experiments/experiment.ts";
import type { Shelf } from "./keep/shelf.ts";
import { type ClaimRecord, originOf, recordOfClaim } from "./record.ts";
import { deviceChosen, runAll } from "./runAll.ts";

/** Gradient steps between two looks at the abort signal; the result does not depend on it. */
export const STRIDE = 500;

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

export interface CheckOptions {
  readonly choice: BackendChoice;
  readonly software: string;
  readonly signal: AbortSignal;
  /** Where the runs are kept while the check is under way. */
  readonly shelf: Shelf | null;
  /** What had gone wrong before, for the record. */
  readonly mishaps: readonly string[];
  readonly report: (progress: CheckProgress) => void;
  /** A run failed; the others go on, and the claim is not fully run. If missing, the first failure ends all. */
  readonly onFailure?: (task: Task, error: Error) => void;
}

/**
 * Runs all of a claim's tasks, or those of them that are not kept as finished, and returns its record.
 * @throws the signal's reason, what opening the backend throws, or the first error of a run where `onFailure` is missing.
 */
export async function checkClaim(claim: Claim, options: CheckOptions): Promise<ClaimRecord> {
  const { choice, software, signal, shelf, report, onFailure } = options;
  const start = performance.now();
  const tasks = tasksOf(claim);
  const requests = tasks.map((task) => ({ ...task, stride: STRIDE }));
  const results = new Map<string, Measurement>() satisfies Results;
  const shares = tasks.map(() => 0);
  const mishaps = new Set(options.mishaps);
  let device: Device | null = null;
  let outcome = outcomeOf(claim, results);

  await runAll(requests, {
    choice,
    signal,
    shelf,
    onMeasurement: (k, measured) => {
      device = measured.device;
      for (const mishap of measured.mishaps) mishaps.add(mishap);
      shares[k] = measured.measurement.progress;
      if (measured.measurement.finished) {
        results.set(keyOf(tasks[k] as Task), measured.measurement);
        outcome = outcomeOf(claim, results);
      }
      report({
        outcome,
        done: results.size,
        total: tasks.length,
        share: shares.reduce((sum, share) => sum + share, 0) / tasks.length,
        device,
      });
    },
    ...(onFailure ? { onFailure: (k: number, error: Error) => onFailure(tasks[k] as Task, error) } : {}),
  });
  // Where every run failed, none named its device.
  const used = (device as Device | null) ?? (await deviceChosen(choice, requests, requests.length));
  const origin = originOf(software, used, experimentNamed(claim.experiment));
  return recordOfClaim(claim, outcome, origin, (performance.now() - start) / 1000, [...mishaps]);
}
