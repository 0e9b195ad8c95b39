/**
 * Runs that know nothing of each other, side by side on all workers: the cases of a figure, the replicates of a claim,
 * the points of a map. Each request comes apart into its parts, and is reported whole.
 */
import { keyOf } from "../claims/check.ts";
import type { BackendChoice, Device } from "../engine/backends.ts";
import type { Measurement } from "../experiments/experiment.ts";
import { chooseBackend } from "./chooseBackend.ts";
import { eachConcurrently } from "./concurrently.ts";
import { coresForRuns } from "./cores.ts";
import { runKept } from "./keep/keptRun.ts";
import type { Shelf } from "./keep/shelf.ts";
import { deviceFor, type Measured, runOnWorker } from "./pool.ts";
import type { RunRequest } from "./protocol.ts";

import { type Whole, wholeOf } from "./whole.ts";

export interface RunAllOptions {
  readonly choice: BackendChoice;
  readonly signal: AbortSignal;
  /** Where the runs are kept while they are under way; nowhere, if missing. */
  readonly shelf?: Shelf | null;
  /** What each part waits for after a measurement: how runs are paced and paused. */
  readonly pace?: () => Promise<void>;
  /** A request has got further; `k` is its place. */
  readonly onMeasurement?: (k: number, measured: Measured) => void;
  /** A request failed and will not be finished; the others go on. If missing, the first failure ends all. */
  readonly onFailure?: (k: number, error: Error) => void;
  /** Parts that run at the same time: as many as there are cores, if missing. */
  readonly atOnce?: number;
}

/** A run, and every request that it is a part of. */
interface Job {
  readonly request: RunRequest;
  /** Place of a request, and of the part in it. */
  readonly uses: { readonly k: number; readonly part: number }[];
}

/**
 * Runs all requests to their ends and returns their last reports, in their order; null where there is none. Parts that
 * are kept as finished are reported first, without running; a part that several requests have in common is run once.
 * @throws the signal's reason, what opening the backend throws, or the first failure where `onFailure` is missing.
 */
export async function runAll(
  requests: readonly RunRequest[],
  options: RunAllOptions,
): Promise<(Measurement | null)[]> {
  const { choice, signal, shelf, pace, onMeasurement, onFailure, atOnce = coresForRuns() } = options;
  const wholes = requests.map(wholeOf);
  const lanes = wholes.reduce((sum, { parts }) => sum + parts.length, 0);
  const device = await deviceChosen(choice, requests, Math.min(lanes, coresForRuns()));
  signal.throwIfAborted();
  const latest: (Measurement | null)[] = requests.map(() => null);
  const failed = new Set<number>();
  const take = ({ uses }: Job, measured: Measured) => {
    for (const { k, part } of uses) {
      const measurement = (wholes[k] as Whole).take(part, measured.measurement);
      latest[k] = measurement;
      onMeasurement?.(k, { ...measured, measurement });
    }
  };
  const perform = async ([job, run]: readonly [Job, RunPart], either: AbortSignal) => {
    if (job.uses.every(({ k }) => failed.has(k))) return;
    try {
      for await (const measured of run(either)) {
        either.throwIfAborted();
        take(job, measured);
        await pace?.();
      }
    } catch (error) {
      if (!onFailure || signal.aborted) throw error;
      for (const { k } of job.uses) {
        if (!failed.has(k)) onFailure(k, error as Error);
        failed.add(k);
      }
    }
  };
  const left = await withoutKept(inRounds(wholes), device, shelf ?? null, take);
  await eachConcurrently(left, atOnce, perform, signal);
  return latest;
}

/** The device that a choice comes to for the runs at hand, and why it and not another. */
export async function deviceChosen(
  choice: BackendChoice,
  requests: readonly RunRequest[],
  lanes: number,
): Promise<Device> {
  const { backend, reason } = await chooseBackend(choice, requests, lanes);
  const device = await deviceFor(backend);
  return { ...device, reason: [reason, device.reason].filter(Boolean).join(" ") };
}

type RunPart = (signal: AbortSignal) => AsyncGenerator<Measured>;

/** Reports the jobs that are kept as finished; returns the others, with how each is run or gone on with. */
async function withoutKept(
  jobs: readonly Job[],
  device: Device,
  shelf: Shelf | null,
  report: (job: Job, measured: Measured) => void,
): Promise<(readonly [Job, RunPart])[]> {
  if (!shelf) return jobs.map((job) => [job, (signal) => runOnWorker(job.request, device, signal)]);
  const entries = await Promise.all(jobs.map(({ request }) => shelf.find(request, device.backend)));
  return jobs.flatMap((job, k) => {
    const { kept, mishaps = [] } = entries[k] ?? {};
    if (kept && "result" in kept) {
      report(job, { measurement: kept.result, device, mishaps });
      return [];
    }
    const interrupted = kept ? { checkpoint: kept.checkpoint, mishaps } : null;
    const run: RunPart = (signal) => runKept(job.request, device, shelf, interrupted, signal);
    return [[job, run] as const];
  });
}

/** The first part of each request, then the second of each: every request has something to show soon. */
function inRounds(wholes: readonly Whole[]): Job[] {
  const jobs = new Map<string, Job>();
  const parts = wholes
    .flatMap((whole, k) => whole.parts.map((request, part) => ({ request, k, part })))
    .sort((one, other) => one.part - other.part);
  for (const { request, k, part } of parts) {
    const job = jobs.get(keyOf(request)) ?? { request, uses: [] };
    job.uses.push({ k, part });
    jobs.set(keyOf(request), job);
  }
  return [...jobs.values()];
}
