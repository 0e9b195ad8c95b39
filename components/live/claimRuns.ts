/**
 * What a check in the page shows beside the reference: strips of replicates, verdicts side by side, records to take away.
 * Loaded when a check begins.
 */
import { html, nothing, type TemplateResult } from "lit";
import { type Claim, centreName, numberOf } from "../../src/claims/claim.ts";
import type { Outcome } from "../../src/claims/judge.ts";
import { outcomeOfRecord } from "../../src/claims/recorded.ts";
import { BACKEND_LABELS, type BackendName, type Device } from "../../src/engine/backends.ts";
import { digitsBeside, inWords } from "../../src/plots/numbers.ts";
import { largestGap } from "../../src/runtime/records/compareRecords.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";
import { linkTo } from "../../src/runtime/records/recordLink.ts";
import { REFERENCE, type Runs, runsOf, stripOf } from "../claims/strips.ts";
import { download } from "./exports.ts";

const COLOURS: Readonly<Record<BackendName, string>> = {
  webgpu: "var(--linear)",
  wasm: "var(--live)",
  cpu: "var(--critical)",
};

const labelOf = (backend: BackendName) => `Here, ${BACKEND_LABELS[backend]}`;

/** The reference record at an address of this site; null where it does not load: a check works without it. */
export async function loadReference(address: string): Promise<ClaimRecord | null> {
  const response = await fetch(address).catch(() => null);
  return response?.ok ? ((await response.json()) as ClaimRecord) : null;
}

/** Runs that are under way. */
export function runsUnderWay({ cases }: Outcome, backend: BackendName): Runs {
  return {
    label: labelOf(backend),
    colour: COLOURS[backend],
    cases: cases.map(({ values, control }) => ({ values, controlValues: control.values })),
  };
}

/** The lines of every strip: the reference, records that were made here, and runs under way. */
export function runsHere(
  reference: ClaimRecord | null,
  made: readonly ClaimRecord[],
  underWay: Runs | null,
): Runs[] {
  return [
    ...(reference ? [runsOf(reference, REFERENCE.label, REFERENCE.colour)] : []),
    ...made
      .map((record) => runsOf(record, labelOf(record.origin.backend), COLOURS[record.origin.backend]))
      .filter(({ label }) => label !== underWay?.label),
    ...(underWay ? [underWay] : []),
  ];
}

/** Draws every strip within an element, a line for each of the runs. */
export function drawStrips(within: Element, claim: Claim, runs: readonly Runs[]): void {
  claim.cases.forEach((_, k) => {
    within.querySelector(`[data-strip="${k}"]`)?.replaceChildren(stripOf(claim, k, runs, document));
  });
}

/** Fills the columns of a card's table that are for the reader's run, with means or medians so far; a page without them has none. */
export function fillColumns(within: Element, { cases }: Outcome, seeds: number): void {
  const show = (values: readonly number[], centre: number | null, digits: number) =>
    centre === null ? "…" : `${inWords(centre, digits)} (${values.length} of ${seeds})`;
  cases.forEach(({ got, values, control, expected }, k) => {
    const digits = digitsBeside(expected);
    within.querySelector(`[data-got="${k}"]`)?.replaceChildren(show(values, got, digits));
    within.querySelector(`[data-control="${k}"]`)?.replaceChildren(show(control.values, control.got, digits));
  });
}

/** How a record of this page compares with the reference, in a sentence. */
export function comparisonWith(reference: ClaimRecord | null, record: ClaimRecord): string {
  if (!reference) return "The reference record could not be loaded to compare.";
  if (record.digest === reference.digest)
    return "The digest is that of the reference record: every measured bit is the same.";
  const gap = `The largest gap between two runs of one seed is ${inWords(largestGap(reference, record), 2)} of their size.`;
  return record.origin.backend === "wasm"
    ? `The digest differs from the reference record, though WebAssembly should give the same bits everywhere. ${gap}`
    : `The digest differs from the reference record, whose bits are those of WebAssembly: another backend has others. ${gap}`;
}

