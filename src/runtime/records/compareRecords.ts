/** A record beside its claim and beside a rerun: what is not the same, in sentences. Runs nothing. */
import type { Claim } from "../../claims/claim.ts";
import { outcomeOfRecord } from "../../claims/recorded.ts";
import { type ClaimRecord, contentOf, digestOf, type FigureRecord, type Origin } from "./record.ts";

/** How a rerun is compared: bit for bit, or within a tolerance relative to the size of such numbers. */
export interface Comparison {
  readonly tolerance: number;
  /** A sentence on it. */
  readonly words: string;
}

/**
 * What WebGPU and WebAssembly, or two graphics cards, may differ by: they round to 24 bits in another order. Twenty times
 * the largest gap that claims have shown between float32 and float64, 0.0001.
 */
export const FLOAT32_TOLERANCE = 0.002;
const FLOAT64_TOLERANCE = 1e-9;

/** How numbers of one origin are compared with those of a rerun. */
export function comparisonOf(said: Origin, rerun: Origin): Comparison {
  if (rerun.precision === "float64")
    return {
      tolerance: 0,
      words: "Compared bit for bit, as float64 with our own elementary functions allows.",
    };
  const isSame = said.backend === rerun.backend;
  if (isSame && said.backend === "wasm")
    return { tolerance: 0, words: "Compared bit for bit, as WebAssembly allows." };
  if (isSame && said.backend !== "webgpu") {
    return {
      tolerance: FLOAT64_TOLERANCE,
      words: `Compared within ${FLOAT64_TOLERANCE} of the size of each number, as 64-bit arithmetic allows.`,
    };
  }
  return {
    tolerance: FLOAT32_TOLERANCE,
    words: `Compared within ${100 * FLOAT32_TOLERANCE} % of the size of each number, since the record was made on ${said.backend} and rerun on ${rerun.backend}: no two graphics devices round alike, so its bits cannot be checked.`,
  };
}

/** In what a record describes another claim than the one of its name here. */
export function departuresFrom(claim: Claim, record: ClaimRecord): string[] {
  const here = contentOf(claim, null);
  const departs = (said: unknown, meant: unknown) => digestOf([said]) !== digestOf([meant]);
  const parts = [
    ...(["experiment", "statistic"] as const).filter((name) => record[name] !== here[name]),
    ...(record.cases.length === here.cases.length ? [] : ["number of cases"]),
    ...here.cases.flatMap((meant, k) => {
      const said = record.cases[k];
      if (!said) return [];
      return [
        ...(["label", "parameters", "quantity", "accept"] as const).filter((name) =>
          departs(said[name], meant[name]),
        ),
        ...(departs(said.control.parameters, meant.control.parameters) ? ["control's parameters"] : []),
      ].map((name) => `${name} of case ${k + 1}`);
    }),
  ];
  return parts.map((part) => `The ${part} is not that of the claim ${claim.id}.`);
}

/** In what a record contradicts itself: its digest and its verdict must follow from its numbers. */
export function contradictionsIn(claim: Claim, record: ClaimRecord): string[] {
  const { origin: _, seconds: __, mishaps: ___, digest, ...content } = record;
  const isWhole = digestOf(content) === digest;
  const judged = outcomeOfRecord({ ...claim, seeds: record.seeds }, record).verdict;
  return [
    ...(isWhole ? [] : ["Its digest is not that of its content: one of them was changed after it was made."]),
    ...(judged === record.verdict
      ? []
      : [`Its verdict is “${record.verdict}”, while its own numbers come to “${judged}”.`]),
  ];
}

