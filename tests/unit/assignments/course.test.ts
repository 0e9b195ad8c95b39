// A teacher's link: what it asks for comes back as it was composed, and what does not fit is said.
import { describe, expect, it } from "vitest";
import { type Course, freeIn, inCourse, queryOf, readCourse } from "../../../src/assignments/course.ts";
import { assignmentNamed } from "../../../src/catalogue/assignments.ts";

const found = assignmentNamed("three-regimes");
if (!found) throw new Error("The assignment of this test is gone.");
const assignment = found;

describe("a teacher's link", () => {
  it("comes back as it was composed", () => {
    const course: Course = {
      tasks: ["before", "border"],
      until: "2027-01-31",
      locked: ["small.width"],
      ranges: { "border.gamma": { minimum: -0.5, maximum: 1.5 } },
    };
    expect(readCourse(queryOf(course), assignment)).toEqual({ course, refused: [] });
    expect(readCourse("", assignment)).toEqual({ course: null, refused: [] });
    expect(queryOf({})).toBe("");
  });

  it("leaves out tasks, and takes freedom away", () => {
    const narrowed = inCourse(assignment, {
      tasks: ["border", "small"],
      locked: ["small.width"],
      hidden: ["small.points"],
      ranges: { "border.gamma": { minimum: 1, maximum: 1.5 } },
    });
    expect(Object.keys(narrowed.tasks)).toEqual(["border", "small"]);
    expect(narrowed.tasks.border).toMatchObject({ free: { gamma: { minimum: 1, maximum: 1.5 } } });
    expect(narrowed.tasks.small).toMatchObject({ free: {}, locked: ["width"] });
    expect(freeIn(assignment)).toContain("border.gamma");
  });

  it("says what does not fit, and the rest counts", () => {
    const { course, refused } = readCourse(
      "?tasks=before,nothing&until=tomorrow&locked=before.rate&range=border.gamma:2-1",
      assignment,
    );
    expect(course).toEqual({ tasks: ["before"] });
    expect(refused).toHaveLength(4);
  });
});
