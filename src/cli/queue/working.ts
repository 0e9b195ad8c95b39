/**
 * The side that computes: takes parts from the queue and answers them, as long as it is asked to. Whatever it is handed is
 * checked as a record would be before anything runs.
 */
import { DelayedError, type Job as Handed, UnrecoverableError, Worker } from "bullmq";
import type { Pool } from "../../runtime/workers/pool.ts";
import { UsageError } from "../command.ts";
import { connect } from "./connection.ts";
import { answerKey, askerKey, PREFIX, queueOf } from "./names.ts";
import { answerAsText, type Job, JobError, parseJob, partInWords } from "./part.ts";
import { BEAT, sayGone, sayPresent } from "./presence.ts";
import { lastOf } from "./result.ts";

export interface WorkingOptions {
  readonly name: string;
  readonly software: string;
  /** What computes. */
  readonly pool: Pool;
  /** How long, in milliseconds, a queue that is away is waited for. */
  readonly patience: number;
  readonly tell: (sentence: string) => void;
  /** A part is begun (1) or ended (−1). */
  readonly count?: (change: 1 | -1) => void;
}

export interface Working {
  /** Resolves when it has stopped. @throws QueueError when the queue cannot be used any more */
  readonly ended: Promise<void>;
  /** Takes nothing more, and stops when what is under way is done. */
  readonly stop: () => Promise<void>;
}

/** A worker that is silent for so long is taken for lost, in milliseconds: its threads compute, so it is not busy itself. */
const LOST_AFTER = 10_000;
const LOOK_FOR_LOST = 3000;
/** A part that so many workers were lost over is given up. */
const MOST_LOST = 3;
/** How long a part that is for others is left to them, in milliseconds. */
const FOR_OTHERS = 200;
/** Least time between two reports of a part, in milliseconds. */
const REPORT = 1000;
/** Time between two looks whether whoever asked is still there, in milliseconds. */
const LOOK_FOR_ASKER = 10_000;
/** An answer that is not fetched is forgotten, in milliseconds. */
const ANSWER_KEPT = 3_600_000;

/** Begins to take parts. @throws QueueError for a queue that cannot be used, UsageError for a name that is taken */
export async function working(address: string, options: WorkingOptions): Promise<Working> {
  const { name, software, pool, patience, tell, count } = options;
  const queue = await connect(address, patience, tell);
  const { redis, ask: reach, broken } = queue;
  const present = { name, software, threads: pool.cores };
  if (!(await reach(sayPresent(redis, present, true)))) {
    queue.close();
    throw new UsageError(`A worker with the name “${name}” is there already.`);
  }
  const beat = setInterval(() => void sayPresent(redis, present, false).catch(() => {}), BEAT);

  const refused = (id: string | undefined, sentence: string) => {
    tell(`Job ${id} is refused: ${sentence}`);
    return new UnrecoverableError(sentence);
  };
  const jobIn = ({ id, data }: Handed): Job => {
    try {
      return parseJob(data, software, pool.cores);
    } catch (error) {
      if (!(error instanceof JobError)) throw error;
      throw refused(id, error.message);
    }
  };
  const process = async (handed: Handed, token: string | undefined) => {
    const job = jobIn(handed);
    if (job.notBy.includes(name)) {
      await handed.moveToDelayed(Date.now() + FOR_OTHERS, token);
      throw new DelayedError();
    }
    if (!(await redis.exists(askerKey(job.asker)))) throw refused(handed.id, "Nobody waits for it any more.");
    const leaving = new AbortController();
    const onBroken = () => leaving.abort(broken.reason);
    broken.addEventListener("abort", onBroken, { once: true });
    const looking = setInterval(() => {
      redis.exists(askerKey(job.asker)).then(
        (isThere) => isThere || leaving.abort(new UnrecoverableError("Nobody waits for it any more.")),
        () => {},
      );
    }, LOOK_FOR_ASKER);
    let reported = performance.now();
    count?.(1);
    try {
      const outcome = await lastOf(pool, job, leaving.signal, ({ progress, step }) => {
        if (performance.now() - reported < REPORT) return;
        reported = performance.now();
        handed.updateProgress({ progress, step }).catch(() => {});
      });
      await redis.set(answerKey(handed.id ?? ""), answerAsText(software, name, outcome), "PX", ANSWER_KEPT);
      return name;
    } catch (error) {
      tell(`${partInWords(job)}: ${(error as Error).message}`);
      throw error;
    } finally {
      count?.(-1);
      clearInterval(looking);
      broken.removeEventListener("abort", onBroken);
    }
  };
  const worker = new Worker(queueOf(software), process, {
    connection: redis,
    prefix: PREFIX,
    name,
    concurrency: pool.cores,
    lockDuration: LOST_AFTER,
    stalledInterval: LOOK_FOR_LOST,
    maxStalledCount: MOST_LOST,
  });
  // A connection that is away, and an answer that came after its part was given to another: both are nobody's fault.
  worker.on("error", () => {});
  const ended = Promise.withResolvers<void>();
  let isStopping = false;
  const gone = new Promise<void>((resolve) => {
    broken.addEventListener("abort", () => resolve(), { once: true });
  });
  /** What is under way is waited for only as long as there is a queue that would take its answer. */
  const leave = async (force: boolean) => {
    clearInterval(beat);
    if (redis.status === "ready") await Promise.race([sayGone(redis, name).catch(() => {}), gone]);
    await Promise.race([worker.close(force).catch(() => {}), gone.then(() => worker.disconnect())]);
    pool.end();
    queue.close();
  };
  broken.addEventListener(
    "abort",
    () => {
      if (isStopping) return;
      isStopping = true;
      void leave(true).finally(() => ended.reject(broken.reason));
    },
    { once: true },
  );
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await leave(false);
    ended.resolve();
  };
  try {
    await reach(worker.waitUntilReady());
  } catch (error) {
    ended.promise.catch(() => {});
    if (!isStopping) await leave(true);
    throw error;
  }
  return { ended: ended.promise, stop };
}
