// The tasks of all assignments that have a figure, as tests go through them.
import { type Assignment, hasFigure, type TaskWithFigure } from "../../../src/assignments/assignment.ts";
import { ASSIGNMENTS } from "../../../src/catalogue/assignments.ts";

/** For each its title, its assignment, its name there, and itself. */
export const TASKS = ASSIGNMENTS.flatMap((assignment) =>
  Object.entries(assignment.tasks)
    .filter((each): each is [string, TaskWithFigure] => hasFigure(each[1]))
    .map(([name, task]): [string, Assignment, string, TaskWithFigure] => [
      `${assignment.id}, ${name}`,
      assignment,
      name,
      task,
    ]),
);
