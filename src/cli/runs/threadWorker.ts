/** A worker thread of Node, made to look like a worker of a page. */
import { type Transferable, Worker } from "node:worker_threads";
import type { WorkerLike } from "../../runtime/workers/workerBridge.ts";

class ThreadWorker extends EventTarget implements WorkerLike {
  readonly #thread: Worker;
  constructor(file: URL, given: unknown) {
    super();
    this.#thread = new Worker(file, { workerData: given });
    this.#thread.on("message", (data: unknown) => this.dispatchEvent(new MessageEvent("message", { data })));
    this.#thread.on("error", ({ message }: Error) =>
      this.dispatchEvent(Object.assign(new Event("error"), { message })),
    );
  }
  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#thread.postMessage(message, transfer);
  }
  terminate(): void {
    void this.#thread.terminate();
  }
}

/**
 * Starts a thread, by itself the one that runs experiments. It keeps the process alive until it is terminated.
 * @param given what the thread finds as its `workerData`: the address of a file loses what is behind its "?"
 */
export function threadWorker(file = new URL("worker.ts", import.meta.url), given?: unknown): WorkerLike {
  return new ThreadWorker(file, given);
}
