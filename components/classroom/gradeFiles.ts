/** Grades the files of a course in the page: loads what that takes, finds what was graded here before, and tells how far it is. */
import { type Graded, isGraded, type Result } from "../../src/assignments/grading/graded.ts";
import type { Found } from "../../src/assignments/grading/submissions.ts";
import { late } from "../../src/runtime/late.ts";
import { openGrades } from "./keptGrades.ts";

export interface FilesToGrade {
  readonly files: readonly Found[];
  /** The link that the students had; where it is empty, what each file says itself counts. */
  readonly link: string;
  readonly software: string;
  readonly signal: AbortSignal;
  /** Called once it is known how many files there are, and after each. */
  readonly onProgress: (done: number, of: number) => void;
  readonly onResult: (result: Result) => void;
}

/** @throws Error in a sentence where there is nothing to grade, or the link is none */
export async function gradeFiles(given: FilesToGrade): Promise<readonly Result[]> {
  const { files, link, software, signal, onProgress, onResult } = given;
  const [
    { gradeAll },
    { submissionsIn, isOfTheSystem },
    { courseOfLink },
    { ASSIGNMENTS },
    { editionOf },
    { digestOf },
    { pool },
  ] = await late(() =>
    Promise.all([
      import("../../src/assignments/grading/gradeAll.ts"),
      import("../../src/assignments/grading/submissions.ts"),
      import("../../src/assignments/grading/link.ts"),
      import("../../src/catalogue/assignments.ts"),
      import("../../src/assignments/handIn.ts"),
      import("../../src/runtime/records/digest.ts"),
      import("../live/pagePool.ts"),
    ]),
  );
  const course = link.trim() === "" ? undefined : courseOfLink(link);
  const submissions = [];
  for (const file of files) {
    if (isOfTheSystem(file.name)) continue;
    for await (const submission of submissionsIn(file)) submissions.push(submission);
    signal.throwIfAborted();
  }
  if (submissions.length === 0) throw new Error("There is no file in what was given.");
  const kept = await openGrades(digestOf([software, ASSIGNMENTS.map(editionOf), course ?? null]));
  onProgress(0, submissions.length);
  return gradeAll(submissions, {
    pool,
    software,
    signal,
    ...(course === undefined ? {} : { course }),
    known: kept.find,
    onResult: (result, fingerprint, done, of) => {
      if (fingerprint && isGraded(result)) kept.keep(fingerprint, result as Graded);
      onProgress(done, of);
      onResult(result);
    },
  });
}
