/** Drives a run to its end in a test. */
import { withPauses } from "../../../src/engine/pauses.ts";
import type { Course, InPieces, RunContext } from "../../../src/experiments/driver/course.ts";
import type { Measurement } from "../../../src/experiments/experiment.ts";

/** All reports, by default one every 100 steps. */
export async function reportsOf<Q extends string, S extends string>(
  run: InPieces<Course<Q, S>>,
  context: Partial<RunContext> = {},
): Promise<Measurement<Q, S>[]> {
  const { signal } = new AbortController();
  const course = Symbol.iterator in run ? await withPauses(run, signal) : run;
  const reports: Measurement<Q, S>[] = [];
  for await (const report of course.drive({ stride: 100, signal, ...context })) reports.push(report);
  return reports;
}

/** The last report: the result. */
export async function lastOf<Q extends string, S extends string>(
  run: InPieces<Course<Q, S>>,
  context: Partial<RunContext> = {},
): Promise<Measurement<Q, S>> {
  return (await reportsOf(run, context)).at(-1) as Measurement<Q, S>;
}
