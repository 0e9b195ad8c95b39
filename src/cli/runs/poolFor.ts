/** What runs a command's runs: workers of this process or, with --queue, those of a queue. The only place that knows both. */
import { coresHere } from "../../runtime/workers/cores.ts";
import { createPool, type Pool } from "../../runtime/workers/pool.ts";
import { bridgeTo } from "../../runtime/workers/workerBridge.ts";
import type { QueueOptions } from "../queue/options.ts";
import { rewriteLine } from "../terminal.ts";
import { threadWorker } from "./threadWorker.ts";

export interface PoolWanted {
  /** Threads of this process; as many as cores, if missing. */
  readonly workers?: number | undefined;
  /** The queue that is asked instead, off `queueFrom`. */
  readonly queue?: QueueOptions | null | undefined;
}

/** The pool that is asked for, to be ended by whoever asked. @throws QueueError for a queue that cannot be used */
export async function poolFor({ workers = coresHere(), queue }: PoolWanted): Promise<Pool> {
  if (!queue) return localPool(workers);
  const { queuePool } = await import("../queue/pool.ts");
  const { address, ...options } = queue;
  return queuePool(address, {
    ...options,
    here: () => localPool(workers),
    tell: (sentence) => {
      rewriteLine("");
      console.error(sentence);
    },
  });
}

/** Threads of this process, none of which is started before it is needed. */
export function localPool(threads: number): Pool {
  return createPool(() => bridgeTo(threadWorker()), threads);
}
