/** The reference records of claims, at build time. */
import type { Claim } from "../../src/claims/claim.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";

const records = import.meta.glob<ClaimRecord>("../../content/records/claims/**/*.json", {
  import: "default",
});

/** The reference record of a claim. @throws Error where there is none, with the command that makes it */
export function referenceOf({ id }: Pick<Claim, "id">): Promise<ClaimRecord> {
  const load = records[`../../content/records/claims/${id}.json`];
  if (!load)
    throw new Error(
      `There is no reference record of the claim ${id}: npm run verify -- ${id} --update-records makes it.`,
    );
  return load();
}
