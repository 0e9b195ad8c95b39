/** Runs all cases of a figure to their ends, for its record. */

import { figureNamed } from "../../catalogue/experiments.ts";
import type { BackendChoice, Device } from "../../engine/backends.ts";
import { requestFor } from "../../experiments/request.ts";
import { type FigureRecord, figureCaseOf, originOf, SCHEMA_VERSION } from "../records/record.ts";
import type { Pool } from "../workers/pool.ts";
import { STRIDE } from "./checkClaim.ts";
import { runAll } from "./runAll.ts";

export interface FigureOptions {
  /** What runs it. */
  readonly pool: Pool;
  /** One for each case; defaults stand in for what is missing. */
  readonly parameters: readonly Readonly<Record<string, unknown>>[];
  readonly seed: number;
  readonly choice: BackendChoice;
  readonly software: string;
  readonly signal: AbortSignal;
  /** Share of the work done, 0 to 1, after each measurement. */
  readonly report: (share: number) => void;
}

/** The record of a figure. @throws RangeError for an unknown one, ParameterError, or the first error of a run. */
export async function runFigure(name: string, options: FigureOptions): Promise<FigureRecord> {
  const { pool, seed, choice, software, signal, report } = options;
  const { meta } = figureNamed(name);
  const points = options.parameters.map((given) => requestFor(meta, given, seed));
  let device: Device | null = null;
  const shares = points.map(() => 0);
  const reports = await runAll(
    points.map((request) => ({ ...request, stride: STRIDE })),
    {
      pool,
      choice,
      signal,
      onMeasurement: (k, { measurement, device: its }) => {
        device = its;
        shares[k] = measurement.progress;
        report(shares.reduce((sum, share) => sum + share, 0) / points.length);
      },
    },
  );
  const cases = points.map(({ parameters }, k) => {
    const measured = reports[k];
    if (!measured?.finished) throw new Error(`The figure ${name} was not run to its end.`);
    return figureCaseOf(parameters, measured);
  });
  if (!device) throw new Error(`The figure ${name} has no case to run.`);
  const origin = originOf(software, device, points);
  return { schema: SCHEMA_VERSION, figure: name, experiment: meta.id, seed, cases, origin };
}
