/** How a page makes workers, and how many of them compute at the same time. */
import { bridgeTo, type WorkerBridge, WorkerError } from "./workerBridge.ts";

const MOST_WORKERS = 8;

/** As many as there are cores, at most 8. */
export function coresHere(): number {
  return Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 2));
}

/** Starts a page's worker. That it cannot be loaded shows at the first request. @throws WorkerError where there are none */
export function startPageWorker(): WorkerBridge {
  if (typeof Worker === "undefined")
    throw new WorkerError(
      "This browser has no workers, in which this page computes, or they are switched off. Open the page in another one.",
    );
  return bridgeTo(
    new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "two-layers" }),
  );
}
