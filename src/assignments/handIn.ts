/**
 * What a student hands in: a file of plain JSON with everything that was told, in the order in which it was, and the records of
 * runs. It has no score. Each entry has the digest of the one before, so that an entry which was changed, moved or left out is
 * noticed. That is no signature: whoever makes all entries anew has another file, and says so by handing it in.
 */

import { digestOf } from "../runtime/records/digest.ts";
import type { FigureRecord } from "../runtime/records/record.ts";
import type { Assignment } from "./assignment.ts";
import type { Course } from "./course.ts";
import { plainNumber } from "./personal.ts";

/** Raised whenever an old file could no longer be read or would mean something else. */
export const HAND_IN_SCHEMA = 1;
/** What marks a file as one. */
export const HAND_IN = "two-layers hand-in";

export interface Student {
  readonly name: string;
  /** By which what is their own is drawn. */
  readonly number: string;
}

/** What an entry tells. */
export type Told =
  /** Before the run: the name of a choice, or a number. */
  | { readonly kind: "prediction"; readonly value: string | number }
  /** A run: the digest of the whole of its record. */
  | { readonly kind: "run"; readonly run: string }
  | { readonly kind: "number"; readonly value: number; readonly uncertainty: number }
  | { readonly kind: "text"; readonly text: string };

export type Entry = Told & {
  readonly task: string;
  /** When, by the clock of the student's machine, which nobody can check: an ISO date. */
  readonly at: string;
  /** SHA-256 of the entry, of the one before it and of whose file it is. */
  readonly digest: string;
};

export interface HandIn {
  readonly kind: typeof HAND_IN;
  readonly schema: typeof HAND_IN_SCHEMA;
  readonly assignment: string;
  /** SHA-256 of its tasks: another one for tasks that were changed since. */
  readonly edition: string;
  readonly software: string;
  readonly student: Student;
  /** What the teacher's link asked for; null for all tasks as they are. */
  readonly course: Course | null;
  readonly entries: readonly Entry[];
  /** Of the runs that entries name, by their digests: the first and the last of each task. */
  readonly records: Readonly<Record<string, FigureRecord>>;
}

/** SHA-256 of the tasks of an assignment. */
export function editionOf({ id, tasks }: Assignment): string {
  return digestOf({ id, tasks });
}

/** The file of a student who has told nothing yet. */
export function begunBy(
  student: Student,
  assignment: Assignment,
  software: string,
  course: Course | null = null,
): HandIn {
  return {
    kind: HAND_IN,
    schema: HAND_IN_SCHEMA,
    assignment: assignment.id,
    edition: editionOf(assignment),
    software,
    student,
    course,
    entries: [],
    records: {},
  };
}

/** Where the chain of entries begins: whose file of which assignment it is. */
function beginningOf({ assignment, student }: Pick<HandIn, "assignment" | "student">): string {
  return digestOf({ assignment, number: plainNumber(student.number) });
}

function digestOfEntry(entry: Omit<Entry, "digest">, before: string): string {
  return digestOf({ ...entry, before });
}

/** The file with one more entry. */
export function withEntry(handIn: HandIn, task: string, told: Told, at: string): HandIn {
  const before = handIn.entries.at(-1)?.digest ?? beginningOf(handIn);
  const entry = { ...told, task, at };
  const digest = digestOfEntry(entry, before);
  return { ...handIn, entries: [...handIn.entries, { ...entry, digest }] };
}

/** The file with one more run. Of a task's runs the records of the first and the last are kept. */
export function withRun(handIn: HandIn, task: string, record: FigureRecord, at: string): HandIn {
  const next = withEntry(handIn, task, { kind: "run", run: record.wholeDigest }, at);
  const records = { ...next.records, [record.wholeDigest]: record };
  const needed = new Set(neededIn(next.entries));
  return { ...next, records: Object.fromEntries(Object.entries(records).filter(([run]) => needed.has(run))) };
}

/** The digests of the first and the last run of each task. */
function neededIn(entries: readonly Entry[]): string[] {
  const byTask = Map.groupBy(
    entries.filter((entry) => entry.kind === "run"),
    ({ task }) => task,
  );
  return [...byTask.values()].flatMap((runs) => [runs[0], runs.at(-1)].flatMap((each) => each?.run ?? []));
}

/** What was found of files, which is asked once for each of their tasks: a chain takes a hash for every entry. */
const BROKEN = new WeakMap<HandIn, number | null>();

/** The place of the first entry that does not follow from those before it, from 0 on; null where all do. */
export function brokenAt(handIn: HandIn): number | null {
  const known = BROKEN.get(handIn);
  if (known !== undefined) return known;
  const place = firstBroken(handIn);
  BROKEN.set(handIn, place);
  return place;
}

function firstBroken(handIn: HandIn): number | null {
  let before = beginningOf(handIn);
  for (const [k, { digest, ...entry }] of handIn.entries.entries()) {
    if (digestOfEntry(entry, before) !== digest) return k;
    before = digest;
  }
  return null;
}

/** The entries of a task, in order. */
export function entriesOf({ entries }: Pick<HandIn, "entries">, task: string): Entry[] {
  return entries.filter((entry) => entry.task === task);
}

type Of<Kind extends Told["kind"]> = Extract<Entry, { kind: Kind }>;

/** The first entry of a task of this kind: a prediction counts as it was made first. */
export function firstOf<Kind extends Told["kind"]>(
  handIn: Pick<HandIn, "entries">,
  task: string,
  kind: Kind,
): Of<Kind> | undefined {
  return entriesOf(handIn, task).find((entry): entry is Of<Kind> => entry.kind === kind);
}

/** The last one: everything else counts as it was told last. */
export function lastOf<Kind extends Told["kind"]>(
  handIn: Pick<HandIn, "entries">,
  task: string,
  kind: Kind,
): Of<Kind> | undefined {
  return entriesOf(handIn, task).findLast((entry): entry is Of<Kind> => entry.kind === kind);
}
