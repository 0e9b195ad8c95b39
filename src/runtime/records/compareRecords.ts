/** A record beside its claim or figure and beside a rerun: what is not the same, in sentences. Runs nothing. */
import { experimentNamed, figureNamed } from "../../catalogue/experiments.ts";
import { runsOf } from "../../claims/check.ts";
import type { Claim } from "../../claims/claim.ts";
import { isBeyond } from "../../claims/ledger.ts";
import { outcomeOfRecord } from "../../claims/recorded.ts";
import type { BackendName } from "../../engine/backends.ts";
import type { Values } from "../../experiments/parameters.ts";
import { isSame, type Request, requestFor } from "../../experiments/request.ts";
import { digestOf } from "./digest.ts";
import { listsBeside } from "./lists.ts";
import {
  type ClaimRecord,
  type Computer,
  contentOf,
  type FigureRecord,
  precisionOf,
  type RecordedValues,
} from "./record.ts";
import { agree, type Rounding, roundingInWords, roundingOf, STEPS } from "./rounding.ts";

/** All runs that the record of a figure speaks of, with its settings. @throws RangeError for an unknown one, ParameterError */
export function runsOfFigure({
  figure,
  seed,
  cases,
}: Pick<FigureRecord, "figure" | "seed" | "cases">): Request[] {
  const { meta } = figureNamed(figure);
  return cases.map(({ parameters }) => requestFor(meta, parameters, seed));
}

/** Those of the figure as it is published; of one that may be a pair, a second case is at first as the first. */
function publishedRuns({ figure, seed, cases }: Pick<FigureRecord, "figure" | "seed" | "cases">): Request[] {
  const { meta, figure: described } = figureNamed(figure);
  const [first] = described.cases;
  const isPair = described.isPair && cases.length === described.cases.length + 1;
  return [...described.cases, ...(isPair && first ? [first] : [])].map(({ parameters }) =>
    requestFor(meta, parameters, seed),
  );
}

/** Whether a figure was run with other settings than those with which it is published. */
export function hasOwnSettings(record: FigureRecord): boolean {
  return publishedRuns(record).some(
    ({ parameters }, k) => !isSame(parameters, record.cases[k]?.parameters ?? {}),
  );
}

/** What of a case nobody can have set: what is no control, or is set for one case alone where all are set together. */
function unsettableIn(record: FigureRecord): string[] {
  const { figure } = figureNamed(record.figure);
  const published = publishedRuns(record);
  const runs = runsOfFigure(record);
  const valueAt = (k: number, name: string) => ({ [name]: runs[k]?.parameters[name] as Values[string] });
  const changed = (k: number) =>
    Object.entries(published[k]?.parameters ?? {}).flatMap(([name, value]) =>
      isSame({ [name]: value }, valueAt(k, name)) ? [] : [name],
    );
  const isSetForAll = (name: string) => runs.every((_, k) => isSame(valueAt(0, name), valueAt(k, name)));
  return runs.flatMap(({ parameters }, k) => {
    const isWhole = isSame(parameters, record.cases[k]?.parameters ?? {});
    const isSettable = changed(k).every((name) => figure.controls.includes(name));
    const isTogether = figure.isPair || changed(k).every(isSetForAll);
    return isWhole && isSettable && isTogether ? [] : [`settings of case ${k + 1}`];
  });
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
    ...(record.origin.precision === precisionOf(runsOf(claim)) ? [] : ["precision"]),
  ];
  return parts.map((part) => `The ${part} is not that of the claim ${claim.id}.`);
}

/** In what a record describes another figure than the one of its name here. @throws RangeError for an unknown one */
export function departuresFromFigure(record: FigureRecord): string[] {
  const { meta } = figureNamed(record.figure);
  const isOfFigure = record.experiment === meta.id;
  const isComplete = record.cases.length === publishedRuns(record).length;
  const parts = [
    ...(isOfFigure ? [] : ["experiment"]),
    ...(isComplete ? [] : ["number of cases"]),
    ...(isOfFigure && isComplete ? unsettableIn(record) : []),
    ...(isOfFigure && record.origin.precision !== precisionOf(runsOfFigure(record)) ? ["precision"] : []),
  ];
  return parts.map((part) => `The ${part} is not that of the figure ${record.figure}.`);
}

