/**
 * The run of a task that a student is to make: which settings are fixed, which theirs to choose; and whether a record is of
 * such a run. Runs nothing.
 */
import type { Experiment, FigureMeta } from "../experiments/experiment.ts";
import { ParameterError, type Values } from "../experiments/parameters.ts";
import { isSame, valuesFor } from "../experiments/request.ts";
import { SECOND_CASE } from "../runtime/permalink.ts";
import type { FigureRecord } from "../runtime/records/record.ts";
import type { Range, TaskWithFigure } from "./assignment.ts";
import type { Personal } from "./personal.ts";

/** What a student may set, by the controls of the figure: nothing else. */
export interface Freedom {
  readonly free: readonly string[];
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
}

/** What of a figure's settings a student sets, sees fixed, and does not see. */
export function freedomOf(
  { free = {}, given = {}, locked = [] }: TaskWithFigure,
  { parameters }: Personal,
  { controls, isPair }: Pick<FigureMeta, "controls" | "isPair">,
): Freedom {
  const isFree = (name: string) => Object.hasOwn(free, name);
  const isOwn = (name: string) => Object.hasOwn(parameters, name) && !Object.hasOwn(given, name);
  const isShown = (name: string) => isOwn(name) || locked.includes(name);
  return {
    free: controls.filter(isFree),
    locked: [...controls.filter((name) => !isFree(name) && isShown(name)), "seed"],
    hidden: [...controls.filter((name) => !isFree(name) && !isShown(name)), ...(isPair ? [SECOND_CASE] : [])],
  };
}

/** In what a record is not of the run that a student is to make for a task, in sentences; none where it is. */
export function departuresFromTask(
  record: FigureRecord,
  task: TaskWithFigure,
  personal: Personal,
  { meta, figure }: { readonly meta: Experiment; readonly figure: FigureMeta },
): string[] {
  if (record.figure !== task.figure)
    return [`The run is of the figure ${record.figure}, and the task asks for one of ${task.figure}.`];
  if (record.cases.length !== figure.cases.length)
    return [`The run has ${record.cases.length} cases, and the task asks for ${figure.cases.length}.`];
  return [
    ...(record.seed === personal.seed
      ? []
      : [`The run has seed ${record.seed}, and this student’s is ${personal.seed}.`]),
    ...departuresOfSettings(record, task, personal, meta, figure),
  ];
}

function departuresOfSettings(
  { cases }: FigureRecord,
  { free = {} }: TaskWithFigure,
  { parameters }: Personal,
  meta: Experiment,
  figure: FigureMeta,
): string[] {
  const chosen: Values = cases[0]?.parameters ?? {};
  const set: Values = Object.fromEntries(
    Object.entries(chosen).filter(([name]) => Object.hasOwn(free, name)),
  );
  const wrong = figure.cases.flatMap((each, k) => {
    const said: Values = cases[k]?.parameters ?? {};
    const meant = meantOrNull(meta, { ...each.parameters, ...parameters, ...set } as Values);
    if (!meant) return ["The settings of the run do not go together."];
    const names = [...new Set([...Object.keys(meant), ...Object.keys(said)])];
    return names.flatMap((name) => {
      const [mine, theirs] = [said[name], meant[name]];
      const isMeant =
        mine !== undefined && theirs !== undefined && isSame({ [name]: mine }, { [name]: theirs });
      if (isMeant) return [];
      const label = meta.parameters[name]?.label ?? name;
      return [`The run has “${label}” ${shown(mine)}, and this student’s is ${shown(theirs)}.`];
    });
  });
  return [...new Set([...wrong, ...outOfRange(set, free, meta)])];
}

function meantOrNull(meta: Experiment, given: Values): Values | null {
  try {
    return valuesFor(meta, given);
  } catch (error) {
    if (error instanceof ParameterError) return null;
    throw error;
  }
}

/** What a student has set that is not for the student to set so. */
export function outOfRange(
  set: Values,
  free: Readonly<Record<string, Range | null>>,
  { parameters }: Pick<Experiment, "parameters">,
): string[] {
  return Object.entries(set).flatMap(([name, value]) => {
    const range = free[name];
    if (!range || typeof value === "string") return [];
    // Of a list, each of its numbers counts.
    const outside = [value].flat().find((each) => each < range.minimum || each > range.maximum);
    if (outside === undefined) return [];
    const label = parameters[name]?.label ?? name;
    return [
      `“${label}” is ${outside}, and the task asks for ${range.minimum.toLocaleString("en")} to ${range.maximum.toLocaleString("en")}.`,
    ];
  });
}

/** "“Examples” from 5 to 200": the settings for which a task allows less than their figure does. */
export function rangesInWords(
  { free = {} }: Pick<TaskWithFigure, "free">,
  { parameters }: Pick<Experiment, "parameters">,
): string[] {
  return Object.entries(free).flatMap(([name, range]) =>
    range
      ? [
          `“${parameters[name]?.label ?? name}” from ${range.minimum.toLocaleString("en")} to ${range.maximum.toLocaleString("en")}`,
        ]
      : [],
  );
}

function shown(value: Values[string] | undefined): string {
  return value === undefined ? "not set" : String(value).slice(0, 60);
}
