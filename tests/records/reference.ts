/** The reference record of a claim, and its records on fresh seeds. */
import { readFileSync } from "node:fs";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";

export function referenceRecord(claim: string): ClaimRecord {
  return read<ClaimRecord>(`claims/${claim}`);
}

/** In the order of its fresh sets. */
export function freshRecords(claim: string): readonly ClaimRecord[] {
  return read<ClaimRecord[]>(`fresh/${claim}`);
}

function read<Content>(name: string): Content {
  return JSON.parse(
    readFileSync(new URL(`../../content/records/${name}.json`, import.meta.url), "utf8"),
  ) as Content;
}
