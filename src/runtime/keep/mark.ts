/** A note in the storage that a page can read at once: that something was under way and is kept, and where it was. */
import { isRecordOf } from "./entry.ts";
import { markNameOf } from "./isUnderWay.ts";
import { SOFTWARE } from "./software.ts";

/** How long anything is kept, in milliseconds: a week. */
export const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

/** Where something was. */
export interface Mark {
  /** Share of the work that was done, 0 to 1. */
  readonly share: number;
  /** What its owner needs to be restored; the owner looks at each value before it trusts it. */
  readonly state: Readonly<Record<string, unknown>>;
}

interface Dated extends Mark {
  readonly software: string;
  /** Date.now() then. */
  readonly written: number;
}

/** The mark of an owner (a figure, a claim); null if there is none, or it is invalid, too old or of other software. */
export function readMark(owner: string): Mark | null {
  try {
    const mark: unknown = JSON.parse(localStorage.getItem(markNameOf(owner)) ?? "null");
    if (!isRecordOf(mark)) return null;
    const { software, written = 0, share = -1, state } = mark as Partial<Dated>;
    const isOfUse = software === SOFTWARE && Date.now() - written < KEPT_FOR && share >= 0 && share <= 1;
    return isOfUse && isRecordOf(state) ? { share, state: { ...state } } : null;
  } catch {
    // No access, or not what was written.
    return null;
  }
}

/** Does nothing where the browser keeps nothing. */
export function writeMark(owner: string, mark: Mark): void {
  try {
    const dated: Dated = { software: SOFTWARE, written: Date.now(), ...mark };
    localStorage.setItem(markNameOf(owner), JSON.stringify(dated));
  } catch {
    // No access, or full: what is kept will not be looked for.
  }
}

export function removeMark(owner: string): void {
  try {
    localStorage.removeItem(markNameOf(owner));
  } catch {
    // No access, so there is none.
  }
}