/** In what a record contradicts itself: its digests and its verdict must follow from what it says. */
export function contradictionsIn(record: ClaimRecord | FigureRecord): string[] {
  const { digest, wholeDigest, ...said } = record;
  const {
    origin,
    seconds: _,
    mishaps: __,
    took: ___,
    ...content
  } = said as Omit<ClaimRecord, "digest" | "wholeDigest"> & Pick<FigureRecord, "took">;
  return [
    ...(digestOf(content) === digest
      ? []
      : ["Its digest is not that of its content: one of them was changed after it was made."]),
    ...(digestOf({ ...said, digest }) === wholeDigest
      ? []
      : ["Its digest of the whole is not that of what it says: something was changed after it was made."]),
    ...(origin.precision === "float64" && origin.backend === "webgpu"
      ? ["It says that WebGPU computed in float64, which WebGPU does not."]
      : []),
  ];
}

/** In what the verdict of a record is not that of its own numbers. */
export function misjudgementsIn(claim: Claim, record: ClaimRecord): string[] {
  const asRun = { ...claim, seeds: record.seeds };
  const judged = outcomeOfRecord(asRun, record).verdict;
  if (isBeyond(asRun))
    return record.verdict === null
      ? []
      : [
          `Its verdict is “${record.verdict}”, while its seeds are not those of the claim: a run beyond the claim has no verdict.`,
        ];
  if (record.verdict === judged) return [];
  return [
    record.verdict === null
      ? `It has no verdict, while its seeds are those of the claim and its numbers come to “${judged}”.`
      : `Its verdict is “${record.verdict}”, while its own numbers come to “${judged}”.`,
  ];
}

/** What came of a comparison with a rerun. */
export interface Compared {
  /** Sentences. */
  readonly differences: readonly string[];
  /** How quantities were compared that were not bit for bit, in words: “within 1 % of its size”. */
  readonly loosely: ReadonlyMap<string, string>;
  /** What lists were let pass besides: "orientation: 3 of 2,000 neurons differ". */
  readonly besides: readonly string[];
}

/** What computed the numbers of a claim's record, each once. */
export function computersIn({ origin, cases }: ClaimRecord): Computer[] {
  const each = cases.flatMap((said) => [said, said.control].flatMap(({ on }) => on ?? [origin.backend]));
  return [...new Set(each)];
}

/** A claim's record beside its rerun. */
export function compareWithRerun(said: ClaimRecord, rerun: ClaimRecord): Compared {
  const meta = experimentNamed(said.experiment);
  const loosely = new Map<string, string>();
  const compare = (
    what: string,
    quantity: string,
    mine: RecordedValues,
    theirs: RecordedValues | undefined,
  ) => {
    const { parameters } = requestFor(meta, mine.parameters, 0);
    const isFloat64 = meta.computes(parameters).on === "float64";
    const roundingAt = (j: number) => {
      const computer = mine.on?.[j] ?? said.origin.backend;
      const hasBits = isFloat64 || hasBitsOf(computer, rerun.origin.backend);
      return hasBits ? null : roundingOf(meta, quantity, theirs?.values.slice(j, j + 1) ?? []);
    };
    mine.values.forEach((_, j) => {
      const rounding = roundingAt(j);
      if (rounding) loosely.set(quantity, roundingInWords(rounding));
    });
    return differingNumbers(
      mine.values,
      theirs?.values ?? [],
      roundingAt,
      (j) => `${what}, seed ${said.seeds[j]}`,
    );
  };
  const differences = said.cases.flatMap((mine, k) => {
    const { label, quantity, control } = mine;
    const theirs = rerun.cases[k];
    return [
      ...compare(label, quantity, mine, theirs),
      ...compare(`${label}, control`, quantity, control, theirs?.control),
    ];
  });
  return { differences, loosely, besides: [] };
}

