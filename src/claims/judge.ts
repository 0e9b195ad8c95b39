/** From measured numbers to a verdict. Runs nothing. */
import { mean, median, medianRange, standardDeviation, standardError } from "../math/statistics.ts";
import { type Claim, centreName, type Statistic } from "./claim.ts";
import { type Interval, inside } from "./interval.ts";

export type Verdict = "supported" | "refuted" | "inconclusive" | "not run";

/** What was measured for one case, a number per seed; a replicate that gave no number is missing. */
export interface Replicates {
  readonly values: readonly number[];
  readonly controlValues: readonly number[];
}

/** How one case came out. */
export interface CaseOutcome {
  readonly label: string;
  readonly verdict: Verdict;
  /** Mean or median over seeds, as the statistic has it, and the sample standard deviation; null where nothing was measured. */
  readonly got: number | null;
  readonly spread: number | null;
  readonly values: readonly number[];
  readonly expected: Interval;
  readonly control: {
    readonly got: number | null;
    readonly values: readonly number[];
    /** Whether the control missed the interval, as it must. */
    readonly fails: boolean;
  };
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly cases: readonly CaseOutcome[];
}

/**
 * Verdict of a number of replicates against an interval.
 *
 * With s the standard error of the mean: *refuted* if mean ± s misses the interval altogether, or, where every replicate
 * must lie inside, none does; *supported* if every replicate lies inside ("every seed"), or if all of mean ± s does
 * ("mean"); *inconclusive* otherwise; *not run* with fewer replicates than seeds. With "median", the range in which the
 * median is uncertain takes the place of mean ± s. One replicate has no uncertainty, so that a mean or median of one is
 * inconclusive.
 */
export function judgeReplicates(
  values: readonly number[],
  accept: Interval,
  statistic: Statistic,
  seeds: number,
): Verdict {
  if (values.length < seeds || values.length === 0) return "not run";
  if (statistic !== "every seed" && values.length === 1) return "inconclusive";
  const [least, most] = statistic === "median" ? medianRange(values) : meanRange(values);
  const isAbove = accept.maximum !== null && least > accept.maximum;
  const isBelow = accept.minimum !== null && most < accept.minimum;
  const isOutside = statistic === "every seed" && !values.some((value) => inside(value, accept));
  if (isAbove || isBelow || isOutside) return "refuted";
  const witnesses = statistic === "every seed" ? values : [least, most];
  return witnesses.every((value) => inside(value, accept)) ? "supported" : "inconclusive";
}

/** The mean less and plus its standard error. */
function meanRange(values: readonly number[]): [number, number] {
  const [centre, uncertainty] = [mean(values), standardError(values)];
  return [centre - uncertainty, centre + uncertainty];
}

/**
 * Verdict of a claim: its worst case. A case whose control does not clearly miss the interval has no power, and so
 * cannot be better than inconclusive.
 */
export function judge(claim: Claim, replicates: readonly Replicates[]): Outcome {
  const centre = centreName(claim.statistic) === "median" ? median : mean;
  const cases = claim.cases.map(({ label, accept }, k): CaseOutcome => {
    const { values, controlValues } = replicates[k] ?? { values: [], controlValues: [] };
    const verdictOf = (numbers: readonly number[]) =>
      judgeReplicates(numbers, accept, claim.statistic, claim.seeds.length);
    const fails = verdictOf(controlValues) === "refuted";
    const verdict = verdictOf(values);
    return {
      label,
      verdict:
        verdict === "supported" && !fails ? (controlValues.length ? "inconclusive" : "not run") : verdict,
      got: values.length ? centre(values) : null,
      spread: values.length ? standardDeviation(values) : null,
      values,
      expected: accept,
      control: { got: controlValues.length ? centre(controlValues) : null, values: controlValues, fails },
    };
  });
  const worst = (["refuted", "not run", "inconclusive"] as const).find((verdict) =>
    cases.some((each) => each.verdict === verdict),
  );
  return { verdict: worst ?? "supported", cases };
}
