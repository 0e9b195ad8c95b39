/** The results of the runs of one command, kept while the command runs. */

import type { BackendName } from "../../engine/backends.ts";
import { keyOf } from "../../experiments/request.ts";
import type { Entry } from "../../runtime/keep/entry.ts";
import type { RunStore } from "../../runtime/keep/runStore.ts";
import type { RunRequest } from "../../runtime/workers/protocol.ts";

/** A store of results only: what is not finished begins anew. */
export function storeInMemory(): RunStore {
  const entries = new Map<string, Entry>();
  const keyFor = (run: RunRequest, backend: BackendName) => `${backend} ${keyOf(run)}`;
  return {
    find: async (run, backend) => entries.get(keyFor(run, backend)) ?? null,
    keep: (run, { measurement, device, mishaps }) => {
      if (!measurement.finished) return;
      entries.set(keyFor(run, device.backend), {
        written: Date.now(),
        mishaps,
        kept: { result: measurement },
      });
    },
    drop: async (run, backend) => void entries.delete(keyFor(run, backend)),
    flush: () => {},
    clear: async () => entries.clear(),
    close: () => {},
  };
}
