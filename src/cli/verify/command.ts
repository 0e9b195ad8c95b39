/** What `npm run verify` is asked for. Runs nothing. */
import { parseArgs } from "node:util";
import type { Claim } from "../../claims/claim.ts";
import { LEDGER } from "../../claims/ledger.ts";
import { BACKENDS, type BackendChoice } from "../../engine/backends.ts";
import { EXPERIMENTS } from "../../experiments/catalogue.ts";
import { figureName } from "../../experiments/figureAmong.ts";
import { coresForRuns } from "../../runtime/cores.ts";

const FIGURES = EXPERIMENTS.flatMap((meta) => meta.figures.map((figure) => figureName(meta, figure)));

/** What the exit codes mean. */
export const EXIT = { sound: 0, unsound: 1, wrongCall: 2, cannotBeChecked: 3 } as const;

interface Both {
  /** File for a list of what came out. */
  readonly json: string | undefined;
  /** Threads that compute at the same time. */
  readonly workers: number;
}

/** Claims to run. */
export interface WantedClaims extends Both {
  readonly kind: "claims";
  readonly claims: readonly Claim[];
  /** Names of the figures whose records are made. */
  readonly figures: readonly string[];
  readonly backend: BackendChoice;
  /** Folder for the record of each claim. */
  readonly save: string | undefined;
  /** Whether the claims' records become the reference. */
  readonly updateRecords: boolean;
}

/** Records to execute again. */
export interface WantedRecords extends Both {
  readonly kind: "records";
  readonly files: readonly string[];
}

/** Wrong use of the command; the message says what is right. */
export class UsageError extends Error {}

/** Whether an error comes from how the command was called, so that its message is enough. */
export function isUsageError(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    (error instanceof Error && ((error as { code?: string }).code ?? "").startsWith("ERR_PARSE_ARGS"))
  );
}

/** The words that the command was called with. @throws UsageError, or what `parseArgs` throws */
export function parseCommand(): WantedClaims | WantedRecords {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: "string" },
      json: { type: "string" },
      save: { type: "string" },
      backend: { type: "string" },
      workers: { type: "string" },
      record: { type: "string", multiple: true },
      "update-records": { type: "boolean", default: false },
    },
  });
  const { record: files, json, save } = values;
  const seeds = wholeNumber("seeds", values.seeds, 1000);
  const workers = wholeNumber("workers", values.workers, 64) ?? coresForRuns();
  const updateRecords = values["update-records"];
  if (files) {
    if (positionals.length > 0 || seeds !== null || values.backend || save || updateRecords)
      throw new UsageError(
        "A record says itself what is run, with which seeds and on which backend: --record goes with --json and --workers only.",
      );
    return { kind: "records", files, json, workers };
  }
  const backend = backendFrom(values.backend ?? "wasm");
  if (updateRecords && (seeds !== null || backend !== "wasm")) {
    throw new UsageError("Reference records are made with the claims' own seeds on the wasm backend.");
  }
  const pattern = patternOf(positionals);
  const claims = claimsLike(pattern, seeds);
  const figures = updateRecords ? likeIn(FIGURES, pattern) : [];
  if (claims.length + figures.length === 0) {
    const names = [...LEDGER.map(({ id }) => id), ...(updateRecords ? FIGURES : [])];
    throw new UsageError(
      `No claim ${updateRecords ? "or figure " : ""}begins with “${pattern}”. There are: ${names.join(", ")}.`,
    );
  }
  return {
    kind: "claims",
    claims,
    figures,
    backend,
    json,
    save,
    workers,
    updateRecords,
  };
}

/** What begins with the pattern; all of it, without one. */
function likeIn(names: readonly string[], pattern: string): string[] {
  return names.includes(pattern)
    ? [pattern]
    : names.filter((name) => name.startsWith(pattern.replace(/\*$/, "")));
}

function patternOf(patterns: readonly string[]): string {
  if (patterns.length > 1)
    throw new UsageError(
      `One pattern is enough; “${patterns[1]}” is a second. Without any, all claims are run.`,
    );
  return patterns[0] ?? "";
}

function claimsLike(pattern: string, seeds: number | null): Claim[] {
  const wanted = likeIn(
    LEDGER.map(({ id }) => id),
    pattern,
  );
  return LEDGER.filter(({ id }) => wanted.includes(id)).map((claim) =>
    seeds === null ? claim : { ...claim, seeds: Array.from({ length: seeds }, (_, k) => k + 1) },
  );
}

function backendFrom(text: string): BackendChoice {
  const choice = (["auto", ...BACKENDS] as const).find((each) => each === text);
  if (!choice) throw new UsageError(`--backend is auto, ${BACKENDS.join(", ")}, not “${text}”.`);
  return choice;
}

function wholeNumber(name: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`--${name} is a whole number from 1 to ${most}, not “${text}”.`);
}
