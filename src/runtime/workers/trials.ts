/**
 * Trials of WebGPU and WebAssembly on networks of the size at hand: made in a worker of their own, once a session for
 * each adapter and class of sizes. The rule that reads them is engine/choice.ts.
 */
import { type Choice, choose, type Trials } from "../../engine/choice.ts";
import { classOf, type Workload, workOf } from "../../engine/workload.ts";
import type { Pool } from "./pool.ts";

/** What a run trains, and the steps between two of its reports. */
export interface Sized {
  readonly workload: Workload;
  readonly stride: number;
}

/**
 * The backend that suits the largest of some runs, `lanes` of which WebAssembly would run side by side.
 * @throws WorkerError where the worker for the trial does not load or dies
 */
export async function chooseByTrial(
  pool: Pool,
  adapter: string,
  runs: readonly Sized[],
  lanes: number,
): Promise<Choice> {
  const largest = runs.reduce((best, each) => (workOf(each.workload) > workOf(best.workload) ? each : best));
  return choose(await trialsOn(pool, adapter, largest), lanes);
}

async function trialsOn(pool: Pool, adapter: string, { workload, stride }: Sized): Promise<Trials> {
  const key = `two-layers trials on ${adapter}: ${classOf(workload, stride)}`;
  const known = remembered(key);
  if (known) return known;
  const trials = await pool.tryOut(workload, stride);
  remember(key, trials);
  return trials;
}

/** Whether a stored value has the form that was written. Checked by hand: the schema library would weigh on every page. */
function areTrials(value: unknown): value is Trials {
  const { webgpu, wasm } = (value ?? {}) as Record<string, unknown>;
  return [webgpu, wasm].every((each) => {
    const { stepsPerSecond, failure } = (each ?? {}) as Record<string, unknown>;
    return typeof failure === "string" || (typeof stepsPerSecond === "number" && stepsPerSecond > 0);
  });
}

/** Trials of an earlier page of this session, if storage is allowed. */
function remembered(key: string): Trials | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return areTrials(stored) ? stored : null;
  } catch {
    return null;
  }
}

function remember(key: string, result: Trials): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(result));
  } catch {
    // Storage that is full or forbidden: the next page tries again.
  }
}
