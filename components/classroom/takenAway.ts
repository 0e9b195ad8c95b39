/** What a teacher takes away of what was graded, as files. */
import { strToU8, zipSync } from "fflate";
import type { Result } from "../../src/assignments/grading/graded.ts";
import { nameOfReport, reportOf } from "../../src/assignments/grading/report.ts";
import { countingOf, gradebookOf, overviewOf, textsToMark } from "../../src/assignments/grading/tables.ts";

const TABLES: Readonly<Record<string, (results: readonly Result[]) => string>> = {
  "grades.csv": gradebookOf,
  "overview.csv": overviewOf,
  "texts.csv": textsToMark,
};

/** The file of this name: a table, or an archive of all reports. */
export function takenAway(name: string, results: readonly Result[]): File {
  const table = TABLES[name];
  if (table) return new File([table(results)], name, { type: "text/csv" });
  const reports = countingOf(results).map(
    (graded) => [nameOfReport(graded), strToU8(reportOf(graded))] as const,
  );
  return new File([new Uint8Array(zipSync(Object.fromEntries(reports)))], name, { type: "application/zip" });
}
