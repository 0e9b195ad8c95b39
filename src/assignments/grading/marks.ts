/** What a teacher gives for texts: marks and comments, whose they are, and results with them. */
import { plainNumber } from "../personal.ts";
import { type Graded, type GradedTask, isGraded, type Result } from "./graded.ts";

/** A mark and a comment of the teacher's for a text. */
export interface Mark extends Place {
  readonly points: number | null;
  readonly comment: string;
}

/** Whose text a mark is for. */
interface Place {
  readonly assignment: string;
  readonly task: string;
  readonly number: string;
}

/** One key for a text of a student, however their number is written. */
export function keyOf({ assignment, task, number }: Place): string {
  return `${assignment} ${task} ${plainNumber(number)}`;
}

/** The mark of a task as it stands. */
export function markOf({ assignment, student }: Graded, { task, points, comment = "" }: GradedTask): Mark {
  return { assignment, task, number: student.number, points, comment };
}

/** The results with marks and comments. */
export function withMarks(results: readonly Result[], marks: Iterable<Mark>): Result[] {
  const known = new Map([...marks].map((mark) => [keyOf(mark), mark]));
  return results.map((result) =>
    isGraded(result)
      ? {
          ...result,
          tasks: result.tasks.map((task) => {
            const mark = known.get(keyOf(markOf(result, task)));
            if (!mark || task.text === undefined) return task;
            return { ...task, points: mark.points, ...(mark.comment ? { comment: mark.comment } : {}) };
          }),
        }
      : result,
  );
}