/** A figure's record beside its rerun: steps, and all quantities and series by their names. */
export function compareFigureWithRerun(said: FigureRecord, rerun: FigureRecord): Compared {
  const meta = experimentNamed(said.experiment);
  const loosely = new Map<string, string>();
  const besides: string[] = [];
  const differences = said.cases.flatMap((mine, k) => {
    const theirs = rerun.cases[k];
    const isFloat64 = meta.computes(requestFor(meta, mine.parameters, 0).parameters).on === "float64";
    const isExact = isFloat64 || hasBitsOf(said.origin.backend, rerun.origin.backend);
    const nameOf = (name: string) => `Case ${k + 1}, ${name}`;
    const compare = (name: string, one: readonly number[], other: readonly number[], rounding: Rounding) => {
      if (!isExact) loosely.set(name, roundingInWords(rounding));
      return differingNumbers(
        one,
        other,
        () => (isExact ? null : rounding),
        () => nameOf(name),
      );
    };
    const compareLists = (name: string, one: readonly number[], other: readonly number[]) => {
      const series = meta.series[name];
      const placeOf = (j: number) => `${nameOf(name)}${one.length > 1 ? ` ${j + 1}` : ""}`;
      if (isExact || !series) return differingNumbers(one, other, () => null, placeOf);
      const rounding = roundingOf(meta, name, other);
      loosely.set(name, roundingInWords(rounding));
      const endsApart = mine.step !== theirs?.step;
      const beside = listsBeside(one, other, { series, rounding, endsApart });
      if (beside.besides) besides.push(`${nameOf(name)}: ${beside.besides}`);
      return [
        ...(beside.whole ? [`${nameOf(name)}: ${beside.whole}.`] : []),
        ...beside.differing.map((j) =>
          differenceOf(placeOf(j), one[j] as number, other[j] as number, rounding),
        ),
      ];
    };
    const isSameSetting = theirs && isSame(mine.parameters, theirs.parameters);
    return [
      ...(isSameSetting ? [] : [`Case ${k + 1}, settings: the rerun had others.`]),
      ...compare("steps", [mine.step], [theirs?.step ?? Number.NaN], STEPS),
      ...pairs(mine.quantities, theirs?.quantities ?? {}, (value) => [value]).flatMap(([name, one, other]) =>
        compare(name, one, other, roundingOf(meta, name, other)),
      ),
      ...pairs(mine.series, theirs?.series ?? {}, (values) => values).flatMap(([name, one, other]) =>
        compareLists(name, one, other),
      ),
    ];
  });
  return { differences, loosely, besides };
}

/** Whether a run must have the bits of a rerun: on the processor it has, wherever that is. */
function hasBitsOf(computer: Computer, rerun: BackendName): boolean {
  return computer === rerun && rerun !== "webgpu";
}

/** The values of two objects by their names, side by side; none where one has no such name. */
function pairs<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  listOf: (value: Value) => readonly number[],
): (readonly [string, readonly number[], readonly number[]])[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const at = (from: Readonly<Record<string, Value>>, name: string) =>
    Object.hasOwn(from, name) ? listOf(from[name] as Value) : [];
  return names.map((name) => [name, at(one, name), at(other, name)]);
}

/** A sentence for each pair that is not the same, or, where there is a rounding, not within it. */
function differingNumbers(
  said: readonly number[],
  rerun: readonly number[],
  roundingAt: (j: number) => Rounding | null,
  placeOf: (j: number) => string,
): string[] {
  if (said.length !== rerun.length)
    return [`${placeOf(0)}: the record has ${said.length} numbers, the rerun ${rerun.length}.`];
  return said.flatMap((mine, j) => {
    const theirs = rerun[j] as number;
    const rounding = roundingAt(j);
    if (rounding ? agree(mine, theirs, rounding) : mine === theirs) return [];
    return [differenceOf(placeOf(j), mine, theirs, rounding)];
  });
}

function differenceOf(place: string, mine: number, theirs: number, rounding: Rounding | null): string {
  const allowed = rounding ? `, where it must agree ${roundingInWords(rounding)}` : "";
  const away = Math.abs(mine - theirs).toPrecision(2);
  return `${place}: the record says ${mine}, the rerun gave ${theirs}, ${away} away${allowed}.`;
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
