/** How `npm run verify` is called, and what that asks for. Runs nothing. */

import { EXPERIMENTS } from "../../catalogue/experiments.ts";
import { figureName } from "../../catalogue/names.ts";
import type { Claim } from "../../claims/claim.ts";
import { withSeeds } from "../../claims/fresh.ts";
import { LEDGER } from "../../claims/ledger.ts";
import { BACKENDS, type BackendChoice } from "../../engine/backends.ts";
import { command, EXIT, UsageError, wholeNumber } from "../command.ts";
import { writableFile, writableFolder } from "../files.ts";
import {
  compareOption,
  patienceOption,
  type QueueOptions,
  type QueueWords,
  queueFrom,
  queueOption,
} from "../queue/options.ts";
import { type Shard, shardFrom, shareOf } from "./shards.ts";

const FIGURES = EXPERIMENTS.flatMap((meta) => meta.figures.map((figure) => figureName(meta, figure)));
const CHOICES = ["auto", ...BACKENDS] as const;

interface Both {
  /** File for a list of what came out. */
  readonly json: string | undefined;
  /** Threads that compute at the same time; as many as there are cores, if missing. */
  readonly workers: number | undefined;
  /** The queue over which runs go; null for threads of this process. */
  readonly queue: QueueOptions | null;
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
  /** Whether one that is not supported may take the place of one that is. */
  readonly evenIfWorse: boolean;
  /** Sets of fresh seeds on which each claim is checked instead of on its own; 0 for none. */
  readonly fresh: number;
}

/** Records of shards to put together. */
export interface WantedMerge extends Pick<WantedClaims, "claims" | "json" | "save"> {
  readonly kind: "merge";
  /** Files, or folders of them. */
  readonly files: readonly string[];
}

/** Records to execute again. */
export interface WantedRecords extends Both {
  readonly kind: "records";
  readonly files: readonly string[];
}

type Options = Partial<Pick<WantedClaims, "json" | "backend" | "save">> &
  QueueWords & {
    seeds?: number;
    record?: string[];
    merge?: string[];
    shard?: Shard;
    updateRecords?: boolean;
    evenIfWorse?: boolean;
    fresh?: number;
  };

/** The command, for which `act` does what is asked for and returns the exit code. */
export function verifyCommand(act: (wanted: WantedClaims | WantedRecords | WantedMerge) => Promise<number>) {
  const about = "Runs claims and prints a verdict for each; with --record, executes records again.";
  return command("verify", about, {
    [EXIT.sound]:
      "all claims are supported; or all records are confirmed, or agree where their bits cannot be checked",
    [EXIT.unsound]: "a claim is not supported, or a record differs",
    [EXIT.cannotBeChecked]: "a record cannot be checked, and none differs",
  })
    .argument("[pattern...]", "how the claims begin that are run, such as phase-diagram/A; all without it")
    .option(
      "--seeds <n>",
      "run n seeds from 1 on instead of each claim's own: a run beyond the claim",
      wholeNumber("seeds", 1000),
    )
    .option(
      "--fresh <n>",
      "check each claim on n sets of seeds that no record uses",
      wholeNumber("fresh", 100),
    )
    .option("--backend <name>", `${CHOICES.join(", ")}; without it, wasm`, backendFrom)
    .option("--workers <n>", "threads; without it, as many as there are cores", wholeNumber("workers", 64))
    .addOption(queueOption())
    .addOption(compareOption())
    .addOption(patienceOption())
    .option("--json <file>", "write a list of what came out", (file) => writableFile("--json", file))
    .option("--save <folder>", "write the record of each claim", (folder) => writableFolder("--save", folder))
    .option("--shard <i/n>", "run the i-th of n shares of the claims, for --merge", shardFrom)
    .option("--merge <file...>", "put the records of shards together, from files or folders; run nothing")
    .option("--record <file...>", "execute these records again, by what they say themselves")
    .option(
      "--update-records",
      "make the reference records; the pattern then names figures too; with --fresh, the records on fresh seeds",
    )
    .option("--even-if-worse", "let a record that is not supported take the place of one that is")
    .action(async (patterns, options) => {
      process.exitCode = await act(wantedBy(patterns, options));
    });
}

