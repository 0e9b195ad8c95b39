/** What is graded so far, in a file: grading that was interrupted goes on from there. */
import { existsSync, readFileSync } from "node:fs";
import type { Graded } from "../../assignments/grading/graded.ts";
import { writeFile } from "../files.ts";

/** Least time between two writings, in milliseconds. */
const WRITING_TIME = 2000;

export interface KeptGrades {
  readonly find: (fingerprint: string) => Graded | undefined;
  readonly keep: (fingerprint: string, graded: Graded) => void;
  readonly flush: () => void;
}

/** @param under what the grades depend on besides the files: what was kept under anything else is not looked at */
export function keptIn(file: string | undefined, under: string): KeptGrades {
  const known = new Map<string, Graded>(file ? entriesOf(file, under) : []);
  let written = performance.now();
  const flush = () => {
    if (file) writeFile(file, `${JSON.stringify({ under, grades: Object.fromEntries(known) })}\n`);
    written = performance.now();
  };
  return {
    find: (fingerprint) => known.get(fingerprint),
    keep: (fingerprint, graded) => {
      known.set(fingerprint, graded);
      if (performance.now() - written > WRITING_TIME) flush();
    },
    flush,
  };
}

function entriesOf(file: string, under: string): [string, Graded][] {
  if (!existsSync(file)) return [];
  try {
    const content = JSON.parse(readFileSync(file, "utf8"));
    return content.under === under ? Object.entries(content.grades as Record<string, Graded>) : [];
  } catch {
    return [];
  }
}
