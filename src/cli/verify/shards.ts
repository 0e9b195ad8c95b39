/** How claims are dealt out to shards: the same way on every machine, so that shards know nothing of each other. */
import { experimentNamed } from "../../catalogue/experiments.ts";
import { runsOf } from "../../claims/check.ts";
import type { Claim } from "../../claims/claim.ts";
import { total } from "../../experiments/cost.ts";
import { UsageError } from "../command.ts";

/** The i-th of n shards, from 1 on. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

const MOST_SHARDS = 1000;

/** "2/8". @throws UsageError */
export function shardFrom(text: string): Shard {
  const [, index, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index && of && index <= of && of <= MOST_SHARDS) return { index, of };
  throw new UsageError(
    `--shard is the share and how many there are, such as 2/8, at most ${MOST_SHARDS}, not “${text}”.`,
  );
}

/** The claims of a shard, in their order: each claim is in one, and all take about as long. */
export function shareOf(
  claims: readonly Claim[],
  { index, of }: Shard,
  secondsOf: (claim: Claim) => number = seconds,
): Claim[] {
  const loads = Array.from({ length: of }, () => 0);
  const mine = new Set<Claim>();
  // The longest first, each to the shard that has least to do.
  const longest = claims.map((claim) => ({ claim, cost: secondsOf(claim) }));
  for (const { claim, cost } of longest.sort((one, other) => other.cost - one.cost)) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + cost;
    if (least === index - 1) mine.add(claim);
  }
  return claims.filter((claim) => mine.has(claim));
}

/** Of all runs of a claim on one core, as estimated. */
function seconds(claim: Claim): number {
  return total(
    runsOf(claim).map(({ experiment, parameters }) => experimentNamed(experiment).cost(parameters)),
  );
}
