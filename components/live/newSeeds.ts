/**
 * What a check on new seeds shows: for each set which seeds it was and whether the claim held on them, how often it held in
 * all, and the records to take away. Such a record is a run beyond the claim, whose own seeds alone decide its verdict. Loaded
 * when such a check begins.
 */
import { html, type TemplateResult } from "lit";
import { type Claim, centreName } from "../../src/claims/claim.ts";
import { freshSet } from "../../src/claims/fresh.ts";
import { intervalInWords } from "../../src/claims/interval.ts";
import type { CaseOutcome, Outcome } from "../../src/claims/judge.ts";
import { outcomeOfRecord } from "../../src/claims/recorded.ts";
import { BACKEND_LABELS } from "../../src/engine/backends.ts";
import { digitsBeside, inWords } from "../../src/plots/numbers.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";
import type { Runs } from "../claims/strips.ts";
import { takeAway } from "./claimRuns.ts";

/** The sets of new seeds that are kept with the site: how many, and on how many of them the claim held. */
interface KeptSets {
  readonly sets: number;
  readonly held: number;
}

/** As the element of the claim says it. */
function keptOf({ keptSets, keptHeld }: DOMStringMap): KeptSets {
  return { sets: Number(keptSets ?? 0), held: Number(keptHeld ?? 0) };
}

/** The claim on the set after those that are kept and those that were run here. */
export function nextSet(claim: Claim, made: readonly ClaimRecord[], data: DOMStringMap): Claim {
  return freshSet(claim, keptOf(data).sets + made.length);
}

/** How a claim came out on the seeds of a record: by its own rule, on other seeds. */
function outcomeOn(claim: Claim, record: ClaimRecord): Outcome {
  return outcomeOfRecord({ ...claim, seeds: record.seeds }, record);
}

/** All runs on new seeds on one line of each strip. */
export function newRuns(claim: Claim, made: readonly ClaimRecord[], underWay: Outcome | null): Runs {
  const outcomes = [...made.map((record) => outcomeOn(claim, record)), ...(underWay ? [underWay] : [])];
  return {
    label: "Here, new seeds",
    colour: "var(--linear)",
    cases: claim.cases.map((_, k) => ({
      values: outcomes.flatMap(({ cases }) => cases[k]?.values ?? []),
      controlValues: outcomes.flatMap(({ cases }) => cases[k]?.control.values ?? []),
    })),
  };
}

/** "1010 to 1012" where they are neighbours, else all of them. */
export function seedsInWords(seeds: readonly number[]): string {
  const areNeighbours = seeds.every((seed, k) => k === 0 || seed === (seeds[k - 1] as number) + 1);
  return seeds.length > 2 && areNeighbours ? `${seeds[0]} to ${seeds.at(-1)}` : seeds.join(", ");
}

/** "Held on 2 of 2 sets of new seeds run here; on 3 of 3 kept with the site." */
function countInWords(claim: Claim, made: readonly ClaimRecord[], kept: KeptSets): string {
  const held = made.filter((record) => outcomeOn(claim, record).verdict === "supported").length;
  const keptToo = kept.sets > 0 ? `; on ${kept.held} of ${kept.sets} kept with the site` : "";
  return `Held on ${held} of ${made.length} ${made.length === 1 ? "set" : "sets"} of new seeds run here${keptToo}.`;
}

/** How often the claim held, for the region that a screen reader reads out; and all sets run here, with their records. */
export function templates(
  claim: Claim,
  made: readonly ClaimRecord[],
  data: DOMStringMap,
  tell: (sentence: string) => void,
): { readonly count: TemplateResult; readonly list: TemplateResult } {
  const kept = keptOf(data);
  const sets = made.map((record, k) => {
    const set = kept.sets + k + 1;
    return setTemplate(
      claim,
      record,
      set,
      takeAway(record, data.verify ?? "", tell, `the record of set ${set}`),
    );
  });
  return {
    count: html`<p class="claim-verdict" data-count><b>${countInWords(claim, made, kept)}</b></p>`,
    list: html`<div class="new-seeds">
      <ol start=${kept.sets + 1}>${sets}</ol>
      <p>
        <small>
          Each set is as large as the claim’s own, and is judged by the same rule. Its record says which seeds it has: it is a run
          beyond the claim, whose verdict rests on its own seeds. <code>npm run verify -- ${claim.id} --fresh ${kept.sets + made.length}</code>
          runs the same sets.
        </small>
      </p>
    </div>`,
  };
}

function setTemplate(
  claim: Claim,
  record: ClaimRecord,
  set: number,
  records: TemplateResult,
): TemplateResult {
  const { verdict, cases } = outcomeOn(claim, record);
  const { backend, adapter } = record.origin;
  const hasHeld = verdict === "supported";
  return html`<li data-seeds=${record.seeds.join(",")}>
    <p class="claim-verdict">
      Set ${set}, ${record.seeds.length === 1 ? "seed" : "seeds"} <span class="numbers">${seedsInWords(record.seeds)}</span>:
      <span class="badge" data-kind=${verdict} data-held=${hasHeld}>${hasHeld ? "held" : `did not hold: ${verdict}`}</span>
      <small>${BACKEND_LABELS[backend]}${adapter ? ` (${adapter})` : ""}, ${record.seconds} s.</small>
    </p>
    ${cases.filter((each) => each.verdict !== "supported").map((each) => html`<p class="note">${whyNot(claim, each)}</p>`)}
    ${(record.mishaps ?? []).map((mishap) => html`<p class="note">${mishap}</p>`)}
    <p><small>SHA-256 <code class="digest" data-new-digest>${record.digest}</code></small></p>
    ${records}
  </li>`;
}

/** What kept one case from holding. */
function whyNot(
  { statistic }: Claim,
  { label, verdict, got, values, expected, control }: CaseOutcome,
): string {
  const interval = intervalInWords(expected);
  const show = (value: number | undefined) => inWords(value, digitsBeside(expected));
  if (verdict === "not run") return `“${label}” has no verdict: a seed gave no number.`;
  const numbers =
    statistic === "every seed"
      ? `its runs came to ${values.map(show).join(", ")}`
      : `the ${centreName(statistic)} of its runs is ${show(got ?? undefined)}`;
  const missing = control.fails ? "" : " Its control does not clearly miss that, as it must.";
  return `“${label}”: ${numbers}; accepted is ${interval}.${missing}`;
}
