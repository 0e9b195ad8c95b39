/** The assignments, as they stand in the folders; and how each is scored, which only grading loads. */
import type { AnyScores, Assignment } from "../assignments/assignment.ts";
import { FOUND } from "./found/assignments.ts";
import { FOUND as SCORES } from "./found/scores.ts";

export const ASSIGNMENTS: readonly Assignment[] = Object.entries(FOUND).map(([id, written]) => ({
  id,
  ...written,
}));

/** The assignment of this name; undefined for an unknown one. */
export function assignmentNamed(id: string): Assignment | undefined {
  return ASSIGNMENTS.find((each) => each.id === id);
}

/** How the tasks of an assignment are scored. */
export async function scoresOf({ id }: Assignment): Promise<AnyScores> {
  const { scores } = await SCORES[id]!();
  return scores;
}
