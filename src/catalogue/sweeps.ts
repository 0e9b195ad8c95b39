/** Splits experiments into independent runs. Runs nothing. */
import type { Measured, Measurement, Sweep } from "../experiments/experiment.ts";
import { measuredFrom } from "../experiments/measured.ts";
import type { Request } from "../experiments/request.ts";
import { FOUND } from "./found/sweeps.ts";

/** A request split into its runs, and what they have reported so far. */
export interface Whole {
  readonly parts: readonly Request[];
  /** Takes the latest report of a part and returns that of the whole. */
  readonly take: (part: number, report: Measurement) => Measurement;
}

/** An experiment that is not a sweep: its own only part. */
const ONE_RUN: Sweep = {
  parts: (parameters, seed) => [{ parameters, seed }],
  join: ([report]) => report ?? { quantities: {}, series: {} },
};

/** `cost` estimates the seconds of a part, by which its progress counts. */
export async function wholeOf(request: Request, cost: (part: Request) => number): Promise<Whole> {
  const { experiment, parameters, seed } = request;
  const load = Object.hasOwn(FOUND, experiment) ? FOUND[experiment] : undefined;
  return joined(request, load ? (await load()).sweep : ONE_RUN, cost, parameters, seed);
}

function joined(
  request: Request,
  sweep: Sweep,
  cost: (part: Request) => number,
  parameters: Request["parameters"],
  seed: number,
): Whole {
  const parts = sweep.parts(parameters, seed).map((part) => ({ ...request, ...part }));
  const works = parts.map(cost);
  const allWork = works.reduce((sum, work) => sum + work, 0);
  const reports: (Measurement | null)[] = parts.map(() => null);
  let together = measuredFrom(sweep.join(reports, parameters));
  const take = (part: number, report: Measurement): Measurement => {
    reports[part] = report;
    if (report.finished || measuresAnything(report)) together = measuredFrom(sweep.join(reports, parameters));
    const done = works.reduce((sum, work, k) => sum + work * (reports[k]?.progress ?? 0), 0);
    return {
      progress: done / allWork,
      step: reports.reduce((sum, each) => sum + (each?.step ?? 0), 0),
      finished: reports.every((each) => each?.finished),
      ...together,
    };
  };
  return { parts, take };
}

/** Whether a report has more to say than how far its run is. */
function measuresAnything({ quantities, series }: Measured): boolean {
  return Object.keys(quantities).length > 0 || Object.keys(series).length > 0;
}
