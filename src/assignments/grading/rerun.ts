/**
 * Executes the records of a course again. Students of the same settings and seed have the same run, which is made once. A
 * record is compared whole; what a score is made of is the rerun, never the record.
 */
import type { Measurement } from "../../experiments/experiment.ts";
import { keyOf } from "../../experiments/request.ts";
import { runsOfFigure } from "../../runtime/records/compareRecords.ts";
import { appraise, type Finding, findingOnFigure } from "../../runtime/records/recheck.ts";
import { type FigureRecord, recordOfFigure } from "../../runtime/records/record.ts";
import { STRIDE } from "../../runtime/runs/checkClaim.ts";
import { runAll } from "../../runtime/runs/runAll.ts";
import type { Pool } from "../../runtime/workers/pool.ts";
import type { Outcome } from "../assignment.ts";

export interface Rerun {
  readonly finding: Finding;
  /** What the run really came to; null where it was not made. */
  readonly outcome: Outcome | null;
}

export interface RerunOptions {
  readonly pool: Pool;
  readonly software: string;
  readonly signal: AbortSignal;
}

/** Runs that are remembered: those of the last students. */
const REMEMBERED = 500;

/** Whether what runs everything failed, and not one run: a queue that is away says nothing of a student's file. */
export function isOfPool({ name }: Error): boolean {
  return name === "QueueError";
}

/** What executes records again, and remembers what came of it. @throws the signal's reason */
export function rerunner({ pool, software, signal }: RerunOptions): (record: FigureRecord) => Promise<Rerun> {
  const known = new Map<string, Promise<readonly (Measurement | null)[]>>();
  const runOnce = (record: FigureRecord) => {
    const points = runsOfFigure(record);
    const key = JSON.stringify(points.map(keyOf));
    const running =
      known.get(key) ??
      runAll(
        points.map((point) => ({ ...point, stride: STRIDE })),
        { pool, choice: "wasm", signal },
      );
    known.set(key, running);
    // Of a run that failed nothing is remembered.
    running.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return running;
  };
  return async (record) => {
    const appraisal = appraise(record, { software, cores: pool.cores });
    if ("finding" in appraisal) return { finding: appraisal.finding, outcome: null };
    try {
      const reports = await runOnce(record);
      const device = await pool.deviceFor("wasm");
      const again = recordOfFigure(record.figure, runsOfFigure(record), reports, device, software);
      const outcome = reports.map((each) => ({
        quantities: each?.quantities ?? {},
        series: each?.series ?? {},
      }));
      return { finding: findingOnFigure(record, again), outcome };
    } catch (error) {
      if (signal.aborted || isOfPool(error as Error)) throw error;
      return {
        finding: { verdict: "cannot be checked", because: [(error as Error).message] },
        outcome: null,
      };
    }
  };
}
