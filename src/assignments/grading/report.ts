/** The report for one student, in plain text: what each answer came to and why. It can be sent as it is. */
import { assignmentNamed } from "../../catalogue/assignments.ts";
import { plainNumber } from "../personal.ts";
import { type Graded, mostOf, pointsOf, rounded } from "./graded.ts";

export function reportOf(graded: Graded): string {
  const { student, tasks, flags } = graded;
  const title = assignmentNamed(graded.assignment)?.title ?? graded.assignment;
  const open = tasks.some(({ points }) => points === null);
  const lines = [
    title,
    `${student.name}, number ${student.number}`,
    `${pointsOf(graded)} of ${mostOf(graded)} points${open ? ", without what a person still has to read" : ""}`,
    "",
    ...tasks.flatMap((task, k) => [
      `${k + 1}. ${task.title}: ${task.points === null ? "to be read" : `${rounded(task.points)} of ${task.of}`}`,
      ...task.because.map((sentence) => `   ${sentence}`),
      ...(task.comment ? [`   Comment: ${task.comment}`] : []),
      ...task.flags.map(({ says }) => `   To look at: ${says}`),
    ]),
    ...(flags.length > 0 ? ["", ...flags.map(({ says }) => `To look at: ${says}`)] : []),
    "",
    "Points come from runs that were made again, not from what the file says of them.",
  ];
  return `${lines.join("\n")}\n`;
}

/** "three-regimes-4711.txt": letters and digits alone, whatever a student is called. */
export function nameOfReport({ assignment, student }: Pick<Graded, "assignment" | "student">): string {
  const number = plainNumber(student.number)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60);
  return `${assignment.replace(/[^a-z0-9-]/g, "")}-${number || "student"}.txt`;
}
