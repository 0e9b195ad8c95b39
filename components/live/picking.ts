/**
 * When something of a figure runs, and what: the reader pressed Run, picked a setting, or has a hand that still moves it.
 * What is short runs by itself, what is longer shows where it begins, and what was run before is there at once.
 */

import { total } from "../../src/experiments/cost.ts";
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import { isUnderWay } from "../../src/runtime/keep/isUnderWay.ts";
import { late } from "../../src/runtime/late.ts";
import { addressWith } from "../../src/runtime/permalink.ts";
import type { RunRequest } from "../../src/runtime/workers/protocol.ts";
import { EarlierResults } from "./earlierResults.ts";
import type { FigureRun } from "./figureRun.ts";
import { type FigureSettings, isSameState } from "./figureSettings.ts";
import { nextFrame } from "./frames.ts";
import type { Whereabouts } from "./interrupted.ts";
import { pageSettings } from "./pageSettings.ts";

/** Gradient steps between two reports when nobody wants to watch. */
const FAST_STRIDE = 2000;
/** Estimated seconds up to which what is picked is run by itself, and up to which it is run while a hand still moves. */
export const AT_ONCE = 3;
const WHILE_MOVING = 0.25;
/** Estimated seconds up to which at least the start of what is picked is shown by itself. */
const START_AT_ONCE = 60;

export type Occasion = "pressed" | "picked" | "moving";

/** The figure whose runs these are. */
export interface Figure {
  readonly about: { readonly meta: Experiment; readonly figure: FigureMeta };
  readonly dataset: DOMStringMap;
  readonly settings: FigureSettings;
  readonly runs: FigureRun;
  /** Loads what draws it. */
  loadView(): Promise<void>;
  /** Something begins: what was said and kept of earlier runs is over. */
  begun(): void;
  /** There is nothing to run: shows what is known without. */
  showNothing(): void;
  note(sentence: string): void;
}

export class Picking {
  readonly #figure: Figure;
  readonly #earlier = new EarlierResults();
  occasion: Occasion = "pressed";
  /** What waits until the run before has shown something. */
  #next: Occasion | null = null;
  #isFollowing = false;

  constructor(figure: Figure) {
    this.#figure = figure;
  }

  /** Estimated seconds of a run with these settings, here. */
  get seconds(): number {
    const { about, settings } = this.#figure;
    const cores = Math.max(1, navigator.hardwareConcurrency || 2);
    return total(settings.cases.map((_, k) => about.meta.cost(settings.parametersOf(k)))) / cores;
  }

