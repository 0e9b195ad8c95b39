/**
 * A file as a student would hand it in who solves every task: to try a course beforehand, and to show that tasks are equally
 * hard. Runs what is run.
 */
import { figureNamed } from "../../catalogue/experiments.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import type { Values } from "../../experiments/parameters.ts";
import { type Request, requestFor } from "../../experiments/request.ts";
import { recordOfFigure } from "../../runtime/records/record.ts";
import { STRIDE } from "../../runtime/runs/checkClaim.ts";
import { runAll } from "../../runtime/runs/runAll.ts";
import type { Pool } from "../../runtime/workers/pool.ts";
import {
  type AnyScore,
  type AnyScores,
  type Assignment,
  hasFigure,
  type Outcome,
  type Task,
  type TaskWithFigure,
  type Wanted,
} from "../assignment.ts";
import { missedOf } from "../criteria.ts";
import { begunBy, type HandIn, type Student, type Told, withEntry, withRun } from "../handIn.ts";
import { type Personal, personalOf } from "../personal.ts";

export interface SolvingOptions {
  readonly pool: Pool;
  readonly software: string;
  readonly signal: AbortSignal;
  /** When everything was told, as an ISO date. */
  readonly at: string;
}

export interface RunningOptions extends Pick<SolvingOptions, "pool" | "signal"> {
  /** Places of the figure's cases that are run; of the others nothing is measured. All, if missing. */
  readonly places?: readonly number[] | undefined;
}

/** A run of a task: for each case of its figure what was asked, the last report, and what came out at full precision. */
export interface RunOfTask {
  readonly points: readonly Request[];
  readonly reports: readonly (Measurement | null)[];
  readonly outcome: Outcome;
}

export interface Solved extends RunOfTask {
  /** Runs that it took. */
  readonly tries: number;
}

/** Makes the run of a task, or tries what solves it until it does. @throws Error where nothing does */
export async function solve(
  task: TaskWithFigure,
  { parameters, seed }: Personal,
  { solution }: AnyScore,
  options: RunningOptions,
): Promise<Solved> {
  const all = solution?.(parameters) ?? [{}];
  for (const [k, tried] of all.entries()) {
    const run = await runOfTask(task, { ...parameters, ...tried }, seed, options).catch(
      (error: Error) => error,
    );
    options.signal.throwIfAborted();
    if (!(run instanceof Error) && isSolved(task, run.outcome)) return { ...run, tries: k + 1 };
    if (run instanceof Error && all.length === 1) throw run;
  }
  throw new Error(
    `None of ${all.length} tries solves “${task.title}” for seed ${seed} and ${JSON.stringify(parameters)}.`,
  );
}

/** Whether a run is what a task looks for; one to be predicted or measured is. */
export function isSolved(task: TaskWithFigure, outcome: Outcome): boolean {
  const misses = (wanted: readonly Wanted[] = []) => missedOf(wanted, outcome).length > 0;
  if (task.kind === "find") return !misses(task.wanted);
  return task.kind !== "refute" || (!misses(task.wanted) && misses(task.holds));
}

/** Makes the run of a task with these settings. @throws Error where it breaks */
export async function runOfTask(
  { figure: name }: TaskWithFigure,
  settings: Values,
  seed: number,
  { pool, signal, places }: RunningOptions,
): Promise<RunOfTask> {
  const { meta, figure } = figureNamed(name);
  const points = figure.cases.map(({ parameters }) => requestFor(meta, { ...parameters, ...settings }, seed));
  const wanted = [...points.entries()].filter(([place]) => places?.includes(place) ?? true);
  const made = await runAll(
    wanted.map(([, point]) => ({ ...point, stride: STRIDE })),
    { pool, choice: "wasm", signal },
  );
  const reports = points.map((_, place) => made[wanted.findIndex(([each]) => each === place)] ?? null);
  return {
    points,
    reports,
    outcome: reports.map((each) => ({ quantities: each?.quantities ?? {}, series: each?.series ?? {} })),
  };
}

/** The file of a student who solves everything. */
export async function solvedBy(
  student: Student,
  assignment: Assignment,
  scores: AnyScores,
  options: SolvingOptions,
): Promise<HandIn> {
  const { pool, software, at } = options;
  let handIn = begunBy(student, assignment, software);
  for (const [name, task] of Object.entries(assignment.tasks)) {
    if (!hasFigure(task)) {
      handIn = withEntry(handIn, name, { kind: "text", text: `What ${student.name} thinks of it.` }, at);
      continue;
    }
    const score = scores[name] ?? {};
    const personal = personalOf(assignment.id, name, task, student.number);
    const { points, reports, outcome } = await solve(task, personal, score, options);
    const record = recordOfFigure(task.figure, points, reports, await pool.deviceFor("wasm"), software);
    const told = answerTo(task, score, outcome, { ...record.cases[0]?.parameters, ...personal.parameters });
    if (told?.kind === "prediction") handIn = withEntry(handIn, name, told, at);
    handIn = withRun(handIn, name, record, at);
    if (told?.kind === "number") handIn = withEntry(handIn, name, told, at);
  }
  return handIn;
}

/** What is right to say of a run. */
function answerTo(task: Task, { truth }: AnyScore, outcome: Outcome, settings: Values): Told | null {
  if (task.kind === "predict") {
    const value = truth?.(outcome, settings);
    return value === undefined ? null : { kind: "prediction", value };
  }
  if (task.kind !== "measure") return null;
  const value = Number(Number(truth?.(outcome, settings)).toPrecision(5));
  return { kind: "number", value, uncertainty: task.atMost };
}
