/**
 * What a claim is: a statement about a paper that can be run. Pure data, so that it can be read, printed and sent
 * without running anything.
 */
import type { Citation } from "../experiments/experiment.ts";
import type { Values } from "../experiments/parameters.ts";

/** Whether the paper says it, this site derived it, or it is general knowledge. */
export type Provenance = "paper" | "derived here" | "background";

/** Closed interval; null leaves a side open. */
export interface Interval {
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/**
 * What must lie inside: each replicate; their mean, by more than its standard error; or their median, by more than it is
 * uncertain, which is for quantities whose replicates spread over powers of ten.
 */
export const STATISTICS = ["every seed", "mean", "median"] as const;
export type Statistic = (typeof STATISTICS)[number];

/** What stands for all replicates where one number has to. */
export function centreName(statistic: Statistic): "mean" | "median" {
  return statistic === "median" ? "median" : "mean";
}

/** One number that a claim predicts. */
export interface Case {
  readonly label: string;
  /** Differences from the experiment's defaults. */
  readonly parameters: Values;
  /** Name of the quantity in the experiment's `quantities`. */
  readonly quantity: string;
  readonly accept: Interval;
  /** Where the interval comes from, in words; fixed before the claim was run. */
  readonly origin: string;
  /** Parameters for which the same interval must be missed, and why. */
  readonly control: { readonly parameters: Values; readonly why: string };
}

export interface Claim {
  /** "<paper>/<number>". */
  readonly id: string;
  readonly title: string;
  /** The statement in words. */
  readonly statement: string;
  /** The same as TeX. */
  readonly formula: string;
  readonly source: Citation;
  readonly provenance: Provenance;
  readonly experiment: string;
  readonly seeds: readonly number[];
  readonly statistic: Statistic;
  readonly cases: readonly Case[];
}

/** Number of a claim within its paper: "A1". */
export function numberOf(claim: Pick<Claim, "id">): string {
  return claim.id.slice(claim.id.lastIndexOf("/") + 1);
}

/** An interval in words or symbols: "[−0.56, −0.44]", "≥ 35". */
export function intervalInWords({ minimum, maximum }: Interval): string {
  const show = (value: number) => String(value).replace("-", "−");
  if (minimum !== null && maximum !== null) return `[${show(minimum)}, ${show(maximum)}]`;
  if (minimum !== null) return `≥ ${show(minimum)}`;
  return maximum === null ? "any value" : `≤ ${show(maximum)}`;
}
