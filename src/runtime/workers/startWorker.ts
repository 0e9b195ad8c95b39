/** How a page makes workers, and how many of them compute at the same time. */
import { bridgeTo, type WorkerBridge } from "./workerBridge.ts";

const MOST_WORKERS = 8;

/** As many as there are cores, at most 8. */
export function coresHere(): number {
  return Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 2));
}

/** Starts a page's worker. That it cannot be loaded shows at the first request. */
export function startPageWorker(): WorkerBridge {
  return bridgeTo(
    new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "two-layers" }),
  );
}
