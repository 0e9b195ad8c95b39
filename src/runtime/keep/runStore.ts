/**
 * Where the runs of one figure or claim are kept while they are under way, so that a reload, a closed tab or a crash
 * costs nothing: results of finished runs, and the last checkpoint of the others. A browser that keeps nothing costs
 * the runs nothing either.
 */
import type { BackendName } from "../../engine/backends.ts";
import type { Measured } from "../workers/pool.ts";
import type { RunRequest } from "../workers/protocol.ts";
import { NoAnswer } from "./answered.ts";
import { type Database, type Key, openDatabase } from "./database.ts";
import { type Entry, nameOfRun, parseEntry } from "./entry.ts";
import { isUnderWay } from "./isUnderWay.ts";
import { LONG_PATIENCE, PATIENCE, takeLock } from "./lock.ts";
import { type Mark, removeMark, writeMark } from "./mark.ts";
import { SOFTWARE } from "./software.ts";

/** Least time between two written checkpoints of a run: in milliseconds, and as a multiple of what one costs. */
const WRITING_TIME = 2000;
const WRITING_FACTOR = 100;
/** What each reason ends with. */
const NOT_KEPT = ", so this run will not survive a reload.";

export interface RunStore {
  /** What is kept of a run on a backend; null if nothing is, or nothing that can be read. */
  readonly find: (run: RunRequest, backend: BackendName) => Promise<Entry | null>;
  /** Takes a measurement: a result is written at once, a checkpoint when it is due or the page is being left. */
  readonly keep: (run: RunRequest, measured: Measured) => void;
  readonly drop: (run: RunRequest, backend: BackendName) => Promise<void>;
  /** Writes what is due some time, now. */
  readonly flush: () => void;
  /** Forgets all of this owner's runs, and closes. */
  readonly clear: () => Promise<void>;
  readonly close: () => void;
}

export interface RunStoreOptions {
  /** "figure <paper>/<figure>", "claim <paper>/<number>". */
  readonly owner: string;
  /** Whether what is there already counts; else it is forgotten. */
  readonly goesOn: boolean;
  /** Whether there is a store only as long as something of this owner is under way. */
  readonly onlyIfMarked?: boolean;
  /** What the mark of the owner should say now. */
  readonly note: () => Mark;
  /** Nothing more can be kept; a sentence for the reader. */
  readonly onProblem: (sentence: string) => void;
}

/** Opens the store of an owner; null where nothing can be kept, or where another tab has it. */
export async function openRunStore(options: RunStoreOptions): Promise<RunStore | null> {
  // A run that goes on may be that of a page which is only just being left.
  const patience = options.onlyIfMarked ? LONG_PATIENCE : PATIENCE;
  const release = await takeLock(`two-layers ${options.owner}`, patience).catch(() => undefined);
  if (!release) {
    if (release === null && !options.onlyIfMarked)
      options.onProblem(`Another tab is running the same${NOT_KEPT}`);
    return null;
  }
  // While this waited, the tab that had it may have finished: then there is nothing to resume.
  if (options.onlyIfMarked && !isUnderWay(options.owner)) {
    release();
    return null;
  }
  let database: Database | null = null;
  try {
    database = await openDatabase();
    await database.removeStale(SOFTWARE);
    if (!options.goesOn) await database.removeOwner(options.owner);
    noteIn(database, options);
    return storeIn(database, release, options);
  } catch (error) {
    database?.close();
    release();
    if (error instanceof NoAnswer) options.onProblem(`${error.message}${NOT_KEPT}`);
    return null;
  }
}

/** What waits to be written of one run. */
interface Waiting {
  due: number;
  entry: Entry | null;
}

/** Notes where the owner is: where an opening page sees it at once, and beside the runs, whatever becomes of that. */
function noteIn(database: Database, { owner, note }: RunStoreOptions): void {
  const mark = note();
  writeMark(owner, mark);
  database.writeMark(owner, SOFTWARE, mark);
}

function storeIn(database: Database, release: () => void, options: RunStoreOptions): RunStore {
  const { owner, onProblem } = options;
  const waiting = new Map<string, Waiting>();
  let isOpen = true;
  let interval = WRITING_TIME;
  const keyFor = (run: RunRequest, backend: BackendName): Key => [owner, SOFTWARE, nameOfRun(run, backend)];

  const giveUp = (error: unknown) => {
    if (!isOpen) return;
    close();
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    onProblem(
      `${isFull ? "The storage of this browser is full" : "This browser does not store it"}${NOT_KEPT}`,
    );
  };
  const write = (run: string, entry: Entry) => {
    const begun = performance.now();
    database.write([owner, SOFTWARE, run], entry, giveUp);
    interval = Math.max(WRITING_TIME, WRITING_FACTOR * (performance.now() - begun));
    waiting.set(run, { due: performance.now() + interval, entry: null });
    noteIn(database, options);
  };
  const keep = (run: RunRequest, { measurement, device, mishaps }: Measured) => {
    if (!isOpen) return;
    const [, , name] = keyFor(run, device.backend);
    const { checkpoint, ...result } = measurement;
    const written = Date.now();
    if (result.finished) write(name, { written, mishaps, kept: { result } });
    else if (checkpoint !== undefined) {
      const entry = { written, mishaps, kept: { checkpoint } };
      const { due = 0 } = waiting.get(name) ?? {};
      if (performance.now() >= due) write(name, entry);
      else waiting.set(name, { due, entry });
    }
  };
  const flush = () => {
    if (!isOpen) return;
    for (const [run, { entry }] of waiting) if (entry) write(run, entry);
    noteIn(database, options);
  };
  const onHidden = () => {
    if (document.visibilityState === "hidden") flush();
  };
  const close = () => {
    isOpen = false;
    document.removeEventListener("visibilitychange", onHidden);
    removeEventListener("pagehide", flush);
    database.close();
    release();
  };
  document.addEventListener("visibilitychange", onHidden);
  addEventListener("pagehide", flush);
  return {
    find: async (run, backend) => parseEntry(await database.read(keyFor(run, backend)).catch(() => null)),
    keep,
    drop: (run, backend) => database.remove(keyFor(run, backend)).catch(() => {}),
    flush,
    clear: async () => {
      // Also of what could no longer be written: a page that is being left gives up, and its note has to stay.
      removeMark(owner);
      if (!isOpen) return;
      isOpen = false;
      await database.removeOwner(owner).catch(() => {});
      close();
    },
    close,
  };
}

/** Forgets what is kept of an owner whose store is not open. */
export async function forget(owner: string): Promise<void> {
  removeMark(owner);
  const store = await openRunStore({
    owner,
    goesOn: false,
    note: () => ({ share: 0, state: {} }),
    onProblem: () => {},
  });
  await store?.clear();
}
