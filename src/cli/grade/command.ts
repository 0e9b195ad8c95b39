/** How `npm run grade` is called, and what that asks for. Runs nothing. */
import { statSync } from "node:fs";
import type { Course } from "../../assignments/course.ts";
import { courseOfLink, LinkError } from "../../assignments/grading/link.ts";
import { ASSIGNMENTS, assignmentNamed } from "../../catalogue/assignments.ts";
import { command, EXIT, UsageError, wholeNumber } from "../command.ts";
import { writableFile, writableFolder } from "../files.ts";
import {
  compareOption,
  patienceOption,
  type QueueOptions,
  queueFrom,
  queueOption,
} from "../queue/options.ts";

/** Files to grade. */
export interface WantedGrades {
  readonly kind: "grade";
  /** Folders, archives and files. */
  readonly places: readonly string[];
  readonly csv: string | undefined;
  readonly overview: string | undefined;
  readonly reports: string | undefined;
  readonly texts: string | undefined;
  readonly marks: string | undefined;
  readonly json: string | undefined;
  readonly keep: string | undefined;
  readonly course: Course | null | undefined;
  readonly workers: number | undefined;
  readonly queue: QueueOptions | null;
}

/** Files of invented students who solve everything, to try grading with. */
export interface WantedExample {
  readonly kind: "example";
  readonly assignment: string;
  readonly students: number;
  readonly folder: string;
  readonly workers: number | undefined;
  readonly queue: QueueOptions | null;
}

/** The command, for which `act` does what is asked for and returns the exit code. */
export function gradeCommand(act: (wanted: WantedGrades | WantedExample) => Promise<number>) {
  const about =
    "Grades files that were handed in: executes their runs again and counts what comes out, whatever the files say.";
  const grade = command("grade", about, {
    [EXIT.sound]: "every file was graded and nothing has to be looked at",
    [EXIT.unsound]: "something has to be looked at: a file that is no submission, or a flag",
  })
    .argument("[places...]", "folders, archives (.zip) and files that were handed in")
    .option("--csv <file>", "write points, as the gradebooks of Canvas and Moodle import them", (file) =>
      writableFile("--csv", file),
    )
    .option("--overview <file>", "write a table with a row a file, and what has to be looked at", (file) =>
      writableFile("--overview", file),
    )
    .option("--reports <folder>", "write a report for each student", (folder) =>
      writableFolder("--reports", folder),
    )
    .option("--texts <file>", "write the texts that a person has to read, with room for marks", (file) =>
      writableFile("--texts", file),
    )
    .option("--marks <file>", "take marks and comments from that table, filled in", existing("--marks"))
    .option("--link <address>", "the link that students were given: which tasks, until when")
    .option("--json <file>", "write all that was found", (file) => writableFile("--json", file))
    .option("--keep <file>", "keep what is graded here while it goes on, and go on from there", (file) =>
      writableFile("--keep", file),
    )
    .option(
      "--example <assignment>",
      "write files of invented students who solve everything, into the folder that is named",
    )
    .option("--students <n>", "how many of them; without it, 10", wholeNumber("students", 100_000))
    .option("--workers <n>", "threads; without it, as many as there are cores", wholeNumber("workers", 64))
    .addOption(queueOption())
    .addOption(compareOption())
    .addOption(patienceOption());
  return grade.action(async (places, options) => {
    const { workers, example, students = 10, link, ...files } = options;
    const queue = queueFrom(options);
    if (example !== undefined) {
      process.exitCode = await act({
        kind: "example",
        assignment: known(example),
        students,
        folder: onlyFolder(places),
        workers,
        queue,
      });
      return;
    }
    if (places.length === 0) throw new UsageError("Name a folder, an archive or a file that was handed in.");
    for (const place of places)
      if (!statSync(place, { throwIfNoEntry: false })) throw new UsageError(`There is no “${place}”.`);
    const { csv, overview, reports, texts, marks, json, keep } = files;
    process.exitCode = await act({
      kind: "grade",
      places,
      csv,
      overview,
      reports,
      texts,
      marks,
      json,
      keep,
      course: link === undefined ? undefined : courseIn(link),
      workers,
      queue,
    });
  });
}

function existing(option: string) {
  return (file: string): string => {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new UsageError(`${option}: there is no file “${file}”.`);
    return file;
  };
}

function known(name: string): string {
  if (!assignmentNamed(name))
    throw new UsageError(
      `There is no assignment “${name}”; there are ${ASSIGNMENTS.map(({ id }) => id).join(", ")}.`,
    );
  return name;
}

function onlyFolder(places: readonly string[]): string {
  const [folder, ...others] = places;
  if (folder === undefined || others.length > 0)
    throw new UsageError("--example needs one folder to write to.");
  return writableFolder("--example", folder);
}

/** What a teacher's link asks for. @throws UsageError */
function courseIn(link: string): Course | null {
  try {
    return courseOfLink(link);
  } catch (error) {
    if (error instanceof LinkError) throw new UsageError(`--link: ${error.message}`);
    throw error;
  }
}
