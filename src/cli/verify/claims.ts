/** Runs claims, prints a line and the cases of each, and writes what was asked for. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figureNamed } from "../../catalogue/experiments.ts";
import type { Claim } from "../../claims/claim.ts";
import { freshSets } from "../../claims/fresh.ts";
import { intervalInWords } from "../../claims/interval.ts";
import type { Outcome } from "../../claims/judge.ts";
import { outcomeOfRecord } from "../../claims/recorded.ts";
import type { BackendChoice } from "../../engine/backends.ts";
import { digitsBeside } from "../../plots/numbers.ts";
import type { RunStore } from "../../runtime/keep/runStore.ts";
import { digestOf } from "../../runtime/records/digest.ts";
import type { ClaimRecord, FigureRecord } from "../../runtime/records/record.ts";
import { checkClaim } from "../../runtime/runs/checkClaim.ts";
import { runFigure, startOfFigure } from "../../runtime/runs/runFigure.ts";
import type { Pool } from "../../runtime/workers/pool.ts";
import { SOFTWARE } from "../../software.ts";
import { EXIT, QueueError } from "../command.ts";
import { writeFile, writeJson } from "../files.ts";
import { storeInMemory } from "../runs/storeInMemory.ts";
import type { WantedClaims } from "./command.ts";
import { progressLine } from "./progress.ts";

const FIGURE_SEED = 1;
const RECORDS = fileURLToPath(new URL("../../../content/records/", import.meta.url));

/** A claim that was checked. */
export interface Checked {
  readonly record: ClaimRecord;
  readonly outcome: Outcome;
}

/** Runs the claims one after the other and returns the exit code. */
export async function checkClaims(wanted: WantedClaims, pool: Pool): Promise<number> {
  if (wanted.fresh > 0) return checkOnFreshSeeds(wanted, pool);
  const { claims, figures, backend, updateRecords } = wanted;
  if (claims.length + figures.length === 0) console.log("This share has no claims.");
  const checked: Checked[] = [];
  // A run that several claims ask for is made once; but a reference record says how long its claim takes by itself.
  const shared = storeInMemory();
  for (const [k, claim] of claims.entries()) {
    const store = updateRecords ? storeInMemory() : shared;
    checked.push(await check(pool, claim, backend, store, `${claim.id} (${k + 1} of ${claims.length})`));
  }
  if (updateRecords) for (const { record } of checked) replaceReference(record, wanted.evenIfWorse);
  for (const name of figures) await recordFigure(pool, name, backend);
  return report(checked, wanted);
}

/** Writes what was asked for, says how many claims are supported, and returns the exit code. */
export function report(
  checked: readonly Checked[],
  { json, save }: Pick<WantedClaims, "json" | "save">,
): number {
  if (save) for (const { record } of checked) writeRecord(save, `${record.claim}.json`, record);
  if (json) writeJson(json, checked.map(summaryOf));
  const unsupported = checked.filter(({ outcome }) => outcome.verdict !== "supported").length;
  const used = [...new Set(checked.map(({ record }) => record.origin.backend))].join(" and ");
  if (used)
    console.log(
      unsupported === 0
        ? `${checked.length === 1 ? "The claim is" : `All ${checked.length} claims are`} supported on ${used}.`
        : `${unsupported} of ${checked.length} claims are not supported on ${used}.`,
    );
  return unsupported === 0 ? EXIT.sound : EXIT.unsound;
}

/** Checks each claim on sets of seeds that no record uses, and reports how often each verdict occurred. */
async function checkOnFreshSeeds(
  { claims, backend, fresh, json, updateRecords }: WantedClaims,
  pool: Pool,
): Promise<number> {
  const counted: { claim: string; held: number; sets: number; verdicts: string[] }[] = [];
  for (const claim of claims) {
    if (claim.onlyItsSeeds) {
      console.log(`${claim.id}  has no fresh seeds: ${claim.onlyItsSeeds}`);
      continue;
    }
    const records: ClaimRecord[] = [];
    const verdicts: string[] = [];
    for (const [k, set] of freshSets(claim, fresh).entries()) {
      const label = `${claim.id}, set ${k + 1} of ${fresh}`;
      const { record, outcome } = await check(pool, set, backend, storeInMemory(), label, false);
      records.push(record);
      verdicts.push(outcome.verdict);
    }
    if (updateRecords) writeLine(RECORDS, `fresh/${claim.id}.json`, records);
    const held = verdicts.filter((verdict) => verdict === "supported").length;
    counted.push({ claim: claim.id, held, sets: fresh, verdicts });
    console.log(`${claim.id}  held in ${held} of ${fresh} sets of fresh seeds  (${verdicts.join(", ")})`);
  }
  if (json) writeJson(json, counted);
  return counted.every(({ held }) => held === fresh) ? EXIT.sound : EXIT.unsound;
}

