/** A figure's run that an earlier page did not finish: where it is kept, what is noted of it, and how it is described. */
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import type { FigureState } from "../../src/runtime/figureState.ts";
import { type Mark, readMark } from "../../src/runtime/keep/mark.ts";
import { openRunStore, type RunStore } from "../../src/runtime/keep/runStore.ts";
import { addressWith, readState } from "../../src/runtime/permalink.ts";
import type { FigureRun } from "./figureRun.ts";
import type { FigureSettings } from "./figureSettings.ts";
import { pageSettings } from "./pageSettings.ts";

interface About {
  readonly meta: Experiment;
  readonly figure: FigureMeta;
}

/** Where a figure is. */
export interface Whereabouts {
  readonly settings: FigureState;
  readonly animated: boolean;
  readonly paused: boolean;
  /** Share of the work done, 0 to 1. */
  readonly progress: number;
  readonly stepsMade: number;
}

/** Opens the store of a figure; null where nothing can be kept, or another tab has it. `figure` is read at every note. */
export function storeFor(
  owner: string,
  goesOn: boolean,
  figure: Whereabouts & { readonly about: About },
  onProblem: (sentence: string) => void,
): Promise<RunStore | null> {
  return openRunStore({
    owner,
    goesOn,
    onlyIfMarked: goesOn,
    note: () => noteOf(figure, figure.about),
    onProblem,
  });
}

/** Where the run of a figure is, whenever it is asked. Its settings are those with which it began. */
export function whereIs(figure: {
  readonly about: About;
  readonly settings: FigureSettings;
  readonly runs: FigureRun;
}): Whereabouts & { readonly about: About } {
  const { about, settings, runs } = figure;
  return {
    about,
    settings: settings.state,
    get animated() {
      return pageSettings.isWatched;
    },
    get paused() {
      return runs.phase === "paused";
    },
    get progress() {
      return runs.progress;
    },
    get stepsMade() {
      return runs.stepsMade;
    },
  };
}

/** What a reload needs to restore the figure. */
function noteOf({ settings, animated, paused, progress, stepsMade }: Whereabouts, about: About): Mark {
  const { search } = new URL(addressWith(location.origin, about.figure, settings));
  return { share: progress, state: { search, animated, paused, stepsMade } };
}

/** Where the figure was when its run was interrupted; null if none was, or its note cannot be trusted. */
export function whereaboutsOf(owner: string, { meta, figure }: About): Whereabouts | null {
  const mark = readMark(owner);
  if (!mark) return null;
  const { search, animated, paused, stepsMade } = mark.state;
  const { state, refused } = readState(String(search), meta, figure);
  if (refused.length > 0) return null;
  return {
    settings: state,
    animated: animated === true,
    paused: paused === true,
    progress: mark.share,
    stepsMade: Number(stepsMade) || 0,
  };
}

export function sentenceOf({ progress, paused }: Whereabouts): string {
  const where = `A run that was interrupted at ${Math.round(100 * progress)} %`;
  return paused ? `${where} is here again, paused as it was.` : `${where} goes on.`;
}
