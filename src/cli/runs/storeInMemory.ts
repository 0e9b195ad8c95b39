/** The results of the runs of one command, kept while the command runs. */

import { type Entry, nameOfRun } from "../../runtime/keep/entry.ts";
import type { RunStore } from "../../runtime/keep/runStore.ts";

/** A store of results only: what is not finished begins anew. */
export function storeInMemory(): RunStore {
  const entries = new Map<string, Entry>();
  return {
    find: async (run, backend) => entries.get(nameOfRun(run, backend)) ?? null,
    keep: (run, { measurement, device, mishaps }) => {
      if (!measurement.finished) return;
      entries.set(nameOfRun(run, device.backend), {
        written: Date.now(),
        mishaps,
        kept: { result: measurement },
      });
    },
    drop: async (run, backend) => void entries.delete(nameOfRun(run, backend)),
    flush: () => {},
    clear: async () => entries.clear(),
    close: () => {},
  };
}
