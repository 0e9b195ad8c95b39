/**
 * A connection to the Redis of a queue, and for how long one that is away is waited for. Whatever waits for an answer
 * gives up when `broken` says so: nothing waits for ever.
 */
import { Redis } from "ioredis";
import { QueueError } from "../command.ts";
import { withoutPassword } from "./options.ts";

export interface Connection {
  readonly redis: Redis;
  /** The address as it may be shown. */
  readonly address: string;
  /** Aborted, with a QueueError, when the queue cannot be used (any more). */
  readonly broken: AbortSignal;
  /** Gives the queue up. */
  readonly giveUp: (sentence: string) => void;
  /** The result of work on the queue. @throws QueueError if that cannot be used, or if Redis refuses the work */
  readonly ask: <T>(work: Promise<T>) => Promise<T>;
  readonly close: () => void;
}

/** A Redis that has not been heard of for so long, in milliseconds, is said to be away. */
const SILENCE = 1500;
/** Longest time between two attempts to reach it, in milliseconds. */
const MOST_PAUSE = 1000;

/** Connects. @param patience how long, in milliseconds, it may be away @throws QueueError */
export async function connect(
  address: string,
  patience: number,
  tell: (sentence: string) => void,
): Promise<Connection> {
  const shown = withoutPassword(address);
  const breaking = new AbortController();
  const broken = breaking.signal;
  const redis = new Redis(address, {
    maxRetriesPerRequest: null,
    connectTimeout: Math.min(patience, 10_000),
    retryStrategy: (times) => (broken.aborted ? null : Math.min(100 * times, MOST_PAUSE)),
  });
  let [isAway, isClosed] = [false, false];
  let reason = "";
  let timers: ReturnType<typeof setTimeout>[] = [];
  const because = () => (reason ? ` (${reason})` : "");
  const giveUp = (sentence: string) => {
    stopWaiting();
    if (!broken.aborted) breaking.abort(new QueueError(sentence));
    redis.disconnect();
  };
  const wait = () => {
    if (timers.length > 0 || broken.aborted || isClosed) return;
    const seconds = Math.round(patience / 1000);
    const sayIt = () => {
      isAway = true;
      tell(`The queue at ${shown} does not answer${because()}; waiting up to ${seconds} s.`);
    };
    const end = () => giveUp(`The queue at ${shown} did not answer for ${seconds} s${because()}.`);
    timers = [setTimeout(sayIt, SILENCE), setTimeout(end, patience)];
  };
  const stopWaiting = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  redis.on("error", (error: NodeJS.ErrnoException) => {
    reason = error.code ?? error.message;
    if (error.name === "ParserError" || /Protocol error/.test(error.message))
      giveUp(`What answers at ${shown} is no Redis.`);
    else if (/^(NOAUTH|WRONGPASS|NOPERM)|invalid password/.test(error.message))
      giveUp(`The queue at ${shown} lets nobody in with this name and password: ${error.message}`);
    else wait();
  });
  redis.on("close", wait);
  redis.on("ready", () => {
    stopWaiting();
    if (isAway) tell(`The queue at ${shown} answers again.`);
    isAway = false;
  });
  wait();
  const unlessBroken = <T>(work: Promise<T>): Promise<T> => {
    if (broken.aborted) {
      work.catch(() => {});
      return Promise.reject(broken.reason);
    }
    return new Promise((resolve, reject) => {
      const onBroken = () => reject(broken.reason);
      broken.addEventListener("abort", onBroken, { once: true });
      work.then(resolve, reject).finally(() => broken.removeEventListener("abort", onBroken));
    });
  };
  const ask = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await unlessBroken(work);
    } catch (error) {
      if (broken.aborted) throw broken.reason;
      const refusal = refusalOf(error as Error, shown);
      if (refusal === null) throw error;
      giveUp(refusal);
      throw broken.reason;
    }
  };
  await ask(redis.ping());
  const close = () => {
    isClosed = true;
    stopWaiting();
    redis.disconnect();
  };
  return { redis, address: shown, broken, giveUp, ask, close };
}

/** What a Redis that refuses means, in a sentence; null for what is no refusal of Redis. */
function refusalOf({ message }: Error, shown: string): string | null {
  if (/OOM command not allowed/.test(message))
    return `The queue at ${shown} is full: its Redis has reached its maxmemory. Give it more, or send less at a time.`;
  if (/^(NOAUTH|WRONGPASS|NOPERM)/.test(message))
    return `The queue at ${shown} lets nobody in with this name and password: ${message}`;
  if (/READONLY|MISCONF/.test(message)) return `The queue at ${shown} does not take anything: ${message}`;
  if (/Redis version needs to be|unknown command/i.test(message))
    return `The Redis at ${shown} is too old for a queue: ${message}`;
  return null;
}
