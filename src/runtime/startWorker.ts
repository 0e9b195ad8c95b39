/** Where workers come from: a page's, unless the program has others. */
import { bridgeTo, type WorkerBridge, type WorkerLike } from "./workerBridge.ts";

let hire = (): WorkerLike =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "two-layers" });

/** Starts a worker. That it cannot be loaded shows at the first request. */
export function startWorker(): WorkerBridge {
  return bridgeTo(hire());
}

/** Has workers made in another way than a page's from now on. */
export function hireWith(other: () => WorkerLike): void {
  hire = other;
}
