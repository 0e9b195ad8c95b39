/**
 * `npm run verify -- [pattern] [--seeds N] [--json FILE] [--backend NAME] [--update-records]`
 * Runs claims and prints a line for each; exits with 1 if one is not supported, with 2 if it was called wrongly.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import packageFile from "../../package.json" with { type: "json" };
import { keyOf, outcomeOf, type Task, tasksOf } from "../claims/check.ts";
import { type Claim, intervalInWords } from "../claims/claim.ts";
import type { Outcome } from "../claims/judge.ts";
import { LEDGER } from "../claims/ledger.ts";
import { BACKENDS, type BackendChoice, type Device } from "../engine/backends.ts";
import { EXPERIMENTS, figureName } from "../experiments/catalogue.ts";
import type { Measurement } from "../experiments/experiment.ts";
import { parseValues, type Values } from "../experiments/parameters.ts";
import { runOf } from "../experiments/registry.ts";
import {
  type ClaimRecord,
  digestOf,
  type FigureRecord,
  figureCaseOf,
  type Origin,
  recordOfClaim,
  SCHEMA_VERSION,
} from "../runtime/record.ts";
import { openNodeDevice } from "./device.ts";

/** Steps between two looks at the clock; the result does not depend on it. */
const STRIDE = 500;
const FIGURE_SEED = 1;
const RECORDS = new URL("../../content/records/", import.meta.url);

interface Wanted {
  readonly claims: readonly Claim[];
  readonly json: string | undefined;
  readonly backend: BackendChoice;
  readonly updateRecords: boolean;
}

/** Wrong use of the command; the message says what is right. */
class UsageError extends Error {}

function parseCommand(): Wanted {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: "string" },
      json: { type: "string" },
      backend: { type: "string", default: "wasm" },
      "update-records": { type: "boolean", default: false },
    },
  });
  const [pattern = ""] = positionals;
  const claims = LEDGER.filter(({ id }) => id === pattern || id.startsWith(pattern.replace(/\*$/, "")));
  if (claims.length === 0) {
    throw new UsageError(
      `No claim begins with “${pattern}”. There are: ${LEDGER.map(({ id }) => id).join(", ")}.`,
    );
  }
  const backend = values.backend as BackendChoice;
  if (backend !== "auto" && !BACKENDS.includes(backend)) {
    throw new UsageError(`--backend is auto, ${BACKENDS.join(", ")}, not “${backend}”.`);
  }
  const seeds = values.seeds === undefined ? null : Number(values.seeds);
  if (seeds !== null && !(Number.isSafeInteger(seeds) && seeds >= 1 && seeds <= 1000)) {
    throw new UsageError(`--seeds is a whole number from 1 to 1000, not “${values.seeds}”.`);
  }
  const updateRecords = values["update-records"];
  if (updateRecords && (seeds !== null || backend !== "wasm")) {
    throw new UsageError("Reference records are made with the claims' own seeds on the wasm backend.");
  }
  return {
    claims: claims.map((claim) =>
      seeds === null ? claim : { ...claim, seeds: Array.from({ length: seeds }, (_, k) => k + 1) },
    ),
    json: values.json,
    backend,
    updateRecords,
  };
}

/** Rewrites one line of the terminal while work goes on; silent where the output is a file. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Runs one task to its end and returns its last report. */
async function runTask({ experiment, parameters, seed }: Task, label: string): Promise<Measurement> {
  const run = await runOf(experiment);
  let last: Measurement | undefined;
  for await (const report of run(parameters, {
    seed,
    stride: STRIDE,
    signal: new AbortController().signal,
  })) {
    last = report;
    showProgress(`${label} ${Math.round(100 * report.progress)} %`);
  }
  if (!last) throw new Error(`${experiment} reported nothing.`);
  return last;
}

interface Checked {
  readonly record: ClaimRecord;
  readonly outcome: Outcome;
}

