/** What goes wrong on a page of the gallery: its workers are real ones, and are kept from answering, or answer that they cannot go on. */
import type { Answer, ErrorRecord, Request } from "../../src/runtime/workers/protocol.ts";

/** What is done to a request of the page; `count` is how many of its kind there were, this one included. */
export type Fault = (request: Request, count: number) => "heard" | "unheard" | "late" | ErrorRecord;

/** Milliseconds by which a request comes late. */
const LATE = 400;

export const FAULTS = {
  /** A worker that never opens its backend. */
  silent: ({ kind }) => (kind === "open" ? "unheard" : "heard"),
  /** One that takes its time over every report. */
  slow: ({ kind }) => (kind === "next" ? "late" : "heard"),
  /** One whose memory ends. */
  exhausted: ({ kind }, count) =>
    kind === "next" && count > 3
      ? {
          name: "OutOfMemoryError",
          message:
            "WebAssembly ran out of memory. Take a smaller width or sample, compute on another backend, or close other pages.",
        }
      : "heard",
  /** One that loses its graphics device once. */
  lost: ({ kind }, count) =>
    kind === "next" && count === 4
      ? { name: "DeviceLostError", message: "The graphics device was lost (for the gallery)." }
      : "heard",
} as const satisfies Record<string, Fault>;

/** From now on all workers of the page have the fault. */
export function beset(fault: Fault): void {
  const counts = new Map<string, number>();
  window.Worker = class extends Worker {
    override postMessage(request: Request): void {
      const count = (counts.get(request.kind) ?? 0) + 1;
      counts.set(request.kind, count);
      const what = fault(request, count);
      if (what === "unheard") return;
      if (what === "heard") super.postMessage(request);
      else if (what === "late") setTimeout(() => super.postMessage(request), LATE);
      else {
        const run = "run" in request ? request.run : 0;
        const data = { to: request.kind, run, error: what } as Answer;
        queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data })));
      }
    }
  };
}

/** From now on the page can load no code any more. */
export function goOffline(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'none'";
  document.head.append(policy);
}
