/**
 * One worker as the page sees it: requests that can be awaited, runs that can be aborted. A worker that does not react
 * to an abort in good time is ended, with whatever else it was doing.
 */
import type { BackendName, Device } from "../../engine/backends.ts";
import type { Trials } from "../../engine/choice.ts";
import type { PieceGradient } from "../../engine/divided.ts";
import type { Network } from "../../engine/network.ts";
import type { Workload } from "../../engine/workload.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import type { Request as Run } from "../../experiments/request.ts";
import { RemoteError } from "./errors.ts";
import type { Answer, Request, RunRequest } from "./protocol.ts";
import { whenOnTime } from "./whenOnTime.ts";

/** How long, in milliseconds, an aborted run may take to stop. */
const PATIENCE = 1500;

/**
 * How often, in milliseconds, the page looks whether a worker that owes an answer has given a sign of life, and how
 * many looks in vain are allowed. Looks are counted, not time, and only those that came on time.
 */
const LISTENING_TIME = 3000;
const LOOKS_IN_VAIN = 4;

/** The worker could not be loaded, or died. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}

/** What is needed of a worker: a page's, or one that looks like it. */
export interface WorkerLike extends EventTarget {
  postMessage(message: unknown): void;
  terminate(): void;
}

export interface WorkerBridge {
  readonly open: (backend: BackendName) => Promise<Device>;
  /** Steps per second of WebGPU and of WebAssembly on a workload, or why there are none. */
  readonly tryOut: (workload: Workload, stride: number) => Promise<Trials>;
  /** A run is under way as long as its generator is; leaving the generator stops it. */
  readonly run: (request: RunRequest, signal: AbortSignal) => AsyncGenerator<Measurement>;
  /** A piece of the gradient of a run that this worker helps with; one piece at a time. */
  readonly gradientOf: (of: Run, piece: number, network: Network) => Promise<PieceGradient>;
  readonly end: () => void;
  /** False once the worker was ended or died: it must not be used again. */
  readonly isAlive: () => boolean;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

let lastRun = 0;

/** Starts talking to a worker. That it cannot be loaded shows at the first request. */
export function bridgeTo(worker: WorkerLike): WorkerBridge {
  // Answers that are awaited, by what was asked and for which run.
  const waiting = new Map<string, Waiting>();
  let looksInVain = 0;
  let death: WorkerError | null = null;

  const die = (message: string) => {
    stopListening();
    death ??= new WorkerError(message);
    worker.terminate();
    for (const { reject } of waiting.values()) reject(death);
    waiting.clear();
  };
  const stopListening = whenOnTime(LISTENING_TIME, () => {
    looksInVain = waiting.size > 0 ? looksInVain + 1 : 0;
    if (looksInVain > LOOKS_IN_VAIN) die("The part of this page that computes fell silent.");
  });
  worker.addEventListener("message", (event) => {
    const { data } = event as MessageEvent<Answer>;
    looksInVain = 0;
    const key = `${data.to} ${"run" in data ? data.run : 0}`;
    waiting.get(key)?.resolve(data);
    waiting.delete(key);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    const { message } = event as ErrorEvent;
    const what = message ? `stopped working (${message})` : "could not be loaded";
    die(`The part of this page that computes ${what}. Check your connection and reload the page.`);
  });

  const ask = (request: Exclude<Request, { kind: "start" }>): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      if (death) return reject(death);
      if (waiting.size === 0) looksInVain = 0;
      waiting.set(`${request.kind} ${"run" in request ? request.run : 0}`, { resolve, reject });
      worker.postMessage(request);
    }).then((answer) => {
      if ("error" in answer) throw new RemoteError(answer.error);
      return answer;
    });

  const stop = async (run: number): Promise<void> => {
    waiting.delete(`next ${run}`);
    const endWaiting = whenOnTime(PATIENCE, () =>
      die("A run did not stop in good time and was ended with its worker."),
    );
    await ask({ kind: "stop", run }).catch(() => {});
    endWaiting();
  };

  async function* run({ lenses, ...request }: RunRequest, signal: AbortSignal): AsyncGenerator<Measurement> {
    if (death) throw death;
    lastRun += 1;
    const number = lastRun;
    worker.postMessage({ kind: "start", run: number, request } satisfies Request);
    let isFinished = false;
    try {
      while (true) {
        const next = { kind: "next", run: number, ...(lenses ? { lenses: lenses() } : {}) } as const;
        const answer = await unlessAborted(signal, () => ask(next));
        if (!("measurement" in answer) || !answer.measurement) {
          if (!isFinished) throw new WorkerError("The part of this page that computes lost its run.");
          return;
        }
        isFinished = answer.measurement.finished;
        yield answer.measurement;
      }
    } finally {
      await stop(number);
    }
  }

  const open = async (backend: BackendName): Promise<Device> => {
    const answer = await ask({ kind: "open", backend });
    if (!("device" in answer)) throw new WorkerError("The worker answered another question.");
    return answer.device;
  };
  const tryOut = async (workload: Workload, stride: number): Promise<Trials> => {
    const answer = await ask({ kind: "try", workload, stride });
    if (!("trials" in answer)) throw new WorkerError("The worker answered another question.");
    return answer.trials;
  };
  const gradientOf = async (of: Run, piece: number, network: Network): Promise<PieceGradient> => {
    const answer = await ask({ kind: "piece", run: 0, of, piece, network });
    if (!("gradient" in answer)) throw new WorkerError("The worker answered another question.");
    return answer.gradient;
  };
  return {
    open,
    tryOut,
    run,
    gradientOf,
    end: () => die("The worker was ended."),
    isAlive: () => death === null,
  };
}

/** The result of `work`, or the abort's reason if that comes first. */
function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", onAbort));
  });
}
