/** The reference records of claims, at build time. */
import type { Claim } from "../../src/claims/claim.ts";
import { outcomeOfRecord } from "../../src/claims/recorded.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";

const records = import.meta.glob<ClaimRecord>("../../content/records/claims/**/*.json", {
  import: "default",
});

const fresh = import.meta.glob<ClaimRecord[]>("../../content/records/fresh/**/*.json", { import: "default" });

/** The records of a claim on sets of seeds that nobody looked at when it was written; none where it speaks of its own seeds. */
export async function freshOf({ id }: Pick<Claim, "id">): Promise<readonly ClaimRecord[]> {
  return (await fresh[`../../content/records/fresh/${id}.json`]?.()) ?? [];
}

/** The reference record of a claim. @throws Error where there is none, with the command that makes it */
export function referenceOf({ id }: Pick<Claim, "id">): Promise<ClaimRecord> {
  const load = records[`../../content/records/claims/${id}.json`];
  if (!load)
    throw new Error(
      `There is no reference record of the claim ${id}: npm run verify -- ${id} --update-records makes it.`,
    );
  return load();
}

/** A claim with its reference record, how that comes out, and the verdicts on sets of fresh seeds. */
export async function checkedOf(claim: Claim) {
  const record = await referenceOf(claim);
  const outcome = outcomeOfRecord(claim, record);
  const fresh = await freshOf(claim);
  const onFresh = fresh.map((each) => outcomeOfRecord({ ...claim, seeds: each.seeds }, each).verdict);
  return { claim, record, outcome, verdict: outcome.verdict, onFresh };
}
