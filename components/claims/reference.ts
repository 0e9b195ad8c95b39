/** The reference records of claims, at build time. */
import type { Claim } from "../../src/claims/claim.ts";
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
