/**
 * What a teacher's link asks for: which tasks, until when, which settings of them a student may not change or see, and in which
 * range. It is in the query of an assignment's address: `?tasks=a,b&until=2027-01-31&locked=b.width&range=b.rate:0.1-1`.
 */
import type { Assignment, Range, Task } from "./assignment.ts";
import { hasFigure } from "./assignment.ts";

export interface Course {
  /** Names of tasks, in the order of the assignment; all, if missing. */
  readonly tasks?: readonly string[];
  /** A day, "2027-01-31": shown, and in the report beside what was told later. */
  readonly until?: string;
  /** "<task>.<setting>": free settings that stay as they are. */
  readonly locked?: readonly string[];
  /** The same, and not even shown. */
  readonly hidden?: readonly string[];
  /** Of free settings, by "<task>.<setting>". */
  readonly ranges?: Readonly<Record<string, Range>>;
}

/** What a link asks for, and a sentence for everything in it that does not fit; null for nothing. */
export function readCourse(
  search: string,
  assignment: Assignment,
): { course: Course | null; refused: string[] } {
  const refused: string[] = [];
  const query = new URLSearchParams(search);
  const listIn = (name: string) => query.get(name)?.split(",").filter(Boolean) ?? [];
  const isFree = (name: string) => {
    const known = freeIn(assignment).includes(name);
    if (!known)
      refused.push(`The link names “${name.slice(0, 60)}”, which is no free setting of a task here.`);
    return known;
  };
  const tasks = listIn("tasks").filter((name) => {
    const isKnown = Object.hasOwn(assignment.tasks, name);
    if (!isKnown)
      refused.push(`The link names a task “${name.slice(0, 40)}”, which is not in this assignment.`);
    return isKnown;
  });
  const ranges = listIn("range").flatMap((text) => rangeFrom(text, isFree, refused));
  const until = query.get("until");
  const isDay = until !== null && isDayOf(until);
  if (until !== null && !isDay)
    refused.push(`The link's last day must be as 2027-01-31; “${until.slice(0, 20)}” is not.`);
  const [locked, hidden] = [listIn("locked").filter(isFree), listIn("hidden").filter(isFree)];
  const inOrder = Object.keys(assignment.tasks).filter((name) => tasks.includes(name));
  const course: Course = {
    ...(inOrder.length > 0 ? { tasks: inOrder } : {}),
    ...(until !== null && isDay ? { until } : {}),
    ...(locked.length > 0 ? { locked } : {}),
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(ranges.length > 0 ? { ranges: Object.fromEntries(ranges) } : {}),
  };
  return { course: Object.keys(course).length > 0 ? course : null, refused };
}

/** "b.rate:0.1-1" */
function rangeFrom(text: string, isFree: (name: string) => boolean, refused: string[]): [string, Range][] {
  const [, name, least, most] =
    /^([^:]+):(-?[\d.]+(?:e[+-]?\d+)?)-(-?[\d.]+(?:e[+-]?\d+)?)$/.exec(text) ?? [];
  const [minimum, maximum] = [Number(least), Number(most)];
  if (name === undefined || !(minimum <= maximum)) {
    refused.push(`A range of the link must be as task.setting:0.1-1; “${text.slice(0, 60)}” is not.`);
    return [];
  }
  return isFree(name) ? [[name, { minimum, maximum }]] : [];
}

export function isDayOf(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The query of a link that asks for this. */
export function queryOf({ tasks = [], until, locked = [], hidden = [], ranges = {} }: Course): string {
  const query = new URLSearchParams();
  if (tasks.length > 0) query.set("tasks", tasks.join(","));
  if (until) query.set("until", until);
  if (locked.length > 0) query.set("locked", locked.join(","));
  if (hidden.length > 0) query.set("hidden", hidden.join(","));
  const texts = Object.entries(ranges).map(([name, { minimum, maximum }]) => `${name}:${minimum}-${maximum}`);
  if (texts.length > 0) query.set("range", texts.join(","));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The free settings of all tasks, as a link names them. */
export function freeIn({ tasks }: Pick<Assignment, "tasks">): string[] {
  return Object.entries(tasks).flatMap(([name, task]) =>
    hasFigure(task) ? Object.keys(task.free ?? {}).map((setting) => `${name}.${setting}`) : [],
  );
}

/** The assignment as a teacher's link has it: fewer tasks, and less that is free in them. */
export function inCourse(assignment: Assignment, course: Course | null): Assignment {
  if (!course) return assignment;
  const wanted = Object.entries(assignment.tasks).filter(([name]) => course.tasks?.includes(name) ?? true);
  return {
    ...assignment,
    tasks: Object.fromEntries(wanted.map(([name, task]) => [name, narrowed(name, task, course)])),
  };
}

function narrowed(name: string, task: Task, { locked = [], hidden = [], ranges = {} }: Course): Task {
  if (!hasFigure(task) || !task.free) return task;
  const isLeft = (setting: string) => ![...locked, ...hidden].includes(`${name}.${setting}`);
  const free = Object.entries(task.free)
    .filter(([setting]) => isLeft(setting))
    .map(([setting, range]) => [setting, ranges[`${name}.${setting}`] ?? range] as const);
  const inSight = Object.keys(task.free).filter((setting) => locked.includes(`${name}.${setting}`));
  return { ...task, free: Object.fromEntries(free), locked: inSight };
}