  /** The page was opened: a run that was interrupted goes on, what an address asks for is run. */
  open(): void {
    const { isFirst } = this.#figure.settings;
    if (isUnderWay(this.#owner)) void this.#takeUp(isFirst);
    else if (!isFirst) this.take();
  }

  /** An address has set the figure: it runs, unless it waits for the reader. */
  take(): void {
    const figure = this.#figure;
    if (figure.dataset.waits === undefined) this.pick("picked");
    else {
      this.#settle("picked");
      figure.runs.stop(true);
      figure.showNothing();
    }
  }

  /** A run that was kept has turned up after the page was opened: it goes on, unless something else does. */
  found(owner: string): void {
    const { runs, settings } = this.#figure;
    if (owner === this.#owner && runs.phase === "idle" && !runs.isLive) void this.#takeUp(settings.isFirst);
  }

  /** The reader took a change back. */
  comeBack(): void {
    this.#figure.runs.stop(true);
    if (isUnderWay(this.#owner)) void this.#takeUp(false);
    else this.pick("picked");
  }

  press(isHeld = false): Promise<boolean> {
    this.#next = null;
    return this.#begin("pressed", isHeld);
  }

  /** Shows what belongs to the settings: what is known of them, a run at once where it is short, else its start. */
  pick(occasion: Occasion): void {
    const { settings, runs } = this.#figure;
    const known = settings.isFirst ? undefined : this.#earlier.of(settings.state);
    if (!settings.isFirst && !known && this.seconds <= START_AT_ONCE) {
      void this.#follow(occasion);
      return;
    }
    this.#settle(occasion);
    if (known) runs.recall(known.measured, known.device);
    else runs.stop(true);
    this.#figure.showNothing();
  }

  /** The first settings again, and nothing that waits for the reader to come back to it. */
  reset(): void {
    this.#settle("pressed");
    this.#figure.runs.stop();
    if (isUnderWay(this.#owner))
      late(() => import("../../src/runtime/keep/runStore.ts")).then(
        ({ forget }) => forget(this.#owner),
        ({ message }: Error) => this.#figure.note(message),
      );
    this.#figure.showNothing();
  }

  /** Keeps what a finished run came to, for settings that are come back to. */
  keepResult(): void {
    if (this.occasion === "moving") return;
    const { runs, settings } = this.#figure;
    this.#earlier.keep({ state: settings.state, measured: [...runs.measured], device: runs.device });
  }

  /** What is seen has changed, but nothing of what is run. */
  noteAddress(): void {
    this.#writeAddress();
  }

  #settle(occasion: Occasion): void {
    this.#next = null;
    this.occasion = occasion;
    if (occasion !== "moving") this.#writeAddress();
  }

  /** The owner under which the runs are stored. */
  get #owner(): string {
    return `figure ${this.#figure.dataset.figure}`;
  }

  /** Goes on with a run that is kept: with that of these settings, or with any. Where there is none, they are picked. */
  async #takeUp(isAnyWelcome: boolean): Promise<void> {
    const { about, settings, runs } = this.#figure;
    const { sentenceOf, whereaboutsOf } = await late(() => import("./interrupted.ts"));
    const where = whereaboutsOf(this.#owner, about);
    // Meanwhile the reader may have pressed Run.
    if (runs.phase !== "idle") return;
    if (!where || !(isAnyWelcome || isSameState(where.settings, settings.state))) {
      this.take();
      return;
    }
    settings.restore(where.settings);
    pageSettings.set({ isWatched: where.animated });
    if (await this.#begin("pressed", where.paused, where)) this.#figure.note(sentenceOf(where));
  }

  /** Runs what was picked last, as soon as what was picked before has shown something. */
  async #follow(occasion: Occasion): Promise<void> {
    this.#next = occasion;
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    while (this.#next) {
      const now: Occasion = this.#next;
      this.#next = null;
      await this.#begin(now, false);
      while (now === "moving" && this.#figure.runs.phase === "starting") await nextFrame();
    }
    this.#isFollowing = false;
  }

  /** Begins to run; goes on where `interrupted` says that an earlier page was. Returns whether it did. */
  #begin(occasion: Occasion, isHeld: boolean, interrupted: Whereabouts | null = null): Promise<boolean> {
    const { settings, runs } = this.#figure;
    const { seconds } = this;
    const isStart = occasion !== "pressed" && seconds > (occasion === "moving" ? WHILE_MOVING : AT_ONCE);
    const isPaced = pageSettings.isWatched && occasion !== "moving";
    this.occasion = occasion;
    if (occasion !== "moving") this.#writeAddress();
    this.#figure.begun();
    const openStore = async () => {
      const { storeFor, whereIs } = await late(() => import("./interrupted.ts"));
      const goesOn = interrupted !== null;
      const store = await storeFor(this.#owner, goesOn, whereIs(this.#figure), runs.complain);
      // No store means that another tab has the interrupted run.
      return store ?? (goesOn ? "refused" : null);
    };
    return runs.begin({
      requests: this.#requests(isStart, isPaced),
      choice: settings.state.backend,
      isPaced,
      isHeld,
      isStart,
      openStore: occasion === "pressed" ? openStore : null,
      before: interrupted ?? undefined,
      alsoLoad: () => this.#figure.loadView(),
    });
  }

  #requests(isStart: boolean, isPaced: boolean): RunRequest[] {
    const { about, settings } = this.#figure;
    const { meta, figure } = about;
    return settings.cases.map((_, k) => {
      const parameters = settings.parametersOf(k);
      const pleasant = isPaced || figure.keepsFrames ? meta.frameStride(parameters) : FAST_STRIDE;
      const stride = isStart ? 1 : pleasant;
      const lenses = figure.lenses ? { lenses: () => settings.lenses } : {};
      return { experiment: meta.id, parameters, seed: settings.state.seed, stride, ...lenses };
    });
  }

  #writeAddress(): void {
    const { about, settings } = this.#figure;
    const address = addressWith(location.href, about.figure, settings.state);
    if (address !== location.href) history.replaceState(null, "", address);
  }
}
