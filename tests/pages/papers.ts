/** The companions with their figures and claims, by the reference records: a new one is tested without being listed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ClaimRecord } from "../../src/runtime/record.ts";

const content = (path: string) => fileURLToPath(new URL(`../../content/${path}`, import.meta.url));

/** Names of the files in a folder of content/, without their ending. */
function namesIn(folder: string): string[] {
  return existsSync(content(folder))
    ? readdirSync(content(folder)).map((file) => file.replace(/\.[^.]+$/, ""))
    : [];
}

export const PAPERS = namesIn("papers").map((paper) => ({
  paper,
  figures: namesIn(`records/figures/${paper}`),
  claims: namesIn(`records/claims/${paper}`),
}));

/** The reference record of a claim: "phase-diagram/A1". */
export function referenceOf(claim: string): ClaimRecord {
  return JSON.parse(readFileSync(content(`records/claims/${claim}.json`), "utf8"));
}
