/**
 * Grades a course: every file, several at a time, what is the same in two files, and whose run it is that somebody handed in. A
 * file that cannot be graded has its line, and the others go on.
 */
import { assignmentNamed } from "../../catalogue/assignments.ts";
import { figureNamed } from "../../catalogue/experiments.ts";
import { scoresOf } from "../../catalogue/scores.ts";
import type { FigureRecord } from "../../runtime/records/record.ts";
import { eachConcurrently } from "../../runtime/runs/concurrently.ts";
import { type Assignment, hasFigure } from "../assignment.ts";
import { type Course, inCourse } from "../course.ts";
import { brokenAt, type HandIn, lastOf } from "../handIn.ts";
import { departuresFromTask } from "../ownRun.ts";
import { personalOf, plainNumber } from "../personal.ts";
import type { Flag, Graded, Result } from "./graded.ts";
import { gradeHandIn } from "./gradeHandIn.ts";
import { isOfPool, type RerunOptions, rerunner } from "./rerun.ts";
import type { Submission } from "./submissions.ts";

export interface GradeOptions extends RerunOptions {
  /** What the teacher's link asked for; what each file says itself, if missing. */
  readonly course?: Course | null;
  /** What is known of a file from before, by its fingerprint. */
  readonly known?: (fingerprint: string) => Graded | undefined;
  /** After each file. */
  readonly onResult: (result: Result, fingerprint: string | null, done: number, of: number) => void;
}

/** The results of all submissions, in their order. @throws the signal's reason */
export async function gradeAll(
  submissions: readonly Submission[],
  options: GradeOptions,
): Promise<readonly Result[]> {
  const { signal, pool, known, onResult } = options;
  const handIns = submissions.flatMap((each) => ("handIn" in each ? [each.handIn] : []));
  const rerun = rerunner(options);
  const ownersOf = ownersAmong(handIns);
  const results: Result[] = [];
  let done = 0;
  const grade = async (submission: Submission): Promise<Result> => {
    const { file } = submission;
    if (!("handIn" in submission)) return submission;
    const before = known?.(submission.fingerprint);
    if (before) return { ...before, file };
    const { handIn } = submission;
    const whole = assignmentNamed(handIn.assignment);
    if (!whole)
      return {
        file,
        problem: `It is of an assignment “${handIn.assignment}”, which this software does not have.`,
      };
    const course = options.course === undefined ? handIn.course : options.course;
    const scores = await scoresOf(whole);
    return gradeHandIn(file, handIn, {
      assignment: inCourse(whole, course),
      whole,
      scores,
      rerun,
      ownersOf: (task, record) => ownersOf(whole, task, record),
    });
  };
  const work = async ([k, submission]: readonly [number, Submission]) => {
    signal.throwIfAborted();
    const result = await grade(submission).catch((error: Error): Result => {
      if (signal.aborted || isOfPool(error)) throw error;
      return { file: submission.file, problem: error.message };
    });
    results[k] = result;
    done += 1;
    onResult(result, "handIn" in submission ? submission.fingerprint : null, done, submissions.length);
  };
  await eachConcurrently([...submissions.entries()], pool.lanes ?? 2 * pool.cores, work, signal);
  return flagged(results, submissions, options.course);
}

/** Of some files, the students whose run of a task a record is. */
function ownersAmong(handIns: readonly HandIn[]) {
  return (assignment: Assignment, name: string, record: FigureRecord): string[] => {
    const task = assignment.tasks[name];
    if (!task || !hasFigure(task)) return [];
    const about = figureNamed(task.figure);
    return handIns
      .filter(
        ({ assignment: id, student }) =>
          id === assignment.id &&
          departuresFromTask(record, task, personalOf(id, name, task, student.number), about).length === 0,
      )
      .map(({ student }) => `${student.name} (${student.number})`);
  };
}

/** Shortest text, in letters, of which it means something that two are the same. */
const TELLING = 40;

/** Files by what they have in common; those that have nothing to compare are left out. */
function filesBy(
  files: readonly Read[],
  keyOf: (handIn: HandIn) => string | null,
): (handIn: HandIn) => string[] {
  const byKey = Map.groupBy(files, ({ handIn }) => keyOf(handIn));
  return (handIn) => {
    const key = keyOf(handIn);
    return key === null
      ? []
      : (byKey.get(key) ?? []).flatMap((each) => (each.handIn === handIn ? [] : each.file));
  };
}

type Read = Extract<Submission, { readonly handIn: HandIn }>;

function whose({ assignment, student }: HandIn): string {
  return `${assignment} ${plainNumber(student.number)}`;
}

/** What a student wrote, as it is compared; null where that is too short to tell. */
function textFor(task: string, handIn: HandIn): string | null {
  const text = lastOf(handIn, task, "text")?.text.replace(/\s+/g, " ").trim().toLowerCase() ?? "";
  return text.length >= TELLING ? `${handIn.assignment} ${text}` : null;
}

/** The results with what can be said only of all files together. */
function flagged(
  results: readonly Result[],
  submissions: readonly Submission[],
  course: Course | null | undefined,
): Result[] {
  const files = submissions.filter((each): each is Read => "handIn" in each);
  const ofStudent = filesBy(files, whose);
  const ofChain = filesBy(files, ({ entries }) => entries.at(-1)?.digest ?? null);
  // Entries are chained to a number: of two files with the same ones, that of this number is the first.
  const copiedFrom = (handIn: HandIn) => (brokenAt(handIn) === null ? [] : ofChain(handIn));
  const ofText = new Map<string, (handIn: HandIn) => string[]>();
  const withText = (task: string) => {
    const known = ofText.get(task) ?? filesBy(files, (handIn) => textFor(task, handIn));
    ofText.set(task, known);
    return known;
  };
  return results.map((result, k) => {
    const submission = submissions[k];
    if (!("student" in result) || !submission || !("handIn" in submission)) return result;
    const { handIn } = submission;
    const twice = ofStudent(handIn);
    const others = (found: readonly string[]) => found.filter((file) => !twice.includes(file));
    const flags: Flag[] = [
      ...result.flags,
      ...flagFor("two files of one student", "There is another file of this student", twice),
      ...flagFor("the same as another", "It has the entries of", others(copiedFrom(handIn))),
      ...courseFlags(handIn, course),
    ];
    const tasks = result.tasks.map((task) => {
      const same = task.text === undefined ? [] : others(withText(task.task)(handIn));
      return {
        ...task,
        flags: [...task.flags, ...flagFor("the same as another", "The text is that of", same)],
      };
    });
    return { ...result, tasks, flags };
  });
}

function flagFor(kind: Flag["kind"], says: string, files: readonly string[]): Flag[] {
  return files.length > 0 ? [{ kind, says: `${says}: ${files.join(", ")}.` }] : [];
}

function courseFlags(handIn: HandIn, course: Course | null | undefined): Flag[] {
  const isOther = course !== undefined && JSON.stringify(course) !== JSON.stringify(handIn.course);
  const until = (course === undefined ? handIn.course : course)?.until;
  // A day ends when it has ended everywhere.
  const end = until ? Date.parse(`${until}T12:00:00Z`) + 24 * 3600e3 : Number.POSITIVE_INFINITY;
  const late = handIn.entries.filter(({ at }) => Date.parse(at) > end);
  return [
    ...(isOther
      ? [{ kind: "another link", says: "The student worked with another link than this one." } as const]
      : []),
    ...(late.length > 0
      ? [
          {
            kind: "late",
            says: `${late.length} entries say that they were made after ${until}, by the student’s clock.`,
          } as const,
        ]
      : []),
  ];
}
