/** What things are called in Redis, for those who ask and for those who compute. */
import { createHash } from "node:crypto";

/** Before the name of every key. */
export const PREFIX = "two-layers";

/** The queue of a build: a worker of another one never sees its parts. */
export function queueOf(build: string): string {
  return `parts-${createHash("sha256").update(build).digest("hex").slice(0, 12)}`;
}

/** Where the answer to a job is, until it is fetched. */
export const answerKey = (job: string) => `${PREFIX}:answer:${job}`;
/** There as long as whoever asked is alive. */
export const askerKey = (asker: string) => `${PREFIX}:asker:${asker}`;
export const workerKey = (name: string) => `${PREFIX}:worker:${name}`;
/** The names of all workers that were there lately. */
export const WORKERS = `${PREFIX}:workers`;
