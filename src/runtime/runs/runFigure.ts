/** Runs all cases of a figure to their ends, for its record. */

import { figureNamed } from "../../catalogue/experiments.ts";
import { type BackendChoice, type Device, foremost } from "../../engine/backends.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import { requestFor } from "../../experiments/request.ts";
import { type FigureCase, type FigureRecord, figureCaseOf, recordOfFigure } from "../records/record.ts";
import type { Measured, Pool } from "../workers/pool.ts";
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
  const devices = new Set<Device>();
  const shares = points.map(() => 0);
  const reports = await runAll(
    points.map((request) => ({ ...request, stride: STRIDE })),
    {
      pool,
      choice,
      signal,
      onMeasurement: (k, { measurement, device: its }) => {
        devices.add(its);
        shares[k] = measurement.progress;
        report(shares.reduce((sum, share) => sum + share, 0) / points.length);
      },
    },
  );
  const device = foremost([...devices]);
  if (!device) throw new Error(`The figure ${name} has no case to run.`);
  return recordOfFigure(name, points, reports, device, software);
}

/** Where the cases of a figure begin, for a page that shows no result beforehand. */
export interface FigureStart {
  readonly cases: readonly FigureCase[];
}

/** The first reports of all cases of a figure, after one step. @throws as {@link runFigure} does */
export async function startOfFigure(
  name: string,
  { pool, parameters, seed, choice }: Pick<FigureOptions, "pool" | "parameters" | "seed" | "choice">,
): Promise<FigureStart> {
  const { meta } = figureNamed(name);
  const points = parameters.map((given) => requestFor(meta, given, seed));
  const controller = new AbortController();
  const first = new Map<number, Measurement>();
  const onMeasurement = (k: number, { measurement }: Measured) => {
    if (!first.has(k)) first.set(k, measurement);
    if (first.size === points.length) controller.abort();
  };
  const requests = points.map((request) => ({ ...request, stride: 1 }));
  const options = { pool, choice, signal: controller.signal, atOnce: points.length, onMeasurement };
  await runAll(requests, options).catch((error) => {
    if (!controller.signal.aborted) throw error;
  });
  return {
    cases: points.map((point, k) => {
      const report = first.get(k);
      if (!report) throw new Error(`The figure ${name} reported no start.`);
      return figureCaseOf(point.parameters, report);
    }),
  };
}
