/** Checks a claim: its runs spread over the workers, a report after each, the record at the end. */
import { gapsIn, ofEachValue, outcomeOf, type Results, runsOf } from "../../claims/check.ts";
import type { Claim } from "../../claims/claim.ts";
import type { Outcome } from "../../claims/judge.ts";
import { type BackendChoice, type BackendName, type Device, foremost } from "../../engine/backends.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import { keyOf, type Request } from "../../experiments/request.ts";
import type { RunStore } from "../keep/runStore.ts";
import { type ClaimRecord, type Computer, originOf, recordOfClaim } from "../records/record.ts";
import type { Pool } from "../workers/pool.ts";
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
  /** What runs it. */
  readonly pool: Pool;
  readonly choice: BackendChoice;
  readonly software: string;
  readonly signal: AbortSignal;
  /** Where the runs are kept while the check is under way. */
  readonly store: RunStore | null;
  /** What had gone wrong before, for the record. */
  readonly mishaps: readonly string[];
  readonly report: (progress: CheckProgress) => void;
  /** A run failed; the others go on, and the claim is not fully run. If missing, the first failure ends all. */
  readonly onFailure?: (request: Request, error: Error) => void;
}

/**
 * Makes all of a claim's runs, or those of them that are not kept as finished, and returns its record.
 * @throws the signal's reason, what opening the backend throws, or the first error of a run where `onFailure` is missing.
 */
export async function checkClaim(claim: Claim, options: CheckOptions): Promise<ClaimRecord> {
  const { pool, choice, software, signal, store, report, onFailure } = options;
  const start = performance.now();
  const requests = runsOf(claim).map((request) => ({ ...request, stride: STRIDE }));
  const results = new Map<string, Measurement>() satisfies Results;
  const shares = requests.map(() => 0);
  const mishaps = new Set(options.mishaps);
  const devices = new Map<BackendName, Device>();
  // What has computed each run so far, in order.
  const computers = requests.map((): BackendName[] => []);
  let outcome = outcomeOf(claim, results);

  await runAll(requests, {
    pool,
    choice,
    signal,
    store,
    onMeasurement: (k, measured) => {
      const { device } = measured;
      devices.set(device.backend, device);
      if (computers[k]?.at(-1) !== device.backend) computers[k]?.push(device.backend);
      for (const mishap of measured.mishaps) mishaps.add(mishap);
      shares[k] = measured.measurement.progress;
      if (measured.measurement.finished) {
        results.set(keyOf(requests[k] as Request), measured.measurement);
        outcome = outcomeOf(claim, results);
      }
      report({
        outcome,
        done: results.size,
        total: requests.length,
        share: shares.reduce((sum, share) => sum + share, 0) / requests.length,
        device,
      });
    },
    ...(onFailure
      ? { onFailure: (k: number, error: Error) => onFailure(requests[k] as Request, error) }
      : {}),
  });
  // Where every run failed, none named its device.
  const used =
    foremost([...devices.values()]) ?? (await deviceChosen(pool, choice, requests, requests.length));
  const origin = originOf(software, used, requests);
  for (const gap of gapsIn(claim, results)) mishaps.add(gap);
  const computerOf = new Map(requests.map((request, k) => [keyOf(request), computers[k]?.join(" then ")]));
  const perValue = ofEachValue(claim, results, (_, key) => computerOf.get(key) as Computer);
  const seconds = (performance.now() - start) / 1000;
  return recordOfClaim(
    claim,
    outcome,
    origin,
    seconds,
    [...mishaps],
    devices.size > 1 ? perValue : undefined,
  );
}
