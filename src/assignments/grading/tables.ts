/**
 * Grades as tables: for the gradebook of Canvas or Moodle, for the teacher, and of texts to be marked, out and back in. A cell that
 * a spreadsheet would take for a formula begins with an apostrophe.
 */
import Papa from "papaparse";
import { assignmentNamed } from "../../catalogue/assignments.ts";
import { plainNumber } from "../personal.ts";
import { flagsOf, type Graded, isGraded, mostOf, pointsOf, type Result } from "./graded.ts";
import type { Mark } from "./marks.ts";

/** What a spreadsheet takes for a formula. The library’s own pattern lets texts of several lines through. */
const FORMULA = /^[=+\-@\t\r]/;

function csvOf(fields: readonly string[], data: readonly (readonly (string | number)[])[]): string {
  const written = Papa.unparse(
    { fields: [...fields], data: data.map((row) => [...row]) },
    { escapeFormulae: FORMULA, newline: "\r\n" },
  );
  return `${written}\r\n`;
}

/** A row a student and a column an assignment, as Canvas imports it; Moodle maps “SIS User ID” to its ID number. */
export function gradebookOf(results: readonly Result[]): string {
  const graded = countingOf(results);
  const assignments = [...new Set(graded.map(({ assignment }) => assignment))];
  const students = Map.groupBy(graded, ({ student }) => plainNumber(student.number));
  const rows = [...students.values()].map((own) => {
    const { name, number } = (own[0] as Graded).student;
    const points = assignments.map((id) => {
      const found = own.find(({ assignment }) => assignment === id);
      return found ? pointsOf(found) : "";
    });
    return [name, "", number, number, "", ...points];
  });
  const titles = assignments.map((id) => assignmentNamed(id)?.title ?? id);
  return csvOf(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...titles], rows);
}

/** Of each student and assignment the file that counts: the one that was worked on last, as it says itself. */
export function countingOf(results: readonly Result[]): Graded[] {
  const files = Map.groupBy(
    results.filter(isGraded),
    ({ assignment, student }) => `${assignment} ${plainNumber(student.number)}`,
  );
  return [...files.values()].map(
    (own) => own.toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1))[0] as Graded,
  );
}

/** A row a file, with what should be looked at. */
export function overviewOf(results: readonly Result[]): string {
  const rows = results.map((result) =>
    isGraded(result)
      ? [
          result.file,
          result.student.name,
          result.student.number,
          result.assignment,
          pointsOf(result),
          mostOf(result),
          result.tasks
            .map(({ title, points, of }) => `${title}: ${points ?? "to be read"} of ${of}`)
            .join("; "),
          flagsOf(result)
            .map(({ kind, says }) => `${kind}: ${says}`)
            .join(" "),
        ]
      : [result.file, "", "", "", "", "", "", `not graded: ${result.problem}`],
  );
  return csvOf(["File", "Student", "Number", "Assignment", "Points", "Of", "Tasks", "To look at"], rows);
}

const MARKS = ["Assignment", "Task", "Number", "Student", "Answer", "Of", "Marks", "Comment"] as const;

/** The texts that a person has to read, with room for marks and a comment, and what each is to say. */
export function textsToMark(results: readonly Result[]): string {
  const rows = countingOf(results).flatMap(({ assignment, student, tasks }) =>
    tasks.flatMap(({ task, text, of, points, comment, rubric = [] }) =>
      text === undefined
        ? []
        : [
            [
              assignment,
              task,
              student.number,
              student.name,
              text,
              of,
              points ?? "",
              comment ?? "",
              rubric.map((each) => `${each.points}: ${each.says}`).join("\n"),
            ],
          ],
    ),
  );
  return csvOf([...MARKS, "What it is to say"], rows);
}

/** A table of marks that does not fit; the message is a sentence. */
export class MarksError extends Error {
  override readonly name = "MarksError";
}

/** Marks out of the table of texts, filled in. @throws MarksError */
export function marksIn(text: string): Mark[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: "greedy",
  });
  const missing = MARKS.filter((name) => !meta.fields?.includes(name));
  if (missing.length > 0)
    throw new MarksError(
      `The table of marks lacks the columns ${missing.join(", ")}: fill in the one that was written here.`,
    );
  return data.map((row, k) => {
    const said = (row.Marks ?? "").trim().replace(",", ".");
    const points = said === "" ? null : Number(said);
    if (points !== null && !(points >= 0 && points <= Number(row.Of)))
      throw new MarksError(`Row ${k + 2} of the marks: “${row.Marks}” is no number from 0 to ${row.Of}.`);
    const number = unescaped(row.Number ?? "");
    return {
      assignment: row.Assignment ?? "",
      task: row.Task ?? "",
      number,
      points,
      comment: unescaped(row.Comment ?? ""),
    };
  });
}

/** Without the apostrophe that keeps a spreadsheet from taking it for a formula. */
function unescaped(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r])/, "");
}
