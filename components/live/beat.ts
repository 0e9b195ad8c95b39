/**
 * When a figure whose run goes on may change the page itself: words, numbers, bars, the axes of its plots. An article has
 * tens of thousands of boxes, and to lay them out and paint them for one text that is another costs as much as a dozen
 * frames of a canvas. So all of it changes in the same frame, a few times a second.
 */
import type { Phase } from "./figureRun.ts";

/** Milliseconds, and frames, from one beat to the next: where frames are slow, it is not what makes all of them slow. */
const APART = 200;
const FRAMES_APART = 4;

export class Beat {
  #last: { readonly phase: Phase; readonly at: number } | null = null;
  #frames = 0;

  /** Whether the page may change in this frame, of which it is asked once; what is not running may at any time. */
  isNow(now: number, phase: Phase): boolean {
    this.#frames += 1;
    const isSoon = this.#last && (now - this.#last.at < APART || this.#frames < FRAMES_APART);
    if (phase === "running" && this.#last?.phase === phase && isSoon) return false;
    this.#last = { phase, at: now };
    this.#frames = 0;
    return true;
  }
}
