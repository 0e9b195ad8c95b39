/**
 * Runs that know nothing of each other, side by side on all workers: the cases of a figure, the replicates of a claim,
 * the points of a map. Each request is split into its parts, and is reported as a whole.
 */

import { experimentNamed } from "../../catalogue/experiments.ts";
import { type Whole, wholeOf } from "../../catalogue/sweeps.ts";
import type { BackendChoice, Device } from "../../engine/backends.ts";
import { refuseCostly, total } from "../../experiments/cost.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import { keyOf, type Request } from "../../experiments/request.ts";
import { runKept } from "../keep/keptRun.ts";
import type { RunStore } from "../keep/runStore.ts";
import { chooseBackend } from "../workers/chooseBackend.ts";
import type { Measured, Pool } from "../workers/pool.ts";
import type { RunRequest } from "../workers/protocol.ts";
import { eachConcurrently } from "./concurrently.ts";

export interface RunAllOptions {
  /** What runs them. */
  readonly pool: Pool;
  readonly choice: BackendChoice;
  readonly signal: AbortSignal;
  /** Where the runs are kept while they are under way; nowhere, if missing. */
  readonly store?: RunStore | null;
  /** What each part waits for after a measurement: how runs are paced and paused. */
  readonly pace?: (measured: Measured) => Promise<void>;
  /** A request has got further; `k` is its place. */
  readonly onMeasurement?: (k: number, measured: Measured) => void;
  /** A request failed and will not be finished; the others go on. If missing, the first failure ends all. */
  readonly onFailure?: (k: number, error: Error) => void;
  /** Parts that run at the same time: as many as the pool wants, if missing. */
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
 * @throws CostError for what would take hours, the signal's reason, what opening the backend throws, or the first failure where `onFailure` is missing.
 */
export async function runAll(
  requests: readonly RunRequest[],
  options: RunAllOptions,
): Promise<(Measurement | null)[]> {
  const { pool, choice, signal, store, pace, onMeasurement, onFailure } = options;
  const { atOnce = pool.lanes ?? pool.cores } = options;
  refuseCostly(total(requests.map(secondsOf)), pool.cores, withStepsOf(requests));
  const wholes = await Promise.all(requests.map((request) => wholeOf(request, secondsOf)));
  const lanes = wholes.reduce((sum, { parts }) => sum + parts.length, 0);
  const device = await deviceChosen(pool, choice, requests, Math.min(lanes, pool.cores));
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
        await pace?.(measured);
      }
    } catch (error) {
      if (!onFailure || signal.aborted) throw error;
      for (const { k } of job.uses) {
        if (!failed.has(k)) onFailure(k, error as Error);
        failed.add(k);
      }
    }
  };
  const left = await withoutKept(inRounds(requests, wholes), pool, device, store ?? null, take);
  await eachConcurrently(left, atOnce, perform, signal);
  return latest;
}

/** The device chosen for these runs, and why. */
export async function deviceChosen(
  pool: Pool,
  choice: BackendChoice,
  requests: readonly RunRequest[],
  lanes: number,
): Promise<Device> {
  const { backend, reason } = await chooseBackend(choice, requests, pool, lanes);
  const device = await pool.deviceFor(backend);
  return { ...device, reason: [reason, device.reason].filter(Boolean).join(" ") };
}

type RunPart = (signal: AbortSignal) => AsyncGenerator<Measured>;

/** Reports the jobs that are kept as finished; returns the others, with how each is run or gone on with. */
async function withoutKept(
  jobs: readonly Job[],
  pool: Pool,
  device: Device,
  store: RunStore | null,
  report: (job: Job, measured: Measured) => void,
): Promise<(readonly [Job, RunPart])[]> {
  if (!store) return jobs.map((job) => [job, (signal) => pool.run(job.request, device, signal)]);
  const entries = await Promise.all(jobs.map(({ request }) => store.find(request, device.backend)));
  return jobs.flatMap((job, k) => {
    const { kept, mishaps = [] } = entries[k] ?? {};
    if (kept && "result" in kept) {
      report(job, { measurement: kept.result, device, mishaps });
      return [];
    }
    const interrupted = kept ? { checkpoint: kept.checkpoint, mishaps } : null;
    const run: RunPart = (signal) => runKept(pool, job.request, device, store, interrupted, signal);
    return [[job, run] as const];
  });
}

/** The first part of each request, then the second of each: every request has something to show soon. */
function inRounds(requests: readonly RunRequest[], wholes: readonly Whole[]): Job[] {
  const jobs = new Map<string, Job>();
  const parts = wholes
    .flatMap((whole, k) =>
      whole.parts.map((request, part) => ({
        request: { ...(requests[k] as RunRequest), ...request },
        k,
        part,
      })),
    )
    .sort((one, other) => one.part - other.part);
  for (const { request, k, part } of parts) {
    const job = jobs.get(keyOf(request)) ?? { request, uses: [] };
    job.uses.push({ k, part });
    jobs.set(keyOf(request), job);
  }
  return [...jobs.values()];
}

/** Seconds that all take with so many steps at most, where the reader sets steps of every one of them. */
function withStepsOf(requests: readonly RunRequest[]): ((steps: number) => number) | undefined {
  const canBeSet = ({ experiment }: RunRequest) => {
    const { parameters, figures } = experimentNamed(experiment);
    return parameters.steps?.kind === "whole" && figures.some(({ controls }) => controls.includes("steps"));
  };
  if (!requests.every(canBeSet)) return undefined;
  return (steps) =>
    total(
      requests.map((request) => {
        const { parameters } = request;
        const fewer = { ...parameters, steps: Math.min(steps, Number(parameters.steps)) };
        return secondsOf({ ...request, parameters: fewer });
      }),
    );
}

/** Estimated seconds of a run, by which progress counts. */
function secondsOf({ experiment, parameters }: Request): number {
  return experimentNamed(experiment).cost(parameters);
}
