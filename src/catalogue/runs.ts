/** The run of each experiment, loaded when asked for: the one import that brings the engine along. */
import type { Run } from "../experiments/driver/course.ts";
import { FOUND } from "./found/runs.ts";

/** @throws RangeError for an unknown name. */
export async function runOf(id: string): Promise<Run> {
  const load = Object.hasOwn(FOUND, id) ? FOUND[id] : undefined;
  if (!load)
    throw new RangeError(`There is no experiment “${id}”; there are ${Object.keys(FOUND).join(", ")}.`);
  return (await load()).run;
}