/** Makes a record the reference, unless it is not supported and the one that stands is. */
function replaceReference(record: ClaimRecord, evenIfWorse: boolean): void {
  const path = `claims/${record.claim}.json`;
  const file = join(RECORDS, path);
  const standing: { verdict?: unknown } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  if (standing.verdict === "supported" && record.verdict !== "supported" && !evenIfWorse) {
    console.error(
      `${record.claim} is ${record.verdict} and its reference record is supported: the record stays as it is. If that is the finding, say --even-if-worse.`,
    );
    return;
  }
  writeRecord(RECORDS, path, record);
}

/** Checks one claim; a run that fails is named with its error, and leaves its case not run. */
async function check(
  pool: Pool,
  claim: Claim,
  choice: BackendChoice,
  store: RunStore,
  label: string,
  isTold = true,
): Promise<Checked> {
  const line = progressLine(label);
  const record = await checkClaim(claim, {
    pool,
    choice,
    software: SOFTWARE,
    signal: new AbortController().signal,
    store,
    mishaps: [],
    report: ({ share }) => line.show(share),
    onFailure: ({ seed, parameters }, error) => {
      // No other run can be made either.
      if (error instanceof QueueError) throw error;
      line.end();
      console.error(`${claim.id}: seed ${seed} with ${JSON.stringify(parameters)}: ${error.message}`);
    },
  }).finally(line.end);
  const outcome = outcomeOfRecord(claim, record);
  for (const mishap of record.mishaps ?? []) console.error(`${claim.id}: ${mishap}`);
  if (isTold) printClaim(claim, outcome, record);
  return { record, outcome };
}

/** A line for a claim, and one for each of its cases. */
export function printClaim(claim: Claim, outcome: Outcome, record: ClaimRecord): void {
  const show = (value: number | null, digits: number) => (value === null ? "—" : value.toPrecision(digits));
  console.log(
    `${claim.id}  ${outcome.verdict}${record.verdict === null ? ", beyond the claim" : ""}  ${record.seconds.toFixed(1)} s  ${record.digest.slice(0, 12)}`,
  );
  for (const each of outcome.cases) {
    const digits = digitsBeside(each.expected);
    console.log(
      `    ${each.label}: got ${show(each.got, digits)} ± ${show(each.spread, 3)}, expected ${intervalInWords(each.expected)}; ` +
        `control ${show(each.control.got, digits)} ${each.control.fails ? "misses it, as it must" : "DOES NOT MISS IT"}`,
    );
  }
}

/** The form of a claim in the list that `--json` writes. */
function summaryOf({ record, outcome }: Checked) {
  const { claim, cases, seeds, origin, seconds, digest } = record;
  return {
    claim,
    verdict: outcome.verdict,
    cases: cases.map(({ label }) => label),
    got: outcome.cases.map(({ got }) => got),
    expected: cases.map(({ accept }) => accept),
    control: outcome.cases.map(({ control }) => ({ got: control.got, fails: control.fails })),
    values: cases.map(({ values }) => values),
    seeds,
    backend: origin.backend,
    seconds,
    digest,
  };
}

/** Runs a figure at its first settings, for the pages to draw. */
async function recordFigure(pool: Pool, name: string, choice: BackendChoice): Promise<void> {
  const line = progressLine(name);
  const { figure } = figureNamed(name);
  const parameters = figure.cases.map((each) => each.parameters);
  const asked = { pool, parameters, seed: FIGURE_SEED, choice };
  const record = await runFigure(name, {
    ...asked,
    software: SOFTWARE,
    signal: new AbortController().signal,
    report: line.show,
  }).finally(line.end);
  writeRecord(RECORDS, `figures/${name}.json`, record);
  if (figure.promise) writeLine(RECORDS, `starts/${name}.json`, await startOfFigure(name, asked));
}

/** As a line of JSON. */
function writeLine(folder: string, path: string, content: object): string {
  const file = join(folder, path);
  writeFile(file, `${JSON.stringify(content)}\n`);
  return file;
}

function writeRecord(folder: string, path: string, record: ClaimRecord | FigureRecord): void {
  const file = writeLine(folder, path, record);
  const shown = folder === RECORDS ? `content/records/${path}` : file;
  console.log(`wrote ${shown}  (${digestOf(record).slice(0, 12)})`);
}
