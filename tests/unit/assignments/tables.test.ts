// Grades as tables: no cell is a formula, columns are those of the gradebooks, and marks come back as they were filled in.
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Graded, Result } from "../../../src/assignments/grading/graded.ts";
import { withMarks } from "../../../src/assignments/grading/marks.ts";
import { nameOfReport, reportOf } from "../../../src/assignments/grading/report.ts";
import { gradebookOf, marksIn, overviewOf, textsToMark } from "../../../src/assignments/grading/tables.ts";

const graded = (name: string, number: string, points: number, lastAt = "2027-01-01T00:00:00Z"): Graded => ({
  file: `${name}.json`,
  assignment: "three-regimes",
  title: "How far do the weights move?",
  student: { name, number },
  lastAt,
  tasks: [
    { task: "before", title: "Will they move?", points, of: 3, because: ["So it is."], flags: [] },
    {
      task: "why",
      title: "Why",
      points: null,
      of: 5,
      because: [],
      text: '=1+1, "so"\nand more',
      rubric: [{ points: 5, says: "That it is a sum." }],
      flags: [],
    },
  ],
  flags: [{ kind: "late", says: "It is late." }],
});
const EVIL = '=HYPERLINK("http://evil.example","click")';
const results: Result[] = [
  graded(EVIL, "+123", 3),
  graded("Bob", "124", 1.5),
  { file: "@x.txt", problem: "It is none." },
];
const rows = (csv: string) => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;

describe("tables", () => {
  it("are those that Canvas imports, a row a student", () => {
    expect(rows(gradebookOf(results))).toEqual([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "How far do the weights move?"],
      [`'${EVIL}`, "", "'+123", "'+123", "", "3"],
      ["Bob", "", "124", "124", "", "1.5"],
    ]);
  });

  it("have no cell that a spreadsheet takes for a formula", () => {
    const cells = [gradebookOf(results), overviewOf(results), textsToMark(results)].flatMap((csv) =>
      rows(csv).flat(),
    );
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it("count of two files of a student the one that was worked on last", () => {
    const two = [
      graded("Bob", "124", 1, "2027-01-02T00:00:00Z"),
      graded("Bob", "1 24", 2, "2027-01-03T00:00:00Z"),
    ];
    expect(rows(gradebookOf(two))[1]?.at(-1)).toBe("2");
  });

  it("say beside the place for marks what a text is to say, and a student's report does not", () => {
    const [headings = [], row = []] = rows(textsToMark(results));
    expect(row[headings.indexOf("What it is to say")]).toBe("5: That it is a sum.");
    expect(reportOf(graded("Bob", "124", 1))).not.toContain("That it is a sum.");
  });

  it("bring marks back, with decimal commas, and refuse what is none", () => {
    const table = rows(textsToMark(results));
    const filled = table.map((row, k) => (k === 1 ? row.with(6, "3,5").with(7, "Good, “but” short") : row));
    const marks = marksIn(`\uFEFF${Papa.unparse(filled)}`);
    const [first] = withMarks(results, marks);
    expect(first && "tasks" in first && first.tasks[1]).toMatchObject({
      points: 3.5,
      comment: "Good, “but” short",
    });
    const [, second] = withMarks(results, marks);
    expect(second && "tasks" in second && second.tasks[1]).toMatchObject({ points: null });
    expect(() => marksIn(Papa.unparse(table.map((row, k) => (k === 1 ? row.with(6, "9") : row))))).toThrow(
      /Row 2 .*0 to 5/,
    );
    expect(() => marksIn("a,b\n1,2")).toThrow(/lacks the columns/);
  });
});

describe("the report of a student", () => {
  it("says what each answer came to, and has a name of letters and digits", () => {
    const report = reportOf(graded("Bob", "../12 4", 1.5));
    expect(report).toContain("1. Will they move?: 1.5 of 3");
    expect(report).toContain("2. Why: to be read");
    expect(report).toContain("To look at: It is late.");
    expect(nameOfReport(graded("Bob", "../12 4", 1.5))).toBe("three-regimes--124.txt");
  });
});