function wantedBy(patterns: readonly string[], options: Options): WantedClaims | WantedRecords | WantedMerge {
  const { record: files, json, save, seeds, updateRecords = false, workers } = options;
  const { evenIfWorse = false, fresh = 0 } = options;
  const queue = queueFrom(options);
  const { merge, shard } = options;
  if (merge) {
    if (files || shard || fresh || options.backend || options.workers || updateRecords || queue)
      throw new UsageError("--merge runs nothing: it goes with a pattern, --seeds, --json and --save only.");
    const pattern = patternOf(patterns);
    const claims = claimsLike(pattern, seeds);
    if (claims.length === 0) throw unknown(pattern, false);
    return { kind: "merge", files: merge, claims, json, save };
  }
  if (files) {
    if (patterns.length > 0 || seeds || fresh || options.backend || save || updateRecords || shard)
      throw new UsageError(
        "A record says itself what is run, with which seeds and on which backend: --record goes with --json, --workers and --queue only.",
      );
    return { kind: "records", files, json, workers, queue };
  }
  const { backend = "wasm" } = options;
  if (queue && backend === "webgpu")
    throw new UsageError("Workers of a queue compute on wasm or cpu, where bits can be compared.");
  if (fresh && (seeds || save))
    throw new UsageError(
      "--fresh chooses the seeds: it goes with --backend, --workers, --json and --update-records.",
    );
  if (shard && (fresh || updateRecords))
    throw new UsageError("--shard runs claims on their own seeds or --seeds, and updates no records.");
  if (updateRecords && (seeds || backend !== "wasm")) {
    throw new UsageError("Reference records are made with the claims' own seeds on the wasm backend.");
  }
  const pattern = patternOf(patterns);
  const claims = claimsLike(pattern, seeds);
  const figures = updateRecords && !fresh ? likeIn(FIGURES, pattern) : [];
  if (claims.length + figures.length === 0) throw unknown(pattern, updateRecords);
  return {
    kind: "claims",
    claims: shard ? shareOf(claims, shard) : claims,
    figures,
    backend,
    json,
    save,
    workers,
    queue,
    updateRecords,
    evenIfWorse,
    fresh,
  };
}

function unknown(pattern: string, figuresToo: boolean): UsageError {
  const names = [...LEDGER.map(({ id }) => id), ...(figuresToo ? FIGURES : [])];
  return new UsageError(
    `No claim ${figuresToo ? "or figure " : ""}is called “${pattern}” or begins so. There are: ${names.join(", ")}.`,
  );
}

/** What is called so, with its paper or without ("D1"), or else what begins so; all of it, without a pattern. */
function likeIn(names: readonly string[], pattern: string): string[] {
  const called = names.filter((name) => name === pattern || name.endsWith(`/${pattern}`));
  return called.length > 0 ? called : names.filter((name) => name.startsWith(pattern.replace(/\*$/, "")));
}

function patternOf(patterns: readonly string[]): string {
  if (patterns.length > 1)
    throw new UsageError(
      `One pattern is enough; “${patterns[1]}” is a second. Without any, all claims are run.`,
    );
  return patterns[0] ?? "";
}

function claimsLike(pattern: string, seeds: number | undefined): Claim[] {
  const wanted = likeIn(
    LEDGER.map(({ id }) => id),
    pattern,
  );
  return LEDGER.filter(({ id }) => wanted.includes(id)).map((claim) =>
    seeds ? withSeeds(claim, seeds) : claim,
  );
}

function backendFrom(text: string): BackendChoice {
  const choice = CHOICES.find((each) => each === text);
  if (!choice) throw new UsageError(`--backend is ${CHOICES.join(", ")}, not “${text}”.`);
  return choice;
}
