/**
 * A claim on seeds that nobody looked at when it was written: disjoint sets of its own size. They begin at 1001, and for a claim
 * that was changed when it was known how those come out, at 5001.
 */
import { experimentNamed } from "../catalogue/experiments.ts";
import { requestFor } from "../experiments/request.ts";
import type { Claim } from "./claim.ts";

/** No record uses seeds from here on. */
const [FIRST, AFTER_REVISION] = [1001, 5001];

/** The same claim on the first `sets` of its disjoint sets of seeds: no network occurs in two of them. */
export function freshSets(claim: Claim, sets: number): Claim[] {
  return Array.from({ length: sets }, (_, set) => freshSet(claim, set));
}

/** The same claim on one of those sets, by its place from 0 on. */
export function freshSet(claim: Claim, set: number): Claim {
  const used = seedsUsedBy(claim);
  const { length } = claim.seeds;
  const first = claim.revised?.some(({ knew }) => knew === "fresh seeds") ? AFTER_REVISION : FIRST;
  return { ...claim, seeds: Array.from({ length }, (_, k) => first + used * (set * length + k)) };
}

/** The same claim on `count` seeds, from 1 on, at the distance of the seeds that a run uses up. */
export function withSeeds(claim: Claim, count: number): Claim {
  const used = seedsUsedBy(claim);
  return { ...claim, seeds: Array.from({ length: count }, (_, k) => 1 + used * k) };
}

/** Neighbouring seeds that a run of the claim uses up. */
function seedsUsedBy(claim: Claim): number {
  const experiment = experimentNamed(claim.experiment);
  const used = claim.cases
    .flatMap(({ at, control }) => [at, control.at])
    .map((at) => experiment.seedsUsed?.(requestFor(experiment, at, 1).parameters) ?? 1);
  return Math.max(...used);
}
