/** Where the browser keeps runs: one table of its IndexedDB. Knows nothing of what is kept. */
import { type DBSchema, openDB } from "idb";
import { answered } from "./answered.ts";
import { DATABASE } from "./isUnderWay.ts";
import { KEPT_FOR } from "./mark.ts";

const RUNS = "runs";
/** In the place of a run: the note of an owner. */
const MARK = "mark";

/** Owner, software, run. */
export type Key = readonly [owner: string, software: string, run: string];

interface Dated {
  readonly written: number;
  /** Of a note. */
  readonly mark?: object;
}

interface Schema extends DBSchema {
  runs: { key: [...Key]; value: Dated; indexes: { written: number } };
}

export type Database = Awaited<ReturnType<typeof openDatabase>>;

/** All that is waited for ends in time. @throws NoAnswer, or the browser's error: a private window may have no database. */
export async function openDatabase() {
  const database = await answered(
    openDB<Schema>(DATABASE, 1, {
      upgrade: (fresh) => fresh.createObjectStore(RUNS).createIndex("written", "written"),
    }),
  );
  database.addEventListener("versionchange", () => database.close());
  const put = async (key: Key, entry: Dated): Promise<void> => {
    const transaction = database.transaction(RUNS, "readwrite", { durability: "relaxed" });
    // The request first: it always reports full storage; the transaction does not.
    const done = Promise.all([transaction.store.put(entry, [...key]), transaction.done]);
    // Without waiting for the answer to the request: a page that is being left does not live that long.
    transaction.commit();
    await done;
  };
  return {
    read: (key: Key): Promise<unknown> => answered(database.get(RUNS, [...key])),
    /** Failures are passed to `onProblem`, now or later. */
    write: (key: Key, entry: Dated, onProblem: (error: unknown) => void) => {
      void put(key, entry).catch(onProblem);
    },
    /** The note of an owner, beside its runs. Best effort: the one in the local storage is what is looked for first. */
    writeMark: (owner: string, software: string, mark: object) => {
      void put([owner, software, MARK], { written: Date.now(), mark }).catch(() => {});
    },
    readMark: async (owner: string, software: string): Promise<unknown> => {
      const entry = await answered(database.get(RUNS, [owner, software, MARK]));
      return entry && entry.written >= Date.now() - KEPT_FOR ? entry.mark : undefined;
    },
    /** All that have a note of this software. */
    owners: async (software: string): Promise<string[]> =>
      (await answered(database.getAllKeys(RUNS)))
        .filter((key) => key[1] === software && key[2] === MARK)
        .map(([owner]) => owner),
    remove: (key: Key) => answered(database.delete(RUNS, [...key])),
    // An array sorts after every text.
    removeOwner: (owner: string) => answered(database.delete(RUNS, IDBKeyRange.bound([owner], [owner, []]))),
    /** Removes what is too old or of other software. */
    removeStale: async (software: string) => {
      const { store, done } = database.transaction(RUNS, "readwrite", { durability: "relaxed" });
      const remove = async () => {
        const old = await store.index("written").getAllKeys(IDBKeyRange.upperBound(Date.now() - KEPT_FOR));
        const foreign = (await store.getAllKeys()).filter((key) => key[1] !== software);
        await Promise.all([...old, ...foreign].map((key) => store.delete(key)));
      };
      await answered(Promise.all([remove(), done]));
    },
    close: () => database.close(),
  };
}