/** Verdicts and means or medians, a line for the reference and one for each backend that ran here. */
function sideBySide(
  claim: Claim,
  reference: ClaimRecord | null,
  made: readonly ClaimRecord[],
): TemplateResult {
  const gapOf = (record: ClaimRecord) => {
    if (!reference || record === reference) return "";
    return record.digest === reference.digest
      ? "none: the same bits"
      : inWords(largestGap(reference, record), 2);
  };
  const centre = centreName(claim.statistic) === "mean" ? "Mean" : "Median";
  const row = (name: string, record: ClaimRecord) =>
    html`<tr>
      <th scope="row">${name}</th>
      <td><span class="badge" data-kind=${record.verdict}>${record.verdict}</span></td>
      ${outcomeOfRecord(claim, record).cases.map(({ got, expected }) => html`<td class="number">${inWords(got ?? undefined, digitsBeside(expected, 5))}</td>`)}
      <td>${gapOf(record)}</td>
    </tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${`Verdicts of claim ${numberOf(claim)} side by side`}>
    <table data-side-by-side>
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">Verdict</th>
          ${claim.cases.map(({ label }) => html`<th scope="col">${centre}: ${label}</th>`)}
          <th scope="col">Largest gap, relative</th>
        </tr>
      </thead>
      <tbody>
        ${reference ? row(`Reference, ${BACKEND_LABELS[reference.origin.backend]}`, reference) : nothing}
        ${made.map((record) => row(labelOf(record.origin.backend), record))}
      </tbody>
    </table>
  </div>`;
}

/** The verdict of the latest record of this page, beside all others, with its digest and the record itself. */
export function verdictTemplate(
  claim: Claim,
  reference: ClaimRecord | null,
  made: readonly ClaimRecord[],
  around: {
    readonly device: Device | null;
    /** Address of the page that checks records. */
    readonly verify: string;
    readonly tell: (sentence: string) => void;
  },
): TemplateResult | typeof nothing {
  const record = made.at(-1);
  if (!record) return nothing;
  const { backend, adapter } = record.origin;
  return html`<p class="claim-verdict">
      Your verdict: <span class="badge" data-kind=${record.verdict} data-verdict=${record.verdict}>${record.verdict}</span>
      <small>${BACKEND_LABELS[backend]}${adapter ? ` (${adapter})` : ""}, ${record.seconds} s.</small>
    </p>
    ${sideBySide(claim, reference, made)}
    <p><small>${comparisonWith(reference, record)} SHA-256 <code class="digest" data-digest>${record.digest}</code></small></p>
    ${(record.mishaps ?? []).map((mishap) => html`<p class="note">${mishap}</p>`)}
    ${around.device ? html`<p><small>${around.device.reason}</small></p>` : nothing}
    ${takeAway(record, around.verify, around.tell)}`;
}

/** Hands a record to the reader, as a file; a run beyond the claim is called by its first seed. */
export function saveRecord(record: ClaimRecord): void {
  const beyond = record.verdict === null ? `-seeds-from-${record.seeds[0]}` : "";
  const name = `two-layers-${record.claim.replace("/", "-")}${beyond}-${record.origin.backend}.json`;
  download(new File([JSON.stringify(record, null, 1)], name, { type: "application/json" }));
}

/**
 * Buttons that hand over a record: as a file, or as a link that holds all of it. `tell` is called with the outcome; `what` tells
 * it from others on the page.
 */
export function takeAway(
  record: ClaimRecord,
  verify: string,
  tell: (sentence: string) => void,
  what = "the record",
): TemplateResult {
  const link = linkTo(record, new URL(verify, location.href).href);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      tell("A link that holds the record is in your clipboard. Whoever opens it can check the record.");
    } catch {
      tell("The browser does not let this page use the clipboard; copy the address of the link beside it.");
    }
  };
  return html`<p class="controls take-away">
    <button type="button" class="quiet" @click=${() => saveRecord(record)}>Save ${what} (JSON)</button>
    <button type="button" class="quiet" @click=${() => void copy()}>Copy a link to ${what === "the record" ? "it" : what}</button>
    <a href=${link} data-record-link>Check ${what}</a>
  </p>`;
}
