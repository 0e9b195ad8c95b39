/** The companions with their figures and claims, by the reference records: a new one is tested without being listed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LEDGER } from "../../src/claims/ledger.ts";
import type { ClaimRecord, FigureRecord } from "../../src/runtime/records/record.ts";

const content = (path: string) => fileURLToPath(new URL(`../../content/${path}`, import.meta.url));
const recordIn = (path: string) => JSON.parse(readFileSync(content(`records/${path}.json`), "utf8"));

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
  return recordIn(`claims/${claim}`);
}

/** A companion's claims, those first that took least time when they were recorded. */
export function quickestOf(paper: string): string[] {
  const claims = PAPERS.find((each) => each.paper === paper)?.claims ?? [];
  return claims
    .map((claim) => `${paper}/${claim}`)
    .sort((a, b) => referenceOf(a).seconds - referenceOf(b).seconds || (a < b ? -1 : 1));
}

/**
 * The claims that are checked in a page: a companion's quickest, and the quickest on each of its experiments that no
 * figure shows. The experiments of figures are run there by the figures.
 */
export const CHECKED_IN_A_PAGE = PAPERS.flatMap(({ paper, figures }) => {
  const shown = new Set(figures.map((id) => (recordIn(`figures/${paper}/${id}`) as FigureRecord).experiment));
  const experimentOf = (id: string) => LEDGER.find((claim) => claim.id === id)?.experiment ?? "";
  return quickestOf(paper).filter((id, k, all) => {
    const experiment = experimentOf(id);
    return (
      k === 0 || (!shown.has(experiment) && all.findIndex((each) => experimentOf(each) === experiment) === k)
    );
  });
});
