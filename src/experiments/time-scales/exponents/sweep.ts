/** Several ε as runs of one each, and the exponents that they come to. */
import { log } from "../../../math/elementary.ts";
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Sweep } from "../../experiment.ts";
import { joinedSeries, partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("decades", parameters, seed),
  join: (reports, { target1, activation1 }) => {
    const series = joinedSeries(reports, ["epsilon", "time0", "time1", "time2", "time3", "participation"]);
    const { epsilon, participation } = series;
    return {
      quantities: {
        slope0: exponent(epsilon, series.time0),
        slope1: exponent(epsilon, series.time1),
        slope2: exponent(epsilon, series.time2),
        slope3: exponent(epsilon, series.time3),
        logarithm: growth(epsilon, series.time1, 4 * Math.abs(target1 * activation1)),
        separation: reports.at(-1)?.quantities.separation,
        concentration: finite((participation[0] as number) / (participation.at(-1) as number)),
      },
      series,
    };
  },
};

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Exponent of a power law through those times that are known. */
function exponent(epsilon: readonly number[], times: readonly number[]): number | undefined {
  const known = epsilon.flatMap((at, k) =>
    Number.isFinite(times[k]) ? [{ at, time: times[k] as number }] : [],
  );
  if (known.length < 2) return undefined;
  return fitPowerLaw(
    known.map(({ at }) => at),
    known.map(({ time }) => time),
  ).exponent;
}

/** rate · Δ(t/√ε)/Δ(log 1/ε) from the largest ε to the smallest. */
function growth(epsilon: readonly number[], times: readonly number[], rate: number): number | undefined {
  const [from, to] = [epsilon[0] as number, epsilon.at(-1) as number];
  const scaled = (times.at(-1) as number) / Math.sqrt(to) - (times[0] as number) / Math.sqrt(from);
  return epsilon.length < 2 ? undefined : finite((rate * scaled) / log(from / to));
}
