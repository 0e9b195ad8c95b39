// What a forger may do with the file of the first assignment, and what a grader has to say of it.
import { type Entry, type HandIn, type Told, withEntry, withRun } from "../../../src/assignments/handIn.ts";
import { sealed } from "../../../src/runtime/records/digest.ts";
import type { FigureRecord } from "../../../src/runtime/records/record.ts";

export const AT = "2027-01-15T10:00:00.000Z";

/** The record of the last run of a task. */
function recordFor({ entries, records }: HandIn, task: string): FigureRecord {
  const run = entries.findLast((entry) => entry.kind === "run" && entry.task === task);
  const record = run?.kind === "run" ? records[run.run] : undefined;
  if (!record) throw new Error(`There is no run of ${task}.`);
  return record;
}

/** A whole file made anew, as somebody with this software would: its chain is whole. */
function rebuilt(from: HandIn, entries: readonly Bare[], records: readonly FigureRecord[]): HandIn {
  let handIn: HandIn = { ...from, entries: [], records: {} };
  for (const entry of entries) {
    const { task, at } = entry;
    const record =
      entry.kind === "run" ? records.find(({ wholeDigest }) => wholeDigest === entry.run) : undefined;
    handIn = record ? withRun(handIn, task, record, at) : withEntry(handIn, task, told(entry), at);
  }
  return handIn;
}
const told = ({ task: _, at: __, ...what }: Bare) => what as Told;
type Bare = Told & Pick<Entry, "task" | "at">;
const rest = ({ digest: _, ...entry }: Entry): Bare => entry;

/** The same with another record in the place of a task's, in a chain that is whole. */
function withRecord(handIn: HandIn, task: string, record: FigureRecord): HandIn {
  const entries = handIn.entries.map((entry) =>
    entry.kind === "run" && entry.task === task ? { ...rest(entry), run: record.wholeDigest } : rest(entry),
  );
  return rebuilt(handIn, entries, [record, ...Object.values(handIn.records)]);
}

/** A record with something else in it, whose digests are right again. */
function resealed(record: FigureRecord, change: Partial<FigureRecord>): FigureRecord {
  const { digest: _, wholeDigest: __, origin, ...content } = { ...record, ...change };
  return sealed(content, { origin }) as FigureRecord;
}

/** The cases of a record with a number that would be right. */
function betterIn({ cases }: FigureRecord): FigureRecord["cases"] {
  return cases.map((each) => ({ ...each, quantities: { ...each.quantities, relativeDistance: 1 } }));
}

/** What is done, to one's own file with another's beside it; the flag that it gets, if any; and the task that it gets no points for. */
export type Forgery = readonly [
  what: string,
  forge: (ada: HandIn, bob: HandIn) => HandIn,
  kind: string,
  task: string | null,
];

export const FORGERIES: readonly Forgery[] = [
  [
    "a better number in a record, digests left as they were",
    (mine) => {
      const record = recordFor(mine, "border");
      const better = { ...record, cases: betterIn(record) };
      return { ...mine, records: { ...mine.records, [record.wholeDigest]: better } };
    },
    "forged",
    "border",
  ],
  [
    "a better number in a record, sealed and chained anew",
    (mine) => {
      const record = recordFor(mine, "border");
      return withRecord(mine, "border", resealed(record, { cases: betterIn(record) }));
    },
    "forged",
    "border",
  ],
  [
    "a point of a curve, sealed and chained anew",
    (mine) => {
      const record = recordFor(mine, "growth");
      const cases = record.cases.map((each) => ({
        ...each,
        series: {
          ...each.series,
          relativeDistance: (each.series.relativeDistance ?? []).map((value) => value * 1.001),
        },
      }));
      return withRecord(mine, "growth", resealed(record, { cases }));
    },
    "forged",
    "growth",
  ],
  [
    "invented numbers, said to be WebGPU's",
    (mine) => {
      const record = recordFor(mine, "border");
      const origin = { ...record.origin, backend: "webgpu" as const, adapter: "some card" };
      return withRecord(mine, "border", resealed({ ...record, origin }, { cases: betterIn(record) }));
    },
    "forged",
    "border",
  ],
  [
    "another student's run",
    (mine, theirs) => withRecord(mine, "growth", recordFor(theirs, "growth")),
    "settings of another student",
    "growth",
  ],
  [
    "another student's file under one's own name and number",
    (mine, theirs) => ({ ...theirs, student: mine.student }),
    "edited",
    "growth",
  ],
  [
    "another student's file, chained anew under one's own name",
    (mine, theirs) =>
      rebuilt({ ...theirs, student: mine.student }, theirs.entries.map(rest), Object.values(theirs.records)),
    "settings of another student",
    "growth",
  ],
  [
    "another seed, where one's own is hard",
    (mine) => withRecord(mine, "growth", resealed(recordFor(mine, "growth"), { seed: 1 })),
    "not the task",
    "growth",
  ],
  [
    "other settings than one's own",
    (mine) => {
      const record = recordFor(mine, "border");
      const cases = record.cases.map((each) => ({
        ...each,
        parameters: { ...each.parameters, gammaPrime: 0.05 },
      }));
      return withRecord(mine, "border", resealed(record, { cases }));
    },
    "not the task",
    "border",
  ],
  [
    "the run of another figure",
    (mine) => withRecord(mine, "growth", recordFor(mine, "border")),
    "not the task",
    "growth",
  ],
  [
    "a prediction that is changed in the file",
    (mine) => ({
      ...mine,
      entries: mine.entries.map((entry) =>
        entry.kind === "prediction" ? { ...entry, value: "some" } : entry,
      ),
    }),
    "edited",
    "before",
  ],
  [
    "a prediction that is put before the run",
    (mine) => {
      const [prediction, run, ...others] = mine.entries;
      return { ...mine, entries: [run, prediction, ...others].filter((each) => each !== undefined) };
    },
    "edited",
    "before",
  ],
  [
    "a prediction that was made after the run",
    (mine) => {
      const [prediction, ...others] = mine.entries.map(rest);
      return rebuilt(mine, [...others, ...(prediction ? [prediction] : [])], Object.values(mine.records));
    },
    "predicted after the run",
    "before",
  ],
  [
    "a second prediction after the run",
    (mine) => {
      const wrong: Bare = { kind: "prediction", value: "some", task: "before", at: AT };
      const [prediction, ...others] = mine.entries.map(rest);
      return rebuilt(
        mine,
        [wrong, ...others, ...(prediction ? [prediction] : [])],
        Object.values(mine.records),
      );
    },
    "",
    "before",
  ],
  ["a run whose record is left out", (mine) => ({ ...mine, records: {} }), "edited", "growth"],
  [
    "a record under the digest of another one",
    (mine) => {
      const [one, other] = [recordFor(mine, "growth"), recordFor(mine, "border")];
      return { ...mine, records: { ...mine.records, [one.wholeDigest]: other } };
    },
    "edited",
    "growth",
  ],
  ["an entry that is left out", (mine) => ({ ...mine, entries: mine.entries.slice(1) }), "edited", "before"],
  [
    "the time of an entry",
    (mine) => ({
      ...mine,
      entries: mine.entries.map((entry) => ({ ...entry, at: "2027-01-01T10:00:00.000Z" })),
    }),
    "edited",
    "before",
  ],
  ["tasks of another edition", (mine) => ({ ...mine, edition: "0".repeat(64) }), "another edition", null],
];
