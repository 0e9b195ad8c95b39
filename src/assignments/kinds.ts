/** The five kinds of task, in words. */
import type { Task } from "./assignment.ts";

export interface KindInWords {
  /** As a task's heading has it. */
  readonly name: string;
  /** What a student does, in a sentence. */
  readonly does: string;
  /** What points are given for, in a sentence. */
  readonly counts: string;
}

export const KINDS: Readonly<Record<Task["kind"], KindInWords>> = {
  predict: {
    name: "predict, then run",
    does: "Says what a run will come to, before its figure is shown, and then runs it.",
    counts: "All points for a prediction that comes true. For a number that is near, half.",
  },
  find: {
    name: "find settings",
    does: "Looks for settings at which a run comes to what is wanted.",
    counts: "All points for settings that do. Where as little as possible is asked for, fewer for more.",
  },
  measure: {
    name: "measure",
    does: "Reads a number off their own run, with its uncertainty.",
    counts:
      "All points if the true value lies inside, half if the uncertainty is so large that it says little.",
  },
  explain: {
    name: "explain",
    does: "Says why, in a few sentences.",
    counts: "Marks are yours: the text is shown to you, with room for marks and a comment.",
  },
  refute: {
    name: "refute",
    does: "Looks for settings at which what is said no longer holds.",
    counts: "All points for a run that breaks the statement and meets the conditions.",
  },
};
