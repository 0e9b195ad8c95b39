/**
 * `npm run verify -- [pattern] [--seeds N] [--json FILE] [--backend NAME] [--workers N] [--update-records]`
 * Runs claims and prints a line for each; exits with 1 if one is not supported, with 2 if it was called wrongly.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import packageFile from "../../package.json" with { type: "json" };
import { keyOf, outcomeOf, tasksOf } from "../claims/check.ts";
import { type Claim, intervalInWords } from "../claims/claim.ts";
import type { Outcome } from "../claims/judge.ts";
import { LEDGER } from "../claims/ledger.ts";
import { BACKENDS, type BackendChoice, type Device } from "../engine/backends.ts";
import { EXPERIMENTS, figureName } from "../experiments/catalogue.ts";
import type { Measurement } from "../experiments/experiment.ts";
import { parseValues, type Values } from "../experiments/parameters.ts";
import { coresForRuns, useCores } from "../runtime/cores.ts";
import { deviceFor, endWorkers } from "../runtime/pool.ts";
import {
  type ClaimRecord,
  digestOf,
  type FigureRecord,
  figureCaseOf,
  type Origin,
  recordOfClaim,
  SCHEMA_VERSION,
} from "../runtime/record.ts";
import { runAll } from "../runtime/runAll.ts";
import { hireWith } from "../runtime/startWorker.ts";
import { shelfInMemory } from "./runs/shelfInMemory.ts";
import { threadWorker } from "./runs/threadWorker.ts";

/** Steps between two looks at the clock; the result does not depend on it. */
const STRIDE = 500;
const FIGURE_SEED = 1;
const RECORDS = new URL("../../content/records/", import.meta.url);

interface Wanted {
  readonly claims: readonly Claim[];
  readonly json: string | undefined;
  readonly backend: BackendChoice;
  /** Threads that compute at the same time. */
  readonly workers: number;
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
      workers: { type: "string" },
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
  const seeds = wholeNumber("seeds", values.seeds, 1000);
  const workers = wholeNumber("workers", values.workers, 64) ?? coresForRuns();
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
    workers,
    updateRecords,
  };
}

function wholeNumber(name: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`--${name} is a whole number from 1 to ${most}, not “${text}”.`);
}

/** Rewrites one line of the terminal while work goes on; silent where the output is a file. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** A run that several claims or figures ask for is made once. */
const shelf = shelfInMemory();

interface Task {
  readonly experiment: string;
  readonly parameters: Values;
  readonly seed: number;
}

/** Runs tasks on all threads and returns their last reports, in their order; says which ones fail, and why. */
async function runTasks(
  tasks: readonly Task[],
  choice: BackendChoice,
  label: string,
): Promise<(Measurement | null)[]> {
  const shares = tasks.map(() => 0);
  return await runAll(
    tasks.map((task) => ({ ...task, stride: STRIDE })),
    {
      choice,
      shelf,
      signal: new AbortController().signal,
      onMeasurement: (k, { measurement }) => {
        shares[k] = measurement.progress;
        const share = shares.reduce((sum, each) => sum + each, 0) / tasks.length;
        showProgress(`${label}: ${Math.round(100 * share)} % of ${tasks.length} runs`);
      },
      onFailure: (k, error) => {
        const { seed, parameters } = tasks[k] as Task;
        console.error(`${label}: seed ${seed} with ${JSON.stringify(parameters)}: ${error.message}`);
      },
    },
  ).finally(() => showProgress(""));
}

interface Checked {
  readonly record: ClaimRecord;
  readonly outcome: Outcome;
}

async function check(claim: Claim, choice: BackendChoice, origin: Origin): Promise<Checked> {
  const start = performance.now();
  const tasks = tasksOf(claim);
  const reports = await runTasks(tasks, choice, claim.id);
  const measured = tasks.flatMap((task, k) => {
    const report = reports[k];
    return report ? [[keyOf(task), report] as const] : [];
  });
  const outcome = outcomeOf(claim, new Map(measured));
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
async function recordFigures(claims: readonly Claim[], choice: BackendChoice, origin: Origin): Promise<void> {
  const papers = new Set(claims.map(({ id }) => id.split("/")[0]));
  const wanted = EXPERIMENTS.filter(({ id }) => papers.has(id.split("/")[0]));
  for (const { meta, figure } of wanted.flatMap((meta) => meta.figures.map((figure) => ({ meta, figure })))) {
    const name = figureName(meta, figure);
    const tasks = figure.cases.map((each) => ({
      experiment: meta.id,
      parameters: parseValues(meta.parameters, meta.defaults, each.parameters) as Values,
      seed: FIGURE_SEED,
    }));
    const reports = await runTasks(tasks, choice, name);
    const cases = tasks.map(({ parameters }, k) => {
      const report = reports[k];
      if (!report?.finished) throw new Error(`The figure ${name} was not finished and is not recorded.`);
      return figureCaseOf(parameters, report);
    });
    const record: FigureRecord = {
      schema: SCHEMA_VERSION,
      figure: name,
      experiment: meta.id,
      seed: FIGURE_SEED,
      cases,
      origin,
    };
    writeRecord(`figures/${name}.json`, record);
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
  hireWith(() => threadWorker());
  useCores(wanted.workers);
  const backend = wanted.backend === "auto" ? BACKENDS[0] : wanted.backend;
  const origin = originOf(await deviceFor(backend));
  const checked: Checked[] = [];
  for (const claim of wanted.claims) checked.push(await check(claim, backend, origin));
  if (wanted.updateRecords)
    for (const { record } of checked) writeRecord(`claims/${record.claim}.json`, record);
  if (wanted.updateRecords) await recordFigures(wanted.claims, backend, origin);
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
} finally {
  endWorkers();
}
