/** The reference record of a claim. */
import { readFileSync } from "node:fs";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";

export function referenceRecord(claim: string): ClaimRecord {
  const file = new URL(`../../content/records/claims/${claim}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as ClaimRecord;
}
