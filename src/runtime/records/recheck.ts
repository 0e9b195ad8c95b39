/**
 * Executes a record again and reports the outcome: confirmed, differs, or cannot be checked. The same code in the
 * page and on the command line.
 */
import { claimNamed } from "../../claims/ledger.ts";
import { checkClaim } from "../runs/checkClaim.ts";
import { runFigure } from "../runs/runFigure.ts";
import type { Pool } from "../workers/pool.ts";
import {
  comparisonOf,
  contradictionsIn,
  departuresFrom,
  differencesBetween,
  differencesBetweenFigures,
} from "./compareRecords.ts";
import type { ClaimRecord, FigureRecord, Origin } from "./record.ts";

export interface Finding {
  readonly verdict: "confirmed" | "differs" | "cannot be checked";
  /** How it was compared, what differs (where, by how much), or why it cannot be checked. */
  readonly because: readonly string[];
}

export interface RecheckOptions {
  /** What runs it. */
  readonly pool: Pool;
  /** Of the program that reruns. */
  readonly software: string;
  readonly signal: AbortSignal;
  /** Share of the work done, 0 to 1, after each measurement. */
  readonly report: (share: number) => void;
}

/**
 * Reruns what a record says was run, with its seeds, on its backend or the next one that starts here, and compares.
 * Software of another version may correctly give other numbers: then a difference says nothing about the record.
 * @throws the signal's reason
 */
export async function recheck(record: ClaimRecord | FigureRecord, options: RecheckOptions): Promise<Finding> {
  try {
    return await ("figure" in record ? recheckFigure(record, options) : recheckClaim(record, options));
  } catch (error) {
    if (options.signal.aborted) throw error;
    return { verdict: "cannot be checked", because: [(error as Error).message] };
  }
}

async function recheckClaim(record: ClaimRecord, options: RecheckOptions): Promise<Finding> {
  const { pool, software, signal, report } = options;
  const claim = claimNamed(record.claim);
  const contradictions = contradictionsIn(claim, record);
  const departures = departuresFrom(claim, record);
  if (departures.length > 0) return weigh(record.origin, software, contradictions, departures);
  const rerun = await checkClaim(
    { ...claim, seeds: record.seeds },
    {
      pool,
      choice: record.origin.backend,
      software,
      signal,
      store: null,
      mishaps: [],
      report: ({ share }) => report(share),
    },
  );
  const comparison = comparisonOf(record.origin, rerun.origin);
  const differences = differencesBetween(record, rerun, comparison);
  return conclude(record.origin, rerun.origin, contradictions, differences, comparison.words);
}

async function recheckFigure(record: FigureRecord, options: RecheckOptions): Promise<Finding> {
  const { pool, software, signal, report } = options;
  const rerun = await runFigure(record.figure, {
    pool,
    parameters: record.cases.map(({ parameters }) => parameters),
    seed: record.seed,
    choice: record.origin.backend,
    software,
    signal,
    report,
  });
  if (record.experiment !== rerun.experiment)
    return weigh(record.origin, software, [], [`The experiment is not that of the figure ${record.figure}.`]);
  const comparison = comparisonOf(record.origin, rerun.origin);
  const differences = differencesBetweenFigures(record, rerun, comparison);
  return conclude(record.origin, rerun.origin, [], differences, comparison.words);
}

function conclude(
  said: Origin,
  rerun: Origin,
  contradictions: readonly string[],
  differences: readonly string[],
  howCompared: string,
): Finding {
  const isOnEngine = rerun.precision !== "float64";
  if (contradictions.length === 0 && isOnEngine && said.backend === "wasm" && rerun.backend !== "wasm") {
    return {
      verdict: "cannot be checked",
      because: [
        "The record was made on WebAssembly, which does not start here, and only there are its bits.",
      ],
    };
  }
  if (contradictions.length + differences.length === 0) {
    const skew = said.software === rerun.software ? [] : [skewOf(said, rerun.software)];
    return { verdict: "confirmed", because: [howCompared, ...skew] };
  }
  return weigh(said, rerun.software, contradictions, [...differences, howCompared]);
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
  return `The record was made by ${theirs}, and this is ${ours}.`;
}