/** In what a claim's record and its rerun are not the same. */
export function differencesBetween(
  said: ClaimRecord,
  rerun: ClaimRecord,
  { tolerance }: Comparison,
): string[] {
  const numbers = said.cases.flatMap(({ label, accept, values, control }, k) => {
    const again = rerun.cases[k];
    const sizes = accept.map((bound) => Math.abs(bound ?? 0));
    const compare = (what: string, mine: readonly number[], theirs: readonly number[]) =>
      differingNumbers(
        mine,
        theirs,
        tolerance * Math.max(...sizes),
        tolerance,
        (j) => `${what}, seed ${said.seeds[j]}`,
      );
    return [
      ...compare(label, values, again?.values ?? []),
      ...compare(`${label}, control`, control.values, again?.control.values ?? []),
    ];
  });
  return [
    ...numbers,
    ...(said.verdict === rerun.verdict
      ? []
      : [`Verdict: the record says “${said.verdict}”, the rerun comes to “${rerun.verdict}”.`]),
    ...(tolerance > 0 || said.digest === rerun.digest
      ? []
      : [
          `Digest: the record says ${said.digest.slice(0, 12)}…, the rerun has ${rerun.digest.slice(0, 12)}….`,
        ]),
  ];
}

/** In what a figure's record and its rerun are not the same. Series and steps count where bits do. */
export function differencesBetweenFigures(
  said: FigureRecord,
  rerun: FigureRecord,
  { tolerance }: Comparison,
): string[] {
  return said.cases.flatMap((mine, k) => {
    const theirs = rerun.cases[k];
    const point = `Case ${k + 1}`;
    const lists = {
      ...(tolerance === 0 ? { step: [[mine.step], [theirs?.step ?? Number.NaN]] as const } : {}),
      ...pairs(mine.quantities, theirs?.quantities ?? {}, (value) => [value]),
      ...(tolerance === 0 ? pairs(mine.series, theirs?.series ?? {}, (values) => values) : {}),
    };
    return Object.entries(lists).flatMap(([name, [one, other]]) =>
      differingNumbers(
        one,
        other,
        0,
        tolerance,
        (j) => `${point}, ${name}${one.length > 1 ? ` ${j + 1}` : ""}`,
      ),
    );
  });
}

type Lists = Record<string, readonly [readonly number[], readonly number[]]>;

/** The values of two objects by their names, side by side. */
function pairs<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  listOf: (value: Value) => readonly number[],
): Lists {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const at = (from: Readonly<Record<string, Value>>, name: string) =>
    Object.hasOwn(from, name) ? listOf(from[name] as Value) : [];
  return Object.fromEntries(names.map((name) => [name, [at(one, name), at(other, name)]]));
}

/** A sentence for each pair further apart than `floor` and than `share` of their size. */
function differingNumbers(
  said: readonly number[],
  rerun: readonly number[],
  floor: number,
  share: number,
  placeOf: (j: number) => string,
): string[] {
  if (said.length !== rerun.length)
    return [`${placeOf(0)}: the record has ${said.length} numbers, the rerun ${rerun.length}.`];
  return said.flatMap((mine, j) => {
    const theirs = rerun[j] as number;
    const distance = Math.abs(mine - theirs);
    const isNear = distance <= Math.max(floor, share * Math.max(Math.abs(mine), Math.abs(theirs)));
    return isNear
      ? []
      : [
          `${placeOf(j)}: the record says ${mine}, the rerun gave ${theirs}, ${distance.toPrecision(2)} away.`,
        ];
  });
}

/** The largest distance between two runs of one seed in two records of a claim, relative to the size of such numbers. */
export function largestGap(one: ClaimRecord, other: ClaimRecord): number {
  const gaps = one.cases.flatMap(({ accept, values, control }, k) => {
    const sizes = accept.map((bound) => Math.abs(bound ?? 0));
    const again = other.cases[k];
    const theirs = [...(again?.values ?? []), ...(again?.control.values ?? [])];
    return [...values, ...control.values].map((value, j) => {
      const its = theirs[j] ?? Number.NaN;
      return Math.abs(value - its) / Math.max(Math.abs(value), Math.abs(its), ...sizes);
    });
  });
  return Math.max(0, ...gaps.filter((gap) => !Number.isNaN(gap)));
}
