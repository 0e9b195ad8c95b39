/** A worker thread of Node, made to look like a worker of a page. */
import { type Transferable, Worker } from "node:worker_threads";
import type { WorkerLike } from "../../runtime/workerBridge.ts";

class ThreadWorker extends EventTarget implements WorkerLike {
  readonly #thread = new Worker(new URL("worker.ts", import.meta.url));
  constructor() {
    super();
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

/** Starts a thread. It keeps the process alive until it is terminated. */
export function threadWorker(): WorkerLike {
  return new ThreadWorker();
}
