/** What the runs of one command have come to, for as long as the command lives. */
import { keyOf } from "../../claims/check.ts";
import type { BackendName } from "../../engine/backends.ts";
import type { Entry } from "../../runtime/keep/entry.ts";
import type { Shelf } from "../../runtime/keep/shelf.ts";
import type { RunRequest } from "../../runtime/protocol.ts";

/** A shelf of results only: what is not finished begins anew. */
export function shelfInMemory(): Shelf {
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
