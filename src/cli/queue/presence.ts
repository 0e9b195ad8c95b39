/** Which workers are there: each says so itself, every few seconds, and is forgotten when it does not. */
import type { Redis } from "ioredis";
import * as z from "zod";
import { WORKERS, workerKey } from "./names.ts";

/** A worker that is there. */
export interface Present {
  readonly name: string;
  readonly software: string;
  /** Parts that it computes at the same time. */
  readonly threads: number;
}

/** How often a worker says that it is there, and after what time one that does not is forgotten; in milliseconds. */
export const BEAT = 2000;
const FORGOTTEN_AFTER = 10_000;

/** A name may stand in a key and on a line. */
export const WORKER_NAME = /^[\w.@-]{1,100}$/;

const PRESENT = z.strictObject({
  name: z.string().regex(WORKER_NAME),
  software: z.string().max(200),
  threads: z.int().min(1).max(1024),
});

/** Says that a worker is there. @returns false for the first time of one whose name is taken */
export async function sayPresent(redis: Redis, worker: Present, isFirst: boolean): Promise<boolean> {
  const [key, text] = [workerKey(worker.name), JSON.stringify(worker)];
  const set = isFirst
    ? await redis.set(key, text, "PX", FORGOTTEN_AFTER, "NX")
    : await redis.set(key, text, "PX", FORGOTTEN_AFTER);
  await redis.sadd(WORKERS, worker.name);
  return set === "OK";
}

export async function sayGone(redis: Redis, name: string): Promise<void> {
  await redis.del(workerKey(name));
  await redis.srem(WORKERS, name);
}

/** All workers, of whatever build. */
export async function whoIsThere(redis: Redis): Promise<Present[]> {
  const names = await redis.smembers(WORKERS);
  if (names.length === 0) return [];
  const texts = await redis.mget(names.map(workerKey));
  const gone = names.filter((_, k) => texts[k] === null);
  if (gone.length > 0) await redis.srem(WORKERS, ...gone);
  return texts.flatMap((text, k) => {
    const parsed = PRESENT.safeParse(text === null || text === undefined ? null : parsedJson(text));
    return parsed.success && parsed.data.name === names[k] ? [parsed.data] : [];
  });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
