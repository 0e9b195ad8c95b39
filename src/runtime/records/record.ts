/**
 * Records: what was claimed or shown, what came out, and a digest that a re-run must reproduce. Plain JSON.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { experimentNamed } from "../../catalogue/experiments.ts";
import type { Claim, Statistic } from "../../claims/claim.ts";
import type { Outcome, Verdict } from "../../claims/judge.ts";
import type { Device } from "../../engine/backends.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import type { Values } from "../../experiments/parameters.ts";
import type { Request } from "../../experiments/request.ts";

/** Raised whenever an old record could no longer be read or would mean something else. */
export const SCHEMA_VERSION = 1;

/** The arithmetic in which numbers were computed: both, where runs of both kinds belong together. */
export const PRECISIONS = ["float32", "float64", "float32 and float64"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Where numbers were computed. */
export interface Origin {
  readonly software: string;
  readonly backend: Device["backend"];
  readonly adapter: string | null;
  readonly precision: Precision;
}

/** Of numbers that this software computed in some runs on a device. */
export function originOf(
  software: string,
  { backend, adapter }: Device,
  requests: readonly Pick<Request, "experiment" | "parameters">[],
): Origin {
  return { software, backend, adapter, precision: precisionOf(requests) };
}

function precisionOf(requests: readonly Pick<Request, "experiment" | "parameters">[]): Precision {
  const places = requests.map(
    ({ experiment, parameters }) => experimentNamed(experiment).computes(parameters).on,
  );
  if (places.every((on) => on === "float64")) return "float64";
  return places.every((on) => on === "engine") ? "float32" : "float32 and float64";
}

/** A claim that was checked. */
export interface ClaimRecord {
  readonly schema: typeof SCHEMA_VERSION;
  readonly claim: string;
  readonly experiment: string;
  readonly statistic: Statistic;
  readonly seeds: readonly number[];
  readonly cases: readonly {
    readonly label: string;
    readonly parameters: Values;
    readonly quantity: string;
    readonly accept: readonly [number | null, number | null];
    /** In the order of the seeds. */
    readonly values: readonly number[];
    readonly control: { readonly parameters: Values; readonly values: readonly number[] };
  }[];
  readonly verdict: Verdict;
  readonly origin: Origin;
  readonly seconds: number;
  /** What went wrong on the way without stopping the check, if anything did. */
  readonly mishaps?: readonly string[];
  /** SHA-256, in hexadecimal, of everything above `origin` as canonical JSON (RFC 8785). */
  readonly digest: string;
}

/** SHA-256 over the canonical JSON (RFC 8785) of plain data. @throws RangeError where JSON cannot hold it (NaN, ∞). */
export function digestOf(content: unknown): string {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new RangeError("There is nothing to digest.");
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}

/** What the digest of a claim's record covers: what was claimed and measured. Without an outcome, nothing was. */
export function contentOf(claim: Claim, outcome: Outcome | null) {
  return {
    schema: SCHEMA_VERSION,
    claim: claim.id,
    experiment: claim.experiment,
    statistic: claim.statistic,
    seeds: claim.seeds,
    cases: claim.cases.map(({ label, at, measures, accept, control }, k) => ({
      label,
      parameters: at,
      quantity: measures,
      accept: [accept.minimum, accept.maximum] as const,
      values: outcome?.cases[k]?.values ?? [],
      control: { parameters: control.at, values: outcome?.cases[k]?.control.values ?? [] },
    })),
    verdict: outcome?.verdict ?? "not run",
  } as const;
}

/** The record of a checked claim. Its digest covers what was measured, not where or how fast. */
export function recordOfClaim(
  claim: Claim,
  outcome: Outcome,
  origin: Origin,
  seconds: number,
  mishaps: readonly string[] = [],
): ClaimRecord {
  const content = contentOf(claim, outcome);
  return {
    ...content,
    origin,
    seconds: Number(seconds.toFixed(2)),
    ...(mishaps.length > 0 ? { mishaps } : {}),
    digest: digestOf(content),
  };
}

/** The result of one case of a figure, as a page draws it. */
export interface FigureCase {
  readonly parameters: Values;
  readonly step: number;
  readonly quantities: Readonly<Record<string, number>>;
  readonly series: Readonly<Record<string, readonly number[]>>;
}

/** The reference result of a live figure. */
export interface FigureRecord {
  readonly schema: typeof SCHEMA_VERSION;
  /** "<paper>/<figure>". */
  readonly figure: string;
  readonly experiment: string;
  readonly seed: number;
  readonly cases: readonly FigureCase[];
  readonly origin: Origin;
  /** What a long run took; told where it is kept. */
  readonly took?: Took;
}

/** What a run took, on which machine. */
export interface Took {
  /** Interruptions left out. */
  readonly seconds: number;
  /** Workers that computed at the same time. */
  readonly workers: number;
  /** How often it was interrupted and gone on with. */
  readonly resumed: number;
  readonly processor: string;
}

/** Five significant digits are more than a pixel can show. */
const DRAWN_DIGITS = 5;

/** A measurement as it is kept for drawing. */
export function figureCaseOf(parameters: Values, { step, quantities, series }: Measurement): FigureCase {
  const numbers = Object.entries(quantities).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const drawn = Object.entries(series).map(
    ([name, values = []]) =>
      [name, Array.from(values, (value) => Number(value.toPrecision(DRAWN_DIGITS)))] as const,
  );
  return {
    parameters,
    step,
    quantities: Object.fromEntries(numbers),
    series: Object.fromEntries(drawn),
  };
}
