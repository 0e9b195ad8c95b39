/**
 * Runs that know nothing of each other, side by side on all workers: the cases of a figure, the replicates of a claim,
 * the points of a map. Each request comes apart into its parts, and is reported whole.
 */
import type { BackendChoice } from "../engine/backends.ts";
import type { Measurement } from "../experiments/experiment.ts";
import { coresForRuns } from "./cores.ts";
import { deviceFor, type Measured, runOnWorker } from "./pool.ts";
import type { RunRequest } from "./protocol.ts";
import { spread } from "./spread.ts";
import { type Whole, wholeOf } from "./whole.ts";

export interface RunAllOptions {
  readonly choice: BackendChoice;
  readonly signal: AbortSignal;
  /** What each part waits for after a measurement: how runs are paced and paused. */
  readonly pace?: () => Promise<void>;
  /** A request has got further; `k` is its place. */
  readonly onMeasurement?: (k: number, measured: Measured) => void;
  /** A request failed and will not be finished; the others go on. If missing, the first failure ends all. */
  readonly onFailure?: (k: number, error: Error) => void;
  /** Parts that run at the same time: as many as there are cores, if missing. */
  readonly atOnce?: number;
}

interface Job {
  /** Place of the request. */
  readonly k: number;
  readonly part: number;
  readonly request: RunRequest;
}

/**
 * Runs all requests to their ends and returns their last reports, in their order; null where there is none.
 * @throws the signal's reason, what opening the backend throws, or the first failure where `onFailure` is missing.
 */
export async function runAll(
  requests: readonly RunRequest[],
  options: RunAllOptions,
): Promise<(Measurement | null)[]> {
  const { choice, signal, pace, onMeasurement, onFailure, atOnce = coresForRuns() } = options;
  const device = await deviceFor(choice);
  signal.throwIfAborted();
  const wholes = requests.map(wholeOf);
  const latest: (Measurement | null)[] = requests.map(() => null);
  const failed = new Set<number>();
  const perform = async ({ k, part, request }: Job, either: AbortSignal) => {
    if (failed.has(k)) return;
    try {
      for await (const measured of runOnWorker(request, device, either)) {
        either.throwIfAborted();
        const measurement = (wholes[k] as Whole).take(part, measured.measurement);
        latest[k] = measurement;
        onMeasurement?.(k, { ...measured, measurement });
        await pace?.();
      }
    } catch (error) {
      if (!onFailure || signal.aborted) throw error;
      if (!failed.has(k)) onFailure(k, error as Error);
      failed.add(k);
    }
  };
  await spread(inRounds(wholes), atOnce, perform, signal);
  return latest;
}

/** The first part of each request, then the second of each: every request has something to show soon. */
function inRounds(wholes: readonly Whole[]): Job[] {
  return wholes
    .flatMap(({ parts }, k) => parts.map((request, part): Job => ({ k, part, request })))
    .sort((one, other) => one.part - other.part);
}
