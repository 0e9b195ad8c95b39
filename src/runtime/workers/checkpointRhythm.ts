/** When a run should make a checkpoint: often enough to lose little, rarely enough to cost little. */

/** Least time between two checkpoints, in milliseconds. */
const LEAST_TIME = 500;
/** Least time between two checkpoints, in units of what one costs: they take 1 % of a run at most. */
const LEAST_FACTOR = 100;

export interface CheckpointRhythm {
  /** Whether a checkpoint should come with the next report; if so, it is being made from now on. */
  readonly isDue: () => boolean;
  /** The report is made, with its checkpoint if one was due. */
  readonly onReport: () => void;
}

/** `now` gives the time in milliseconds. */
export function checkpointRhythm(now: () => number): CheckpointRhythm {
  let due = now() + LEAST_TIME;
  let begun: number | null = null;
  return {
    isDue: () => {
      if (now() < due) return false;
      begun = now();
      return true;
    },
    onReport: () => {
      if (begun === null) return;
      due = now() + Math.max(LEAST_TIME, LEAST_FACTOR * (now() - begun));
      begun = null;
    },
  };
}
