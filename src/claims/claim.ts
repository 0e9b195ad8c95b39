/**
 * What a claim is: a statement about a paper that can be run. It is made by `claim`, which takes the description of its
 * experiment: parameters and quantities that it does not have fail in the compiler, and what the compiler cannot see is
 * refused when the file is loaded, at its line. Runs nothing.
 */
import type { Citation, Meta } from "../experiments/experiment.ts";
import { type Parameters, parseValues, type Values, type ValuesOf } from "../experiments/parameters.ts";
import { isSame } from "../experiments/request.ts";
import { type Interval, sound } from "./interval.ts";

/** Whether the paper says it, this site derived it, or it is general knowledge. */
export type Provenance = "paper" | "derived here" | "background";

/**
 * How the statement, if it holds, stands to the work that it cites: it *agrees* with what that says or shows, in the words
 * or in the numbers; it *contradicts* it, be it a rule that does not hold in general or an argument that misses something;
 * or it is *beyond* it, which says nothing of the kind.
 */
export const STANCES = ["agrees", "contradicts", "beyond"] as const;
export type Stance = (typeof STANCES)[number];

/**
 * What must lie inside: each replicate; their mean, by more than its standard error; or their median, by more than it is
 * uncertain, which is for quantities whose replicates spread over powers of ten.
 */
export const STATISTICS = ["every seed", "mean", "median"] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Which one number summarises the replicates. */
export function centreName(statistic: Statistic): "mean" | "median" {
  return statistic === "median" ? "median" : "mean";
}

/**
 * What a claim was drawn up from: numbers, figures or theorems of the *paper*; *theory*, worked out here or well known; or
 * with *own runs* known, because an origin leans on runs that we had made before, or because a bound, a setting, the
 * statistic or the number of draws was chosen by how runs of the claim had come out. Such a claim rests on fresh seeds.
 */
export const KNOWN_BEFORE = ["paper", "theory", "own runs"] as const;
export type KnownBefore = (typeof KNOWN_BEFORE)[number];

/**
 * What was known of a claim when it was changed: how it came out on *fresh seeds*, which then begin anew; runs of it on others,
 * our *own runs*; what the history does *not tell*. With *words only*, nothing that is run or judged was changed.
 */
export type KnownAtRevision = "fresh seeds" | "own runs" | "not told" | "words only";

/** A change of statement, interval, seeds, cases or controls after the claim was first written. */
export interface Revision {
  /** Its day, as content/registered.json has it. */
  readonly on: string;
  /** What and why, as the history has it. */
  readonly why: string;
  readonly knew: KnownAtRevision;
}

/** What a claim says, apart from what it measures. */
interface Statement {
  readonly title: string;
  /** In words. */
  readonly statement: string;
  /** The same as TeX. */
  readonly formula: string;
  readonly source: Citation;
  readonly provenance: Provenance;
  readonly stance: Stance;
  readonly knew: KnownBefore;
  readonly seeds: readonly number[];
  readonly statistic: Statistic;
  /** One for each day with changes, oldest first. */
  readonly revised?: readonly Revision[];
  /** Why other seeds would be another claim: where it says that there are such samples, and its seeds are they. */
  readonly onlyItsSeeds?: string;
}

/** One number that a claim predicts. */
export interface Case<V = Values, Q extends string = string> {
  readonly label: string;
  /** Differences from the experiment's defaults. */
  readonly at: V;
  /** Name of the quantity. */
  readonly measures: Q;
  readonly accept: Interval;
  /** Where the interval comes from, in words; fixed before the claim was run. */
  readonly origin: string;
  /** What is different where the same interval must be missed, laid over the case; and why it must. */
  readonly control: { readonly instead: V; readonly why: string };
}

/** A claim as it is written, before its file and name in it say which it is. */
export interface Written extends Statement {
  readonly meta: Meta;
  readonly cases: readonly (Case & { readonly control: { readonly at: Values } })[];
}

/** A claim with its name. */
export interface Claim extends Omit<Written, "meta"> {
  /** "<paper>/<number>". */
  readonly id: string;
  /** Id of its experiment. */
  readonly experiment: string;
}

interface Writing<P extends Parameters, Q extends string> extends Statement {
  readonly cases: readonly Case<Partial<ValuesOf<P>>, Q>[];
}

/**
 * A claim about what an experiment measures.
 * @throws RangeError for an invalid interval, a control equal to its case, too few seeds, or seeds that share networks;
 * ParameterError for a value out of range
 */
export function claim<P extends Parameters, Q extends string, S extends string>(
  meta: Meta<P, Q, S>,
  { cases, ...statement }: Writing<P, NoInfer<Q>>,
): Written {
  const valuesAt = (given: Values) => parseValues(meta.parameters, meta.defaults, given);
  checkSeeds(statement.seeds, Math.max(...cases.map(({ at }) => meta.seedsUsed?.(valuesAt(given(at))) ?? 1)));
  return {
    ...statement,
    meta,
    cases: cases.map(({ at, control, ...rest }) => {
      const laidOver = { ...given(at), ...given(control.instead) };
      if (isSame(valuesAt(given(at)), valuesAt(laidOver)))
        throw new RangeError(
          `The control of the case “${rest.label}” is the case itself, so that it cannot fail: say in “instead” what is different.`,
        );
      return {
        ...rest,
        accept: sound(rest.accept),
        at: given(at),
        control: { instead: given(control.instead), why: control.why, at: laidOver },
      };
    }),
  };
}

/** The values that are given, by name. */
function given(some: { readonly [name: string]: Values[string] | undefined }): Values {
  const values: Record<string, Values[string]> = {};
  for (const [name, value] of Object.entries(some)) if (value !== undefined) values[name] = value;
  return values;
}

/** @throws RangeError */
function checkSeeds(seeds: readonly number[], used: number): void {
  if (seeds.length === 0) throw new RangeError("A claim needs at least one seed.");
  const rising = [...seeds].sort((one, other) => one - other);
  const near = rising.findIndex((seed, k) => k > 0 && seed - (rising[k - 1] as number) < used);
  if (near > 0)
    throw new RangeError(
      `The seeds ${rising[near - 1]} and ${rising[near]} share networks: a run uses up ${used} seeds, from its own on. Take them ${used} apart.`,
    );
}

/** Number of a claim within its paper: "A1". */
export function numberOf({ id }: Pick<Claim, "id">): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
