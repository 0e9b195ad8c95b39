/** One long run of the command line, kept in a file while it is under way, so that it can be interrupted and gone on with. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { type Entry, nameOfRun, parseEntry } from "../../runtime/keep/entry.ts";
import type { RunStore } from "../../runtime/keep/runStore.ts";
import { writeFile } from "../files.ts";

/** Least time between two written checkpoints, in milliseconds. */
const WRITING_TIME = 5000;

export interface FileStore extends RunStore {
  /** Seconds that the run has been under way in all, interruptions left out. */
  readonly seconds: () => number;
  /** How often it was gone on with. */
  readonly resumed: () => number;
}

interface Content {
  readonly key: string;
  readonly entry: unknown;
  readonly seconds: number;
  readonly resumed: number;
}

/** A store for one run: a file of another run is not looked at, and replaced. */
export function storeInFile(file: string): FileStore {
  const begun = performance.now();
  let before = { seconds: 0, resumed: 0 };
  let written = begun;
  const seconds = () => before.seconds + (performance.now() - begun) / 1000;
  const write = (key: string, entry: Entry) => {
    const content: Content = { key, entry, seconds: seconds(), resumed: before.resumed };
    writeFile(file, serialize(content));
    written = performance.now();
  };
  return {
    find: async (run, backend) => {
      const content = contentOf(file);
      const entry = content?.key === nameOfRun(run, backend) ? parseEntry(content.entry) : null;
      if (content && entry) before = { seconds: content.seconds, resumed: content.resumed + 1 };
      return entry;
    },
    keep: (run, { measurement, device, mishaps }) => {
      const { checkpoint, ...result } = measurement;
      const isDue = checkpoint !== undefined && performance.now() - written >= WRITING_TIME;
      if (!result.finished && !isDue) return;
      const kept = result.finished ? { result } : { checkpoint };
      write(nameOfRun(run, device.backend), { written: Date.now(), mishaps, kept });
    },
    drop: async () => rmSync(file, { force: true }),
    flush: () => {},
    clear: async () => rmSync(file, { force: true }),
    close: () => {},
    seconds,
    resumed: () => before.resumed,
  };
}

/** What a file holds; null for none, and for what cannot be read. */
function contentOf(file: string): Content | null {
  if (!existsSync(file)) return null;
  try {
    const { key, entry, seconds, resumed } = deserialize(readFileSync(file));
    return typeof key === "string" && typeof seconds === "number" && typeof resumed === "number"
      ? { key, entry, seconds, resumed }
      : null;
  } catch {
    return null;
  }
}
