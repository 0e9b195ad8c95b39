/**
 * The runs of one figure from their beginning to their end: what they have measured, how far they are, and what went
 * wrong. Draws nothing; says that something is new by a callback.
 */

import type { BackendChoice, Device } from "../../src/engine/backends.ts";
import type { Measurement } from "../../src/experiments/experiment.ts";
import { type Offer, offerOf } from "../../src/experiments/offer.ts";
import type { RunStore } from "../../src/runtime/keep/runStore.ts";
import { late } from "../../src/runtime/late.ts";
import type { Session } from "../../src/runtime/runs/session.ts";
import type { Measured } from "../../src/runtime/workers/pool.ts";
import type { RunRequest } from "../../src/runtime/workers/protocol.ts";
import { nextFrame, noWait } from "./frames.ts";
import { Stopwatch } from "./stopwatch.ts";

/** Nothing is run; what runs is loaded; runs; stands still; ended; ended without some of its results. */
export type Phase = "idle" | "starting" | "running" | "paused" | "done" | "failed";

export interface Beginning {
  /** One for each case. */
  readonly requests: readonly RunRequest[];
  readonly choice: BackendChoice;
  /** Whether a report waits for the next frame of the screen. */
  readonly isPaced: boolean;
  /** Whether all stand still after their first report. */
  readonly isHeld: boolean;
  /** Whether all end with their first report, which shows where they begin. */
  readonly isStart: boolean;
  /** Where runs are kept while they are under way; nowhere, if null, and "refused" where another tab has them. */
  readonly openStore: (() => Promise<RunStore | null | "refused">) | null;
  /** What an earlier page had done of it. */
  readonly before?: { readonly progress: number; readonly stepsMade: number } | undefined;
  /** What has to be loaded besides what runs. */
  readonly alsoLoad: () => Promise<void>;
}

export class FigureRun {
  readonly #onChange: (isNewPhase: boolean) => void;
  phase: Phase = "idle";
  measured: (Measurement | null)[] = [];
  device: Device | null = null;
  /** What went wrong, or was worked around, in sentences; of a failure, with the place of its case. */
  problems: { readonly k: number | null; readonly sentence: string; readonly offer?: Offer | undefined }[] =
    [];
  stepsPerSecond = 0;

  #session: Session | null = null;
  #store: RunStore | null = null;
  /** Counts what was begun and stopped: reports of an earlier run are ignored. */
  #turn = 0;
  #before = { progress: 0, stepsMade: 0 };
  #isStart = false;
  #watch = new Stopwatch();

  /** @param onChange called after every report, and when the phase is a new one */
  constructor(onChange: (isNewPhase: boolean) => void) {
    this.#onChange = onChange;
  }

  /** Whether anything has been measured. */
  get isLive(): boolean {
    return this.measured.some(Boolean);
  }

  /** Share of the work done over all cases, 0 to 1. */
  get progress(): number {
    return (
      this.measured.reduce((sum, each) => sum + (each?.progress ?? 0), 0) / Math.max(1, this.measured.length)
    );
  }

  get stepsMade(): number {
    return this.measured.reduce((sum, each) => sum + (each?.step ?? 0), 0);
  }

  /** Seconds that the run has left, judged by the share done so far; null while that says little. */
  get secondsLeft(): number | null {
    const done = this.progress - this.#before.progress;
    return done > 0.03 ? (this.#watch.seconds * (1 - this.progress)) / done : null;
  }

  /** Stops what runs and begins; returns whether it did. */
  async begin(what: Beginning): Promise<boolean> {
    // A run that is not kept itself leaves what is kept to be come back to.
    this.stop(what.openStore === null);
    const turn = this.#turn;
    this.#before = what.before ?? { progress: 0, stepsMade: 0 };
    this.#isStart = what.isStart;
    this.measured = what.requests.map(() => null);
    this.#enter("starting");
    const loaded = await this.#load(what);
    if (turn !== this.#turn) {
      void loaded?.store?.clear();
      return false;
    }
    if (!loaded) {
      this.#enter("idle");
      return false;
    }
    const { store, beginSession, pool } = loaded;
    this.#store = store;
    const nextOne = what.isPaced ? nextFrame : noWait;
    this.#session = beginSession(
      what.requests,
      { pool, choice: what.choice, nextFrame: nextOne, store },
      {
        onMeasurement: (k, measured) => this.#take(k, measured),
        onFailure: (k, error) => this.#complain(k, error.message, offerOf(error)),
        onEnd: () => this.#end(),
      },
    );
    this.#watch = new Stopwatch();
    this.#watch.start();
    if (what.isHeld) this.pause();
    return true;
  }

