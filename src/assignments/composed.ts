/** What a teacher chose for a link becomes what the link asks for, or is refused in sentences. */
import { type Course, isDayOf } from "./course.ts";
import type { Offered, OfferedSetting, OfferedTask } from "./offered.ts";

export type Access = "free" | "locked" | "hidden";

/** As it stands in a form: numbers are texts, empty ones for what is not narrowed. */
export interface ChosenSetting {
  readonly access: Access;
  readonly minimum: string;
  readonly maximum: string;
}

export interface Chosen {
  /** Names of tasks. */
  readonly tasks: readonly string[];
  /** "2027-01-31", or empty. */
  readonly until: string;
  /** By "<task>.<setting>"; free as in the task, where one is missing. */
  readonly settings: Readonly<Record<string, ChosenSetting>>;
}

export interface Composed {
  /** Null where something is refused. */
  readonly course: Course | null;
  /** What is refused, in sentences. */
  readonly problems: readonly string[];
  /** What a teacher should know of it, in sentences. */
  readonly notes: readonly string[];
}

export const UNCHANGED: ChosenSetting = { access: "free", minimum: "", maximum: "" };

export function composedOf(offered: Offered, { tasks, until, settings }: Chosen): Composed {
  const wanted = offered.tasks.filter(({ name }) => tasks.includes(name));
  const all = wanted.flatMap((task) =>
    task.free.map((setting) => {
      const name = `${task.name}.${setting.name}`;
      return { name, task, setting, chosen: settings[name] ?? UNCHANGED };
    }),
  );
  const narrowed = all
    .filter(({ chosen, setting }) => chosen.access === "free" && setting.range !== null)
    .map((each) => ({ ...each, ...rangeOf(each.task, each.setting, each.chosen) }));
  const problems = [
    ...(wanted.length === 0 ? ["Choose a task: a link without one asks for nothing."] : []),
    ...(until !== "" && !isDayOf(until) ? ["The last day is no day."] : []),
    ...narrowed.flatMap(({ problem }) => problem ?? []),
  ];
  if (problems.length > 0) return { course: null, problems, notes: [] };
  const namesOf = (access: Access) =>
    all.filter(({ chosen }) => chosen.access === access).map(({ name }) => name);
  const [locked, hidden] = [namesOf("locked"), namesOf("hidden")];
  const ranges = narrowed.flatMap(({ name, range }) => (range ? [[name, range] as const] : []));
  const course: Course = {
    ...(wanted.length < offered.tasks.length ? { tasks: wanted.map(({ name }) => name) } : {}),
    ...(until === "" ? {} : { until }),
    ...(locked.length > 0 ? { locked } : {}),
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(ranges.length > 0 ? { ranges: Object.fromEntries(ranges) } : {}),
  };
  return { course, problems, notes: wanted.flatMap((task) => noteOn(task, [...locked, ...hidden])) };
}

/** A range as it was typed: nothing where it is the task's own, or a sentence on what is wrong with it. */
function rangeOf(
  { title }: OfferedTask,
  { label, range, isWhole }: OfferedSetting,
  chosen: ChosenSetting,
): { range?: { minimum: number; maximum: number }; problem?: string } {
  if (!range || (chosen.minimum.trim() === "" && chosen.maximum.trim() === "")) return {};
  const what = `“${label}” of “${title}”`;
  const read = (text: string, otherwise: number) => {
    const plain = text.trim().replace("−", "-").replace(",", ".");
    return plain === "" ? otherwise : Number(plain);
  };
  const minimum = read(chosen.minimum, range.minimum);
  const maximum = read(chosen.maximum, range.maximum);
  if (!Number.isFinite(minimum) || !Number.isFinite(maximum))
    return { problem: `${what}: a range is two numbers.` };
  if (isWhole && !(Number.isInteger(minimum) && Number.isInteger(maximum)))
    return { problem: `${what} takes whole numbers only.` };
  if (minimum > maximum)
    return { problem: `${what}: the range is the wrong way round, from ${minimum} to ${maximum}.` };
  if (minimum < range.minimum || maximum > range.maximum)
    return {
      problem: `${what} goes from ${range.minimum} to ${range.maximum}; the range must lie inside.`,
    };
  if (minimum === range.minimum && maximum === range.maximum) return {};
  return { range: { minimum, maximum } };
}

/** Where settings are looked for, something has to be left to set. */
function noteOn({ name, title, kind, free }: OfferedTask, taken: readonly string[]): string[] {
  const isSearch = kind === "find" || kind === "refute";
  if (!isSearch || free.some((setting) => !taken.includes(`${name}.${setting.name}`))) return [];
  return [
    `In “${title}” nothing is left to set: only a student whose first run happens to fit can solve it.`,
  ];
}
