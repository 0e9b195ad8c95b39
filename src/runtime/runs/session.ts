/**
 * The runs behind one live figure: started together, paused, stepped and stopped together. Says what happens through
 * callbacks; draws nothing.
 */
import type { BackendChoice } from "../../engine/backends.ts";
import type { RunStore } from "../keep/runStore.ts";
import type { Measured, Pool } from "../workers/pool.ts";
import type { RunRequest } from "../workers/protocol.ts";
import { runAll } from "./runAll.ts";

export interface SessionEvents {
  /** A run measured something; `k` is its place among the requests. */
  readonly onMeasurement: (k: number, measured: Measured) => void;
  /** A run ended with an error, and the others go on; null if none could begin. */
  readonly onFailure: (k: number | null, error: Error) => void;
  /** All runs have ended, finished or failed. */
  readonly onEnd: () => void;
}

export interface Session {
  readonly pause: () => void;
  readonly resume: () => void;
  /** Lets every run measure once more, beyond its start, then stand still again. */
  readonly step: () => void;
  /** Stops all runs; no event follows. */
  readonly stop: () => void;
}

export interface SessionOptions {
  /** What runs them. */
  readonly pool: Pool;
  readonly choice: BackendChoice;
  /** What each run waits for before it computes its next measurement. */
  readonly nextFrame: () => Promise<void>;
  /** Where the runs are kept while they are under way. */
  readonly store: RunStore | null;
}

/** Begins the runs. None computes its next measurement while they are paused. */
export function beginSession(
  requests: readonly RunRequest[],
  { pool, choice, nextFrame, store }: SessionOptions,
  events: SessionEvents,
): Session {
  const controller = new AbortController();
  const { signal } = controller;
  // While paused, what the runs wait for; null while they run.
  let held: (() => void)[] | null = null;
  /** Lets all that wait go on, once if the session stays paused. */
  const release = (staysPaused: boolean) => {
    const waiting = held ?? [];
    held = staysPaused && held ? [] : null;
    for (const proceed of waiting) proceed();
  };
  const pass = ({ measurement: { step, finished } }: Measured) => {
    if (held === null) return nextFrame();
    // Where a run begins is no step of it.
    const isStart = step === 0 && !finished;
    return isStart ? Promise.resolve() : new Promise<void>((proceed) => held?.push(proceed));
  };

  // Every request has something to show from the start, even if there are more of them than cores.
  const atOnce = Math.max(pool.cores, requests.length);
  const drive = async () => {
    try {
      await runAll(requests, { pool, choice, signal, store, atOnce, pace: pass, ...events });
    } catch (error) {
      if (!signal.aborted) events.onFailure(null, error as Error);
    }
    if (!signal.aborted) events.onEnd();
  };
  void drive();
  return {
    pause: () => {
      held ??= [];
    },
    resume: () => release(false),
    step: () => release(true),
    stop: () => {
      controller.abort(new DOMException("The run was stopped.", "AbortError"));
      release(false);
    },
  };
}
