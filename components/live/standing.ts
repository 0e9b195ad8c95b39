/** What the sentence under a figure says first, and of what it may speak: never of what is not there any more, or not yet. */
import type { Phase } from "./figureRun.ts";
import { timeInWords } from "./timeInWords.ts";

export interface Standing {
  readonly badge: string;
  /** Whether there is a result to speak of. */
  readonly hasResult: boolean;
  /** What is said where there is none. */
  readonly instead: string;
}

export interface Situation {
  readonly phase: Phase;
  /** Whether the run has measured anything. */
  readonly isLive: boolean;
  /** Whether the recorded result is shown. */
  readonly isReference: boolean;
  /** What the figure promises, where it shows its start. */
  readonly promise: string | undefined;
  /** Estimated seconds of a run, where it is long enough to speak of. */
  readonly seconds: number | null;
}

/** Whose result it is, by the phase of a run that has measured something. */
const MEASURED: Readonly<Record<Phase, string>> = {
  idle: "Your start",
  starting: "Your start",
  running: "Your run, so far",
  paused: "Your run, paused",
  done: "Your run",
  failed: "Your run, incomplete",
};

const NOTHING_YET: Readonly<Record<Phase, string>> = {
  idle: "Not run yet",
  starting: "Your run begins",
  running: "Your run begins",
  paused: "Your run, paused at its start",
  done: "Your run measured nothing",
  failed: "Your run failed",
};

export function standingOf({ phase, isLive, isReference, promise, seconds }: Situation): Standing {
  if (promise !== undefined) return { badge: "The start", hasResult: false, instead: promise };
  if (isLive) return { badge: MEASURED[phase], hasResult: true, instead: "" };
  if (isReference) return { badge: "Reference result", hasResult: true, instead: "" };
  const wait = seconds === null ? "" : ` It takes about ${timeInWords(seconds)}.`;
  const instead = phase === "idle" ? `Press Run to compute it with these settings.${wait}` : "";
  return { badge: NOTHING_YET[phase], hasResult: false, instead };
}
