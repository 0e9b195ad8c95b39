/**
 * Executes a record again and reports the outcome. What needs no run comes first: `appraise` finds what is wrong with a
 * record as it stands, or says how long a rerun takes, and runs nothing. The same code in the page and on the command line.
 */

import { experimentNamed } from "../../catalogue/experiments.ts";
import { runsOf } from "../../claims/check.ts";
import { claimNamed } from "../../claims/ledger.ts";
import type { BackendName } from "../../engine/backends.ts";
import { REFERENCE_FACTOR, refuseCostly, total } from "../../experiments/cost.ts";
import { checkClaim } from "../runs/checkClaim.ts";
import { runFigure } from "../runs/runFigure.ts";
import type { Pool } from "../workers/pool.ts";
import {
  type Compared,
  compareFigureWithRerun,
  compareWithRerun,
  computersIn,
  contradictionsIn,
  departuresFrom,
  departuresFromFigure,
  hasOwnSettings,
  misjudgementsIn,
  runsOfFigure,
} from "./compareRecords.ts";
import type { ClaimRecord, FigureRecord, Origin } from "./record.ts";

export interface Finding {
  /**
   * Every number, bit for bit; every number as far as float32 goes, where its bits cannot be checked; a contradiction or
   * another number; or neither.
   */
  readonly verdict: "confirmed" | "agrees" | "differs" | "cannot be checked";
  /** How it was compared, what differs (where, by how much), or why it cannot be checked. */
  readonly because: readonly string[];
}

/** What can be said of a record before anything runs: what it is found to be, or what a rerun takes. */
export type Appraisal = { readonly finding: Finding } | { readonly seconds: number };

export interface AppraiseOptions {
  /** Of the program that reruns. */
  readonly software: string;
  /** Runs that are made at the same time. */
  readonly cores: number;
}

export interface RecheckOptions extends Omit<AppraiseOptions, "cores"> {
  /** What runs it. */
  readonly pool: Pool;
  readonly signal: AbortSignal;
  /** Share of the work done, 0 to 1, after each measurement. */
  readonly report: (share: number) => void;
}

/**
 * Checks what needs no run: digests, verdict, and whether it is of its claim or figure at all. A record that passes is
 * worth its rerun, which takes about so many seconds here; one whose rerun takes hours is refused.
 */
export function appraise(
  record: ClaimRecord | FigureRecord,
  { software, cores }: AppraiseOptions,
): Appraisal {
  try {
    const contradictions = contradictionsIn(record);
    const departures: string[] = [];
    if ("figure" in record) departures.push(...departuresFromFigure(record));
    else {
      const claim = claimNamed(record.claim);
      departures.push(...departuresFrom(claim, record));
      if (departures.length === 0) contradictions.push(...misjudgementsIn(claim, record));
    }
    if (contradictions.length + departures.length > 0)
      return { finding: weigh(record.origin, software, contradictions, departures) };
    const seconds = secondsOf(record);
    refuseCostly(seconds, cores);
    return { seconds: seconds / cores };
  } catch (error) {
    return { finding: { verdict: "cannot be checked", because: [(error as Error).message] } };
  }
}

/** Seconds of a rerun on one core. */
function secondsOf(record: ClaimRecord | FigureRecord): number {
  const runs =
    "figure" in record ? runsOfFigure(record) : runsOf({ ...claimNamed(record.claim), seeds: record.seeds });
  const slowness = backendFor(record) === "cpu" ? REFERENCE_FACTOR : 1;
  return total(
    runs.map(({ experiment, parameters }) => {
      const { cost, computes } = experimentNamed(experiment);
      return cost(parameters) * (computes(parameters).on === "engine" ? slowness : 1);
    }),
  );
}

/**
 * Where a record is executed again: on the one backend that has its bits; on WebAssembly, if that is WebGPU or several, so
 * that what comes out does not depend on whose graphics card it is.
 */
function backendFor(record: ClaimRecord | FigureRecord): BackendName {
  const computers = "figure" in record ? [record.origin.backend] : computersIn(record);
  return computers.length > 0 && computers.every((each) => each === "cpu") ? "cpu" : "wasm";
}

/**
 * Reruns what a record says was run, with its seeds, and compares; a record that an appraisal finds wrong is not rerun.
 * Software of another version may correctly give other numbers: then a difference says nothing about the record.
 * @throws the signal's reason
 */
export async function recheck(record: ClaimRecord | FigureRecord, options: RecheckOptions): Promise<Finding> {
  const appraisal = appraise(record, { software: options.software, cores: options.pool.cores });
  if ("finding" in appraisal) return appraisal.finding;
  try {
    return "figure" in record
      ? findingOnFigure(record, await rerunOfFigure(record, options))
      : findingOnClaim(record, await rerunOfClaim(record, options));
  } catch (error) {
    if (options.signal.aborted) throw error;
    return { verdict: "cannot be checked", because: [(error as Error).message] };
  }
}

