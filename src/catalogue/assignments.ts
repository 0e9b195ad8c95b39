/** The assignments, as they stand in the folders. */
import type { Assignment } from "../assignments/assignment.ts";
import { FOUND } from "./found/assignments.ts";

export const ASSIGNMENTS: readonly Assignment[] = Object.entries(FOUND).map(([id, written]) => ({
  id,
  ...written,
}));

/** The assignment of this name; undefined for an unknown one. */
export function assignmentNamed(id: string): Assignment | undefined {
  return ASSIGNMENTS.find((each) => each.id === id);
}