  async #load({ alsoLoad, openStore }: Beginning) {
    try {
      const [[{ beginSession }, { pool }]] = await late(() => Promise.all([whatRuns(), alsoLoad()]));
      const store = openStore ? await openStore() : null;
      return store === "refused" ? null : { beginSession, pool, store };
    } catch (error) {
      this.#complain(null, (error as Error).message);
      return null;
    }
  }

  pause(): void {
    this.#session?.pause();
    this.#watch.stop();
    this.#store?.flush();
    this.#enter("paused");
  }

  resume(): void {
    this.#session?.resume();
    this.#watch.start();
    this.#store?.flush();
    this.#enter("running");
  }

  step(): void {
    this.#session?.step();
  }

  /** Stops and forgets what was measured; what is kept for a reload is forgotten too, unless it is to wait. */
  stop(isToWait = false): void {
    this.#turn += 1;
    this.#session?.stop();
    this.#session = null;
    this.#let(isToWait ? "wait" : "go");
    this.#forget();
    this.#enter("idle");
  }

  /** What an earlier run came to. */
  recall(measured: readonly (Measurement | null)[], device: Device | null): void {
    this.stop(true);
    this.measured = [...measured];
    this.device = device;
    this.#enter("done");
  }

  /** Tells the reader of something that did not work. */
  readonly complain = (sentence: string) => this.#complain(null, sentence);

  #complain(k: number | null, sentence: string, offer?: Offer): void {
    if (this.problems.some((each) => each.k === k && each.sentence === sentence)) return;
    this.problems = [...this.problems, { k, sentence, offer }];
    this.#onChange(false);
  }

  #take(k: number, { measurement, device, mishaps }: Measured): void {
    this.device = device;
    for (const mishap of mishaps) this.#complain(null, mishap);
    this.measured[k] = measurement;
    this.stepsPerSecond = (this.stepsMade - this.#before.stepsMade) / Math.max(this.#watch.seconds, 1e-3);
    if (this.#isStart && this.measured.every(Boolean)) this.#endAtStart();
    else if (this.phase === "starting") this.#enter("running");
    else this.#onChange(false);
  }

  /** Leaves it at where the runs begin, if that shows anything. */
  #endAtStart(): void {
    this.#session?.stop();
    this.#session = null;
    if (!this.measured.every(hasNumbers)) this.#forget();
    this.#enter("idle");
  }

  #end(): void {
    this.#watch.stop();
    this.#session = null;
    this.#let("go");
    this.#enter(this.measured.every((each) => each?.finished) ? "done" : "failed");
  }

  /** Lets go of what is kept for a reload, or leaves it to wait for one. */
  #let(what: "wait" | "go"): void {
    if (what === "wait") {
      this.#store?.flush();
      this.#store?.close();
    } else void this.#store?.clear();
    this.#store = null;
  }

  #forget(): void {
    this.measured = [];
    this.device = null;
    this.problems = [];
  }

  #enter(phase: Phase): void {
    const isNew = this.phase !== phase;
    this.phase = phase;
    this.#onChange(isNew);
  }
}

/** The code that runs a figure; starts no worker. */
export function whatRuns() {
  return Promise.all([import("../../src/runtime/runs/session.ts"), import("./pagePool.ts")]);
}

function hasNumbers(report: Measurement | null): boolean {
  return report !== null && Object.keys({ ...report.quantities, ...report.series }).length > 0;
}
