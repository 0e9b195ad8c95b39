/** `npm run grade` as a command: its arguments, carried out by the workers of this process. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nameOfHandIn, textOfHandIn } from "../../assignments/fileOf.ts";
import { gradeAll } from "../../assignments/grading/gradeAll.ts";
import { flagsOf, isGraded, mostOf, pointsOf, type Result } from "../../assignments/grading/graded.ts";
import { withMarks } from "../../assignments/grading/marks.ts";
import { nameOfReport, reportOf } from "../../assignments/grading/report.ts";
import { solvedBy } from "../../assignments/grading/solved.ts";
import { type Submission, submissionsIn } from "../../assignments/grading/submissions.ts";
import {
  countingOf,
  gradebookOf,
  MarksError,
  marksIn,
  overviewOf,
  textsToMark,
} from "../../assignments/grading/tables.ts";
import { editionOf } from "../../assignments/handIn.ts";
import { ASSIGNMENTS, assignmentNamed } from "../../catalogue/assignments.ts";
import { scoresOf } from "../../catalogue/scores.ts";
import { digestOf } from "../../runtime/records/digest.ts";
import type { Pool } from "../../runtime/workers/pool.ts";
import { SOFTWARE } from "../../software.ts";
import { EXIT, UsageError } from "../command.ts";
import { writeFile, writeJson } from "../files.ts";
import { poolFor } from "../runs/poolFor.ts";
import { progressLine } from "../verify/progress.ts";
import { gradeCommand, type WantedExample, type WantedGrades } from "./command.ts";
import { keptIn } from "./kept.ts";
import { filesIn } from "./places.ts";

export function grade() {
  return gradeCommand(async (wanted) => {
    const pool = await poolFor(wanted);
    try {
      return await (wanted.kind === "grade" ? gradePlaces(wanted, pool) : writeExample(wanted, pool));
    } finally {
      pool.end();
    }
  });
}

async function gradePlaces(wanted: WantedGrades, pool: Pool): Promise<number> {
  const { places, course, keep, marks } = wanted;
  const marked = marks === undefined ? [] : marksFrom(marks);
  const submissions: Submission[] = [];
  for (const found of filesIn(places))
    for await (const submission of submissionsIn(found)) submissions.push(submission);
  if (submissions.length === 0) throw new UsageError("There is no file in what was named.");
  const kept = keptIn(keep, digestOf([SOFTWARE, ASSIGNMENTS.map(editionOf), course ?? null]));
  const line = progressLine("grading");
  const graded = await gradeAll(submissions, {
    pool,
    software: SOFTWARE,
    signal: new AbortController().signal,
    ...(course === undefined ? {} : { course }),
    known: kept.find,
    onResult: (result, fingerprint, done, of) => {
      if (fingerprint && isGraded(result)) kept.keep(fingerprint, result);
      line.show(done / of);
    },
  }).finally(line.end);
  kept.flush();
  const results = withMarks(graded, marked);
  for (const result of results) print(result);
  write(wanted, results);
  return summed(results);
}

function marksFrom(file: string) {
  try {
    return marksIn(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof MarksError) throw new UsageError(`--marks: ${error.message}`);
    throw error;
  }
}

function print(result: Result): void {
  if (!isGraded(result)) {
    console.log(`${result.file}  not graded: ${result.problem}`);
    return;
  }
  const { file, student, tasks } = result;
  const toRead = tasks.filter(({ points }) => points === null).length;
  const rest = toRead > 0 ? `, ${toRead === 1 ? "a text" : `${toRead} texts`} to be read` : "";
  console.log(
    `${file}  ${oneLine(student.name)} (${oneLine(student.number)})  ${pointsOf(result)} of ${mostOf(result)}${rest}`,
  );
  for (const { kind, says } of flagsOf(result)) console.log(`    ${kind}: ${oneLine(says)}`);
}

/** Nothing that a terminal would obey. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}

function write({ csv, overview, reports, texts, json }: WantedGrades, results: readonly Result[]): void {
  if (csv) writeFile(csv, gradebookOf(results));
  if (overview) writeFile(overview, overviewOf(results));
  if (texts) writeFile(texts, textsToMark(results));
  if (json) writeJson(json, results);
  if (reports)
    for (const graded of countingOf(results))
      writeFile(join(reports, nameOfReport(graded)), reportOf(graded));
}

function summed(results: readonly Result[]): number {
  const graded = results.filter(isGraded);
  const flagged = graded.filter((each) => flagsOf(each).length > 0).length;
  const ungraded = results.length - graded.length;
  const parts = [
    `${graded.length} of ${results.length} files are graded`,
    ...(flagged > 0 ? [`${flagged} have something to look at`] : []),
    ...(graded.some(({ tasks }) => tasks.some(({ points }) => points === null))
      ? ["texts are to be read: --texts writes them, --marks takes them back"]
      : []),
  ];
  console.log(`${parts.join("; ")}.`);
  return flagged + ungraded === 0 ? EXIT.sound : EXIT.unsound;
}

async function writeExample(
  { assignment: id, students, folder }: WantedExample,
  pool: Pool,
): Promise<number> {
  const assignment = assignmentNamed(id);
  if (!assignment) throw new UsageError(`There is no assignment “${id}”.`);
  const scores = await scoresOf(assignment);
  const line = progressLine(id);
  const options = {
    pool,
    software: SOFTWARE,
    signal: new AbortController().signal,
    at: new Date().toISOString(),
  };
  for (let k = 0; k < students; k += 1) {
    const student = { name: `Student ${k + 1}`, number: String(1001 + k) };
    const handIn = await solvedBy(student, assignment, scores, options);
    writeFile(join(folder, nameOfHandIn(handIn)), textOfHandIn(handIn));
    line.show((k + 1) / students);
  }
  line.end();
  console.log(`wrote the files of ${students} invented students to ${folder}`);
  return EXIT.sound;
}
