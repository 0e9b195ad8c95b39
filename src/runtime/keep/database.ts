/** The part of IndexedDB that is needed to keep runs, as promises. Knows nothing of what is kept. */
import { KEPT_FOR } from "./mark.ts";

/** How long, in milliseconds, the browser may take to open the database: some have never answered. */
const PATIENCE = 3000;
const RUNS = "runs";

/** Owner, software, run. */
export type Key = readonly [owner: string, software: string, run: string];

export interface Database {
  readonly read: (key: Key) => Promise<unknown>;
  /** Whatever goes wrong is told to `onProblem`, now or later. */
  readonly write: (
    key: Key,
    entry: { readonly written: number },
    onProblem: (error: unknown) => void,
  ) => void;
  readonly remove: (key: Key) => Promise<void>;
  readonly removeOwner: (owner: string) => Promise<void>;
  /** Removes what is too old or of other software. */
  readonly removeStale: (software: string) => Promise<void>;
  readonly close: () => void;
}

/** @throws whatever the browser has against it; a private window may have no database. */
export async function openDatabase(): Promise<Database> {
  const opening = indexedDB.open("two-layers", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(RUNS).createIndex("written", "written");
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("The database of this browser does not answer.")), PATIENCE),
  );
  const database = await Promise.race([settled(opening), late]);
  database.onversionchange = () => database.close();

  const change = (work: (runs: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(RUNS, "readwrite", { durability: "relaxed" });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    work(transaction.objectStore(RUNS));
    return done;
  };
  return {
    read: (key) =>
      settled(
        database
          .transaction(RUNS)
          .objectStore(RUNS)
          .get([...key]),
      ),
    write: (key, entry, onProblem) => {
      try {
        change((runs) => {
          runs.put(entry, [...key]);
          // Without waiting for the answer to the request: a page that is being left does not live that long.
          runs.transaction.commit();
        }).catch(onProblem);
      } catch (error) {
        onProblem(error);
      }
    },
    remove: async (key) => change((runs) => runs.delete([...key])),
    // An array sorts after every text.
    removeOwner: (owner) => change((runs) => runs.delete(IDBKeyRange.bound([owner], [owner, []]))),
    removeStale: async (software) => {
      const runs = database.transaction(RUNS).objectStore(RUNS);
      const tooOld = IDBKeyRange.upperBound(Date.now() - KEPT_FOR);
      const [all, old] = await Promise.all([
        settled(runs.getAllKeys()),
        settled(runs.index("written").getAllKeys(tooOld)),
      ]);
      const foreign = all.filter((key) => (key as unknown as Key)[1] !== software);
      if (foreign.length + old.length === 0) return;
      await change((store) => {
        for (const key of [...foreign, ...old]) store.delete(key);
      });
    },
    close: () => database.close(),
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
