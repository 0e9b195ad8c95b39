/** What changed from one version of a claim to the next, in words: its interval, its cases and controls, its seeds, its statement. */
import { type Interval, intervalInWords } from "./interval.ts";

/** The parts of a claim on which its verdict rests, with all parameters of a run and not only those that differ from defaults. */
export interface Version {
  readonly statement: string;
  readonly statistic: string;
  readonly seeds: readonly number[];
  readonly cases: readonly {
    readonly label: string;
    readonly measures: string;
    readonly accept: Interval;
    /** Those that the claim names. */
    readonly named: readonly string[];
    readonly at: Readonly<Record<string, unknown>>;
    readonly control: Readonly<Record<string, unknown>>;
  }[];
}
type Part = Version["cases"][number];

/** What is said where only words changed, and nothing that is run or judged. */
export const WORDING = "wording of the statement";

/** One phrase for each change, an empty list where nothing changed on which the verdict rests. */
export function changesBetween(before: Version, after: Version): string[] {
  const pairs = pairsOf(before.cases, after.cases);
  const dropped = before.cases.filter((each) => !pairs.some(([old]) => old === each));
  const added = after.cases.filter((each) => !pairs.some(([, now]) => now === each));
  return [
    ...pairs.flatMap(([old, now]) => changesOfCase(old, now)),
    ...dropped.map(({ label, accept }) => `case “${label}” (${intervalInWords(accept)}) dropped`),
    ...added.map(({ label, accept }) => `case “${label}” (${intervalInWords(accept)}) added`),
    ...(before.statistic === after.statistic
      ? []
      : [`judged by ${wordsFor(after.statistic)}, before by ${wordsFor(before.statistic)}`]),
    ...(isSame(before.seeds, after.seeds) ? [] : [seedsInWords(before.seeds, after.seeds)]),
    ...(before.statement === after.statement ? [] : [WORDING]),
  ];
}

/** Cases that are one and the same: of the same label, or else, in their order, of the same quantity. */
function pairsOf(before: readonly Part[], after: readonly Part[]): [Part, Part][] {
  const byLabel = after.flatMap((now): [Part, Part][] => {
    const old = before.find(({ label }) => label === now.label);
    return old ? [[old, now]] : [];
  });
  const left = before.filter((each) => !byLabel.some(([old]) => old === each));
  const rest = after.flatMap((now): [Part, Part][] => {
    if (byLabel.some(([, each]) => each === now)) return [];
    const place = left.findIndex(({ measures }) => measures === now.measures);
    const [old] = place < 0 ? [] : left.splice(place, 1);
    return old ? [[old, now]] : [];
  });
  return [...byLabel, ...rest];
}

function changesOfCase(old: Part, now: Part): string[] {
  const named = [...new Set([...old.named, ...now.named])];
  const pick = (values: Readonly<Record<string, unknown>>) => named.map((name) => values[name]);
  const isMeasuredAlike = old.measures === now.measures && isSame(pick(old.at), pick(now.at));
  const [was, is] = [intervalInWords(old.accept), intervalInWords(now.accept)];
  return [
    ...(was === is ? [] : [`interval of “${now.label}”: ${is}, before ${was}`]),
    ...(isMeasuredAlike ? [] : [`what is measured for “${now.label}”`]),
    ...(!isMeasuredAlike || isSame(pick(old.control), pick(now.control))
      ? []
      : [`control of “${now.label}”`]),
  ];
}

function wordsFor(statistic: string): string {
  return statistic === "every seed" ? "every seed" : `the ${statistic}`;
}

function seedsInWords(before: readonly number[], after: readonly number[]): string {
  return before.length === after.length
    ? "other seeds, as many"
    : `${after.length} seeds, before ${before.length}`;
}

/** Of plain data. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