function rerunOfClaim(record: ClaimRecord, options: RecheckOptions): Promise<ClaimRecord> {
  const { pool, software, signal, report } = options;
  const claim = { ...claimNamed(record.claim), seeds: record.seeds };
  return checkClaim(claim, {
    pool,
    choice: backendFor(record),
    software,
    signal,
    store: null,
    mishaps: [],
    report: ({ share }) => report(share),
  });
}

/** What a claim's record, which an appraisal has let pass, is found to be beside its rerun. */
export function findingOnClaim(record: ClaimRecord, rerun: ClaimRecord): Finding {
  const finding = conclude(record.origin, rerun.origin, compareWithRerun(record, rerun));
  if (record.verdict === null && (finding.verdict === "confirmed" || finding.verdict === "agrees"))
    return { ...finding, because: [BEYOND, ...finding.because] };
  if (finding.verdict === "agrees" && record.verdict !== rerun.verdict)
    return {
      verdict: "cannot be checked",
      because: [
        `Its numbers agree with the rerun, but a number is so near to a bound that the verdict hangs on rounding: the record says “${record.verdict}”, the rerun comes to “${rerun.verdict}”.`,
        ...finding.because,
      ],
    };
  return finding;
}

const OWN_SETTINGS =
  "Its settings are not those with which the figure is published: it is a run of its own, and shows what came of these settings alone.";

const BEYOND =
  "It is a run beyond the claim, on other seeds than the claim's own: it has no verdict on the claim.";

function rerunOfFigure(record: FigureRecord, options: RecheckOptions): Promise<FigureRecord> {
  const { pool, software, signal, report } = options;
  return runFigure(record.figure, {
    pool,
    parameters: record.cases.map(({ parameters }) => parameters),
    seed: record.seed,
    choice: backendFor(record),
    software,
    signal,
    report,
  });
}

/** The same of a figure's record. */
export function findingOnFigure(record: FigureRecord, rerun: FigureRecord): Finding {
  const finding = conclude(record.origin, rerun.origin, compareFigureWithRerun(record, rerun));
  const isGood = finding.verdict === "confirmed" || finding.verdict === "agrees";
  return isGood && hasOwnSettings(record)
    ? { ...finding, because: [OWN_SETTINGS, ...finding.because] }
    : finding;
}

function conclude(said: Origin, rerun: Origin, { differences, loosely, besides }: Compared): Finding {
  if (loosely.size > 0 && said.backend === "wasm")
    return {
      verdict: "cannot be checked",
      because: [
        "The record was made on WebAssembly, which does not start here, and only there are its bits.",
      ],
    };
  const how = howCompared(said, rerun, loosely, besides);
  if (differences.length > 0) return weigh(said, rerun.software, [], [...differences, how]);
  const skew = said.software === rerun.software ? [] : [skewOf(said, rerun.software)];
  return { verdict: loosely.size > 0 ? "agrees" : "confirmed", because: [how, ...skew] };
}

/** Quantities whose tolerance is told, and lists; the rest is counted. */
const MOST_TOLD = 3;

function howCompared(
  said: Origin,
  rerun: Origin,
  loosely: Compared["loosely"],
  besides: Compared["besides"],
): string {
  if (loosely.size === 0)
    return rerun.precision === "float64"
      ? "Compared bit for bit, as float64 with our own elementary functions allows."
      : `Compared bit for bit, as ${rerun.backend === "wasm" ? "WebAssembly" : "plain JavaScript"} allows.`;
  const tolerances = someOf([...loosely].map(([name, words]) => `“${name}” ${words}`));
  const passed = besides.length > 0 ? ` Besides, as float32 may do to a list: ${someOf(besides)}.` : "";
  return `Its bits cannot be checked, since it was made on ${said.backend} and rerun on ${rerun.backend}. Compared as far as float32 goes with another order of sums: ${tolerances}.${passed}`;
}

function someOf(all: readonly string[]): string {
  const rest = all.length - MOST_TOLD;
  return `${all.slice(0, MOST_TOLD).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** What differences mean: that the record was changed, unless it may be the software that did. */
function weigh(
  said: Origin,
  software: string,
  contradictions: readonly string[],
  differences: readonly string[],
): Finding {
  const because = [...contradictions, ...differences];
  if (contradictions.length > 0 || said.software === software) return { verdict: "differs", because };
  return {
    verdict: "cannot be checked",
    because: [
      `${skewOf(said, software)} What differs may be the record or the software; use the version that made it.`,
      ...because,
    ],
  };
}

function skewOf({ software: theirs }: Origin, ours: string): string {
  return `The record says that it was made by ${theirs}, which cannot be checked; this is ${ours}.`;
}
