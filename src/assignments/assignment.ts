/**
 * What an assignment is: goals, and tasks as plain data, a folder each in src/assignments/. `tasks.ts` is what a student's page
 * loads; how answers are scored, and what solves a task, is in `scores.ts` beside it, which only grading and guides load.
 */
import type { Measurement } from "../experiments/experiment.ts";
import type { Values } from "../experiments/parameters.ts";

interface Shared {
  readonly title: string;
  /** What is to be done, in a sentence, as the report repeats it. */
  readonly asks: string;
  readonly points: number;
}

/** The figure of a task, and what of it is whose. */
interface WithFigure extends Shared {
  /** "<paper>/<figure>"; no other task of the assignment has the same. */
  readonly figure: string;
  /** Settings that the assignment fixes, by the names of the figure's controls; from those that are free as well, students begin. */
  readonly given?: Values;
  /** Settings of which each student gets one of these; all are equally hard. */
  readonly own?: readonly Values[];
  /** Seeds are drawn from so many, from 1001 on. */
  readonly seeds: number;
  /** Settings that the student chooses, within a range of their own where the figure's is too wide. All others are hidden. */
  readonly free?: Readonly<Record<string, Range | null>>;
  /** Through which of the figure's lenses it is looked at. */
  readonly lenses?: readonly string[];
  /** Settings that a teacher's link leaves in sight, as they are. */
  readonly locked?: readonly string[];
}

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** What a run has to come to: a quantity of one of its cases, the first if it does not say, within bounds. */
export interface Wanted {
  readonly quantity: string;
  readonly case?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What is told before the run, and cannot be changed after. */
export interface Predict extends WithFigure {
  readonly kind: "predict";
  readonly answer: Choices | Asked;
}

/** One of a few answers, by their names. */
export interface Choices {
  readonly choices: Readonly<Record<string, string>>;
}

/** A number that is asked for. */
export interface Asked extends Range {
  readonly label: string;
  readonly unit?: string;
}

/** Settings are looked for whose run comes to what is wanted. */
export interface Find extends WithFigure {
  readonly kind: "find";
  readonly wanted: readonly Wanted[];
  /** All points for a value up to the first of `upTo`, half for one up to the second: the narrowest network, the fewest steps. */
  readonly least?: { readonly parameter: string; readonly upTo: readonly [all: number, half: number] };
}

/** Settings are looked for at which what a claim says no longer holds: one of `holds` is missed, while all `wanted` are met. */
export interface Refute extends WithFigure {
  readonly kind: "refute";
  /** What is said to hold, in a sentence. */
  readonly says: string;
  readonly holds: readonly Wanted[];
  readonly wanted?: readonly Wanted[];
}

/** A number is read off the student's own run, with its uncertainty. */
export interface Measure extends WithFigure {
  readonly kind: "measure";
  readonly answer: Asked;
  /** The largest uncertainty that still says something. */
  readonly atMost: number;
}

/** In words, for a person to read. */
export interface Explain extends Shared {
  readonly kind: "explain";
  /** Letters. */
  readonly atMost: number;
}

export type TaskWithFigure = Predict | Find | Refute | Measure;
export type Task = TaskWithFigure | Explain;
export type Tasks = Readonly<Record<string, Task>>;

/** An assignment as it is written. */
export interface Written<T extends Tasks = Tasks> {
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly about: string;
  /** The companion that it belongs to. */
  readonly paper: string;
  /** Minutes of work for whoever has read the companion: reading the page, runs, thinking and writing. */
  readonly minutes: number;
  /** What a student can do afterwards. */
  readonly goals: readonly string[];
  /** In the order of the page. */
  readonly tasks: T;
}

/** An assignment with the name that its folder gives it. */
export interface Assignment<T extends Tasks = Tasks> extends Written<T> {
  readonly id: string;
}

/** An assignment as it is written: the type of its scores follows from its tasks. */
export function assignment<const T extends Tasks>(written: Written<T>): Written<T> {
  return written;
}

/** What of a run a score may depend on, by case: quantities and series of the last report, at full precision. */
export type Outcome = readonly Pick<Measurement, "quantities" | "series">[];

/** The answer to what is to be told of a run: the name of a choice, or a number. @throws Error where a run has none */
type Truth = (outcome: Outcome, settings: Values) => string | number;

/** What a student who has understood tries, in this order, where settings are looked for: one of the first tries solves the task. */
type Solution = (settings: Values) => readonly Values[];

/** What a text is to say for some of its points. The teacher reads it, and nobody else. */
export interface Expected {
  readonly points: number;
  /** In a sentence or two. */
  readonly says: string;
}

type ScoreOf<T extends Task> = T extends { readonly kind: "predict"; readonly answer: Choices }
  ? {
      readonly truth: (outcome: Outcome, settings: Values) => keyof T["answer"]["choices"] & string;
    }
  : T extends Predict
    ? {
        readonly truth: (outcome: Outcome, settings: Values) => number;
        /** All points within the first share of the true value, half within the second. */
        readonly within: readonly [all: number, half: number];
      }
    : T extends Measure
      ? { readonly truth: (outcome: Outcome, settings: Values) => number }
      : T extends Find | Refute
        ? { readonly solution: Solution }
        : {
            /** For the person who reads the text; its points come to those of the task. */
            readonly rubric: readonly Expected[];
          };

/** The scores of an assignment: of each of its tasks. */
export type Scores<W extends Written> = {
  readonly [name in keyof W["tasks"]]: ScoreOf<W["tasks"][name]>;
};

/** The same without knowledge of the assignment. */
export type AnyScores = Readonly<Record<string, AnyScore>>;
export interface AnyScore {
  readonly truth?: Truth;
  readonly within?: readonly [number, number];
  readonly solution?: Solution;
  readonly rubric?: readonly Expected[];
}

/** The task of this name. @throws RangeError where the assignment has none */
export function taskOf({ id, tasks }: Assignment, name: string): Task {
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (!task)
    throw new RangeError(
      `The assignment ${id} has no task “${name}”; it has ${Object.keys(tasks).join(", ")}.`,
    );
  return task;
}

export function hasFigure(task: Task): task is TaskWithFigure {
  return task.kind !== "explain";
}
