/**
 * Records: what was claimed or shown, what came out, a digest that a rerun must reproduce, and one of all that is said.
 * Plain JSON. They are no signatures: whoever changes a record can compute its digests anew, and only a rerun shows it.
 */
import { experimentNamed } from "../../catalogue/experiments.ts";
import type { Claim, Statistic } from "../../claims/claim.ts";
import type { Outcome, Verdict } from "../../claims/judge.ts";
import { isBeyond } from "../../claims/ledger.ts";
import type { BackendName, Device } from "../../engine/backends.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import type { Values } from "../../experiments/parameters.ts";
import type { Request } from "../../experiments/request.ts";
import { sealed } from "./digest.ts";

/** Raised whenever an old record could no longer be read or would mean something else. */
export const SCHEMA_VERSION = 2;

/** The arithmetic in which numbers were computed: both, where runs of both kinds belong together. */
export const PRECISIONS = ["float32", "float64", "float32 and float64"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** What computed a run: a backend, or several, from the first to the one that ended it: "webgpu then wasm". */
export type Computer = BackendName | `${BackendName} then ${string}`;

/** Where numbers were computed; where several backends did, the first in the order of BACKENDS, and each case says more. */
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

/** The arithmetic of runs. */
export function precisionOf(requests: readonly Pick<Request, "experiment" | "parameters">[]): Precision {
  const places = requests.map(
    ({ experiment, parameters }) => experimentNamed(experiment).computes(parameters).on,
  );
  if (places.every((on) => on === "float64")) return "float64";
  return places.every((on) => on === "engine") ? "float32" : "float32 and float64";
}

/** The numbers of one case of a claim, in the order of the seeds. */
export interface RecordedValues {
  readonly parameters: Values;
  readonly values: readonly number[];
  /** What computed each of them; missing where the origin's backend computed all numbers of the record. */
  readonly on?: readonly Computer[];
}

/** A claim that was checked, or an experiment that was run as a claim does, beyond it. */
export interface ClaimRecord {
  readonly schema: typeof SCHEMA_VERSION;
  readonly claim: string;
  readonly experiment: string;
  readonly statistic: Statistic;
  readonly seeds: readonly number[];
  readonly cases: readonly (RecordedValues & {
    readonly label: string;
    readonly quantity: string;
    readonly accept: readonly [number | null, number | null];
    readonly control: RecordedValues;
  })[];
  /** null for a run beyond the claim, on other seeds than the claim's own: the claim has no verdict there. */
  readonly verdict: Verdict | null;
  readonly origin: Origin;
  readonly seconds: number;
  /** What went wrong on the way without stopping the check, if anything did. */
  readonly mishaps?: readonly string[];
  /** SHA-256, in hexadecimal, of everything above `origin` as canonical JSON (RFC 8785): a rerun must reproduce it. */
  readonly digest: string;
  /** The same of everything above it. */
  readonly wholeDigest: string;
}

/** What computed the numbers of a claim: of each case, as its values are. */
export interface ComputersOfCase {
  readonly of: readonly Computer[];
  readonly ofControl: readonly Computer[];
}

/**
 * What the digest of a claim's record covers: what was claimed and measured. Without an outcome, nothing was. `computers`
 * where not all numbers are of one backend.
 */
export function contentOf(claim: Claim, outcome: Outcome | null, computers?: readonly ComputersOfCase[]) {
  return {
    schema: SCHEMA_VERSION,
    claim: claim.id,
    experiment: claim.experiment,
    statistic: claim.statistic,
    seeds: claim.seeds,
    cases: claim.cases.map(({ label, at, measures, accept, control }, k) => {
      const { of: on, ofControl: controlOn } = computers?.[k] ?? {};
      return {
        label,
        parameters: at,
        quantity: measures,
        accept: [accept.minimum, accept.maximum] as const,
        values: outcome?.cases[k]?.values ?? [],
        ...(on ? { on } : {}),
        control: {
          parameters: control.at,
          values: outcome?.cases[k]?.control.values ?? [],
          ...(controlOn ? { on: controlOn } : {}),
        },
      };
    }),
    verdict: isBeyond(claim) ? null : (outcome?.verdict ?? "not run"),
  } as const;
}

/** The record of a checked claim. */
export function recordOfClaim(
  claim: Claim,
  outcome: Outcome,
  origin: Origin,
  seconds: number,
  mishaps: readonly string[] = [],
  computers?: readonly ComputersOfCase[],
): ClaimRecord {
  return sealed(contentOf(claim, outcome, computers), {
    origin,
    seconds: Number(seconds.toFixed(2)),
    ...(mishaps.length > 0 ? { mishaps } : {}),
  });
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
  /** SHA-256 of everything above `origin`, as of a claim's record, and of everything above. */
  readonly digest: string;
  readonly wholeDigest: string;
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

/**
 * The record of a figure that was run to its end.
 * @param figure "<paper>/<figure>"
 * @param points one run for each case, and its last report
 * @throws Error where a case was not run to its end, or there is none
 */
export function recordOfFigure(
  figure: string,
  points: readonly Request[],
  reports: readonly (Measurement | null | undefined)[],
  device: Device,
  software: string,
): FigureRecord {
  const cases = points.map(({ parameters }, k) => {
    const measured = reports[k];
    if (!measured?.finished) throw new Error(`The figure ${figure} was not run to its end.`);
    return figureCaseOf(parameters, measured);
  });
  const [first] = points;
  if (!first) throw new Error(`The figure ${figure} has no case to run.`);
  const { experiment, seed } = first;
  return sealed({ schema: SCHEMA_VERSION, figure, experiment, seed, cases } as const, {
    origin: originOf(software, device, points),
  });
}
