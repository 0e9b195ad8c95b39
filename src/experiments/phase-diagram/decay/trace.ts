/** A risk that was looked at again and again while it decayed, and the rates that one reads off it. Trains nothing. */
import { log } from "../../../math/elementary.ts";
import { fitLine } from "../../../math/statistics.ts";

/** R/R(0) at times t > 0, in their order. */
export interface Trace {
  readonly times: number[];
  readonly relativeRisks: number[];
}

/** −d log R/dt by least squares over the looks at or after `from`; undefined while there are fewer than two. */
export function riskRate({ times, relativeRisks }: Trace, from: number): number | undefined {
  const late = times.findIndex((time) => time >= from);
  if (late < 0 || late > times.length - 2) return undefined;
  return -fitLine(times.slice(late), relativeRisks.slice(late).map(log)).slope;
}

/** Smallest average rate since the start, min over t of −log(R(t)/R(0))/t: R(t) ≤ e^−ct R(0) at every look if it is ≥ c. */
export function slowestRiskRate({ times, relativeRisks }: Trace): number {
  return times.reduce(
    (slowest, time, k) => Math.min(slowest, -log(relativeRisks[k] as number) / time),
    Infinity,
  );
}
