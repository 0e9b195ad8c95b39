/** How assignments are scored, and what solves them: for grading alone, loaded when it is asked for. */
import type { AnyScores, Assignment } from "../assignments/assignment.ts";
import { FOUND } from "./found/scores.ts";

/** How the tasks of an assignment are scored. @throws RangeError for one that is in no folder */
export async function scoresOf({ id }: Pick<Assignment, "id">): Promise<AnyScores> {
  const load = FOUND[id];
  if (!load) throw new RangeError(`There is no src/assignments/${id}/scores.ts.`);
  return (await load()).scores;
}
