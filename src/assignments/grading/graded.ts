/** What grading finds: plain data that a report, a table and a page show. */
import type { Expected } from "../assignment.ts";
import type { Student } from "../handIn.ts";

/** Something that the teacher should know, of one of these kinds. */
export interface Flag {
  readonly kind:
    | "forged"
    | "edited"
    | "predicted after the run"
    | "settings of another student"
    | "not the task"
    | "the same as another"
    | "two files of one student"
    | "another edition"
    | "another link"
    | "late";
  /** In a sentence. */
  readonly says: string;
}

export interface GradedTask {
  readonly task: string;
  readonly title: string;
  /** null where a person has to read it. */
  readonly points: number | null;
  readonly of: number;
  /** How the points come about, in sentences. */
  readonly because: readonly string[];
  /** What the student wrote, for a person to read. */
  readonly text?: string;
  /** What it is to say, for that person alone. */
  readonly rubric?: readonly Expected[];
  /** What the teacher says of it. */
  readonly comment?: string;
  readonly flags: readonly Flag[];
}

/** A file that was graded. */
export interface Graded {
  readonly file: string;
  readonly assignment: string;
  /** Of the assignment. */
  readonly title: string;
  readonly student: Student;
  /** When its last entry was made, by the student's clock; empty without one. */
  readonly lastAt: string;
  readonly tasks: readonly GradedTask[];
  /** Of the file as a whole. */
  readonly flags: readonly Flag[];
}

/** A file that was not. */
export interface Ungraded {
  readonly file: string;
  /** In a sentence. */
  readonly problem: string;
}

export type Result = Graded | Ungraded;

export function isGraded(result: Result): result is Graded {
  return "student" in result;
}

/** All flags of a file and its tasks. */
export function flagsOf({ flags, tasks }: Graded): Flag[] {
  return [...flags, ...tasks.flatMap((task) => task.flags)];
}

/** Points as people write them, to a hundredth. */
export function rounded(points: number): number {
  return Number(points.toFixed(2));
}

/** Points that are certain, to a hundredth: of tasks that no person has to read, or that one has marked. */
export function pointsOf({ tasks }: Pick<Graded, "tasks">): number {
  return rounded(tasks.reduce((sum, { points }) => sum + (points ?? 0), 0));
}

export function mostOf({ tasks }: Pick<Graded, "tasks">): number {
  return tasks.reduce((sum, { of }) => sum + of, 0);
}
