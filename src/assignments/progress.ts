/** How far a student is with each task, from their file. */
import type { Assignment, Task } from "./assignment.ts";
import { firstOf, type HandIn, lastOf } from "./handIn.ts";

export type State = "not begun" | "begun" | "done";

/** @param name of the task */
export function stateOf(handIn: Pick<HandIn, "entries"> | null, name: string, task: Task): State {
  if (!handIn) return "not begun";
  const parts = partsOf(handIn, name, task);
  if (parts.every(Boolean)) return "done";
  return parts.some(Boolean) ? "begun" : "not begun";
}

/** What is needed of a task, and whether it is there. */
function partsOf(handIn: Pick<HandIn, "entries">, name: string, { kind }: Task): boolean[] {
  const hasRun = lastOf(handIn, name, "run") !== undefined;
  switch (kind) {
    case "predict":
      return [firstOf(handIn, name, "prediction") !== undefined, hasRun];
    case "find":
    case "refute":
      return [hasRun];
    case "measure":
      return [hasRun, lastOf(handIn, name, "number") !== undefined];
    case "explain":
      return [(lastOf(handIn, name, "text")?.text ?? "").trim() !== ""];
    default:
      return kind satisfies never;
  }
}

/** Tasks that are done, and all. */
export function countOf(
  handIn: Pick<HandIn, "entries"> | null,
  { tasks }: Assignment,
): { done: number; of: number } {
  const all = Object.entries(tasks);
  return {
    done: all.filter(([name, task]) => stateOf(handIn, name, task) === "done").length,
    of: all.length,
  };
}
