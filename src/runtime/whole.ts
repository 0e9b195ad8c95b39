/** A request as the independent runs that it comes apart into, and what they have reported so far. Runs nothing. */
import { divisionOf } from "../experiments/divisions.ts";
import type { Division, Measurement } from "../experiments/experiment.ts";
import type { RunRequest } from "./protocol.ts";

export interface Whole {
  readonly parts: readonly RunRequest[];
  /** Takes the latest report of a part and returns that of the whole. */
  readonly take: (part: number, report: Measurement) => Measurement;
}

/** What an experiment that does not come apart is: its own only part. */
const UNDIVIDED: Division = {
  parts: (parameters) => [{ parameters, work: 1 }],
  join: ([report]) => ({ quantities: report?.quantities ?? {}, series: report?.series ?? {} }),
};

export function wholeOf(request: RunRequest): Whole {
  const division = divisionOf(request.experiment) ?? UNDIVIDED;
  const parts = division.parts(request.parameters);
  const allWork = parts.reduce((sum, { work }) => sum + work, 0);
  const reports: (Measurement | null)[] = parts.map(() => null);
  let joined = division.join(reports, request.parameters);
  const take = (part: number, report: Measurement): Measurement => {
    reports[part] = report;
    if (report.finished || measuresAnything(report)) joined = division.join(reports, request.parameters);
    const workDone = parts.reduce((sum, { work }, k) => sum + work * (reports[k]?.progress ?? 0), 0);
    return {
      progress: workDone / allWork,
      step: reports.reduce((sum, each) => sum + (each?.step ?? 0), 0),
      finished: reports.every((each) => each?.finished),
      ...joined,
    };
  };
  return { parts: parts.map(({ parameters }) => ({ ...request, parameters })), take };
}

/** Whether a report has more to say than how far its run is. */
function measuresAnything({ quantities, series }: Measurement): boolean {
  return Object.keys(quantities).length > 0 || Object.keys(series).length > 0;
}
