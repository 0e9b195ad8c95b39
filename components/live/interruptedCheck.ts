/** A check that an earlier page began, as its mark has it, in words. Loaded where there is a mark. */
import { BACKENDS, type BackendChoice } from "../../src/engine/backends.ts";
import { readMark } from "../../src/runtime/keep/mark.ts";

export interface InterruptedCheck {
  /** Of its work that is done, 0 to 1. */
  readonly share: number;
  readonly backend: BackendChoice;
  readonly sentence: string;
  /** For the record of the check that goes on. */
  readonly mishaps: readonly string[];
}

/** That of an owner; null where there is none. */
export function interruptedCheck(owner: string): InterruptedCheck | null {
  const mark = readMark(owner);
  if (!mark) return null;
  const { share, state } = mark;
  const percent = `${Math.round(100 * share)} %`;
  return {
    share,
    backend: BACKENDS.find((backend) => backend === state.backend) ?? "auto",
    sentence:
      share === 1
        ? "The runs of an earlier check are kept in this browser for a week, and are not run again."
        : `A check was interrupted at ${percent}. What it has done is kept in this browser for a week, and is not run again.`,
    mishaps:
      share < 1 ? [`The check was interrupted at ${percent} and went on; the seconds are those since.`] : [],
  };
}
