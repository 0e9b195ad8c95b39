/** The replicates of a claim's cases, drawn: a strip per case, from its reference record and, live, from runs in the page. */
import type { Case, Claim } from "../../src/claims/claim.ts";
import { intervalInWords } from "../../src/claims/interval.ts";
import { draw } from "../../src/plots/draw.ts";
import { inWords } from "../../src/plots/numbers.ts";
import { type Replicated, replicatesPlot } from "../../src/plots/replicates.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";

/** Runs of a whole claim, to be drawn on one line in each of its strips. */
export interface Runs {
  readonly label: string;
  readonly colour: string;
  /** In the order of the claim's cases. */
  readonly cases: readonly Pick<Replicated, "values" | "controlValues">[];
}

/** Those of a record. */
export function runsOf({ cases }: Pick<ClaimRecord, "cases">, label: string, colour: string): Runs {
  return {
    label,
    colour,
    cases: cases.map(({ values, control }) => ({ values, controlValues: control.values })),
  };
}

export const REFERENCE = { label: "Reference", colour: "var(--reference)" };

/** @param document that of the page, or of a document builder at build time */
export function stripOf(claim: Claim, k: number, runs: readonly Runs[], document: Document): SVGSVGElement {
  const { accept, label } = claim.cases[k] as Case;
  const rows = runs.map(({ cases, ...row }) => ({ ...row, values: [], controlValues: [], ...cases[k] }));
  const list = (values: readonly number[]) => values.map((value) => inWords(value)).join(", ") || "none yet";
  const words = rows.map(
    (row) => `${row.label}: ${list(row.values)}; its control: ${list(row.controlValues)}.`,
  );
  const title = `${label}, accepted ${intervalInWords(accept)}. ${words.join(" ")}`;
  return draw(replicatesPlot(accept, rows), title, document);
}
