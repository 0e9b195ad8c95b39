/** How a page makes workers. For the bundler only. */

import { SOFTWARE as worker } from "../keep/software.ts";
import { bridgeTo, type WorkerBridge, WorkerError } from "./workerBridge.ts";

/** Starts a page's worker. That it cannot be loaded shows at the first request. @throws WorkerError where there are none */
export function startPageWorker(): WorkerBridge {
  if (typeof Worker === "undefined")
    throw new WorkerError(
      "This browser has no workers, in which this page computes, or they are switched off. Open the page in another one.",
    );
  return bridgeTo(new Worker(addressHere(), { type: "module", name: "two-layers" }));
}

/**
 * The address of the worker's code. A frame in a sandbox has no origin, and may start no worker from a file: there it is a
 * line of code that imports the file, as any page may where the host lets it (access-control-allow-origin). The line is in
 * the address itself: Chromium starts no module from a blob of a frame without an origin.
 */
function addressHere(): string {
  if (self.origin !== "null") return worker;
  const { href } = new URL(worker, import.meta.url);
  return `data:text/javascript,${encodeURIComponent(`import ${JSON.stringify(href)};`)}`;
}
