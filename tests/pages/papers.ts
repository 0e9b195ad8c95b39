/** The companions with their figures and claims, by the reference records: a new one is tested without being listed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Verdict } from "../../src/claims/judge.ts";
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
export function referenceOf(claim: string): ClaimRecord & { readonly verdict: Verdict } {
  return recordIn(`claims/${claim}`);
}

const secondsOf = (claim: string) => referenceOf(claim).seconds;
const byTime = (a: string, b: string) => secondsOf(a) - secondsOf(b) || (a < b ? -1 : 1);

/** A companion's claims, those first that took least time when they were recorded. */
export function quickestOf(paper: string): string[] {
  const claims = PAPERS.find((each) => each.paper === paper)?.claims ?? [];
  return claims.map((claim) => `${paper}/${claim}`).sort(byTime);
}

/** The experiments that figures show. */
const SHOWN = new Set(
  PAPERS.flatMap(({ paper, figures }) =>
    figures.map((id) => (recordIn(`figures/${paper}/${id}`) as FigureRecord).experiment),
  ),
);

const experimentOf = (id: string) => LEDGER.find((claim) => claim.id === id)?.experiment ?? "";
const precisionOf = (id: string) => referenceOf(id).origin.precision;
const firstBy = (ids: string[], of: (id: string) => string) =>
  [...Map.groupBy(ids, of).values()].map(([id = ""]) => id);

const QUICKEST = PAPERS.flatMap(({ paper }) => quickestOf(paper)).sort(byTime);

/** The claims that are checked in a page to the end: the quickest of each companion and in each precision. */
export const CHECKED_IN_A_PAGE = [
  ...new Set([...firstBy(QUICKEST, (id) => id.slice(0, id.indexOf("/"))), ...firstBy(QUICKEST, precisionOf)]),
];

/** The quickest claim on each experiment that neither a figure nor a claim above runs in a page. */
export const BEGUN_IN_A_PAGE = firstBy(QUICKEST, experimentOf).filter((id) => {
  const others = CHECKED_IN_A_PAGE.map(experimentOf);
  return !others.includes(experimentOf(id)) && !SHOWN.has(experimentOf(id));
});
