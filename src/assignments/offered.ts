/** What of an assignment a teacher can choose for a link, with everything that has to be said of it: plain data for a page. */
import { figureNamed } from "../catalogue/experiments.ts";
import type { Assignment, Range, Task } from "./assignment.ts";
import { hasFigure } from "./assignment.ts";

export interface Offered {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly tasks: readonly OfferedTask[];
}

export interface OfferedTask {
  readonly name: string;
  readonly title: string;
  readonly kind: Task["kind"];
  /** What the student sets. */
  readonly free: readonly OfferedSetting[];
}

export interface OfferedSetting {
  readonly name: string;
  readonly label: string;
  /** Where the task lets it go; null for what is no number. */
  readonly range: Range | null;
  readonly isWhole: boolean;
}

/** @throws RangeError where a task has a figure that is nowhere */
export function offeredOf({ id, title, minutes, tasks }: Assignment): Offered {
  return {
    id,
    title,
    minutes,
    tasks: Object.entries(tasks).map(([name, task]) => ({
      name,
      title: task.title,
      kind: task.kind,
      free: settingsOf(task),
    })),
  };
}

function settingsOf(task: Task): OfferedSetting[] {
  if (!hasFigure(task)) return [];
  const { meta } = figureNamed(task.figure);
  return Object.entries(task.free ?? {}).map(([name, range]) => {
    const parameter = meta.parameters[name];
    const { label = name, symbol } = parameter ?? {};
    const isNumber = parameter?.kind === "real" || parameter?.kind === "whole";
    const own = isNumber ? { minimum: parameter.minimum, maximum: parameter.maximum } : null;
    return {
      name,
      label: symbol ? `${label}, ${symbol}` : label,
      range: isNumber ? (range ?? own) : null,
      isWhole: parameter?.kind === "whole",
    };
  });
}