async function check(claim: Claim, origin: Origin): Promise<Checked> {
  const start = performance.now();
  const tasks = tasksOf(claim);
  const results = new Map<string, Measurement>();
  for (const [k, task] of tasks.entries()) {
    try {
      results.set(keyOf(task), await runTask(task, `${claim.id}: run ${k + 1} of ${tasks.length}`));
    } catch (error) {
      console.error(
        `${claim.id}: seed ${task.seed} with ${JSON.stringify(task.parameters)}: ${(error as Error).message}`,
      );
    }
  }
  showProgress("");
  const outcome = outcomeOf(claim, results);
  const record = recordOfClaim(claim, outcome, origin, (performance.now() - start) / 1000);
  print(claim, outcome, record);
  return { record, outcome };
}

function print(claim: Claim, outcome: Outcome, record: ClaimRecord): void {
  const show = (value: number | null) => (value === null ? "—" : value.toPrecision(3));
  console.log(
    `${claim.id}  ${outcome.verdict}  ${record.seconds.toFixed(1)} s  ${record.digest.slice(0, 12)}`,
  );
  for (const each of outcome.cases) {
    console.log(
      `    ${each.label}: got ${show(each.got)} ± ${show(each.spread)}, expected ${intervalInWords(each.expected)}; ` +
        `control ${show(each.control.got)} ${each.control.fails ? "misses it, as it must" : "DOES NOT MISS IT"}`,
    );
  }
}

/** The form of a claim in the list that `--json` writes. */
function summaryOf({ record, outcome }: Checked) {
  const { claim, verdict, cases, seeds, origin, seconds, digest } = record;
  return {
    claim,
    verdict,
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

/** Runs the figures of the experiments that the claims use, at their first settings, for the pages to draw. */
async function recordFigures(claims: readonly Claim[], origin: Origin): Promise<void> {
  const papers = new Set(claims.map(({ id }) => id.split("/")[0]));
  for (const meta of EXPERIMENTS.filter(({ id }) => papers.has(id.split("/")[0]))) {
    for (const figure of meta.figures) {
      const name = figureName(meta, figure);
      const cases = [];
      for (const each of figure.cases) {
        const parameters = parseValues(meta.parameters, meta.defaults, each.parameters) as Values;
        const result = await runTask({ experiment: meta.id, parameters, seed: FIGURE_SEED }, name);
        cases.push(figureCaseOf(parameters, result));
      }
      const record: FigureRecord = {
        schema: SCHEMA_VERSION,
        figure: name,
        experiment: meta.id,
        seed: FIGURE_SEED,
        cases,
        origin,
      };
      showProgress("");
      writeRecord(`figures/${name}.json`, record);
    }
  }
}

function writeRecord(path: string, record: unknown): void {
  const file = fileURLToPath(new URL(path, RECORDS));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(record)}\n`);
  console.log(`wrote content/records/${path}  (${digestOf(record).slice(0, 12)})`);
}

function originOf({ backend, adapter }: Device): Origin {
  return { software: `two-layers ${packageFile.version}`, backend, adapter, precision: "float32" };
}

async function main(): Promise<number> {
  const wanted = parseCommand();
  const origin = originOf(await openNodeDevice(wanted.backend));
  const checked: Checked[] = [];
  for (const claim of wanted.claims) {
    checked.push(await check(claim, origin));
  }
  if (wanted.updateRecords)
    for (const { record } of checked) writeRecord(`claims/${record.claim}.json`, record);
  if (wanted.updateRecords) await recordFigures(wanted.claims, origin);
  if (wanted.json) writeFileSync(wanted.json, `${JSON.stringify(checked.map(summaryOf), null, 2)}\n`);
  const unsupported = checked.filter(({ record: { verdict } }) => verdict !== "supported").length;
  console.log(
    unsupported === 0
      ? `All ${checked.length} claims are supported on ${origin.backend}.`
      : `${unsupported} of ${checked.length} claims are not supported on ${origin.backend}.`,
  );
  return unsupported === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(
    error instanceof UsageError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")
      ? (error as Error).message
      : error,
  );
  process.exitCode = 2;
}
