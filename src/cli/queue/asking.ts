/**
 * The side that asks: hands parts to the queue and waits for their answers. Events say that one has come; what they miss,
 * while Redis was away, a look at the queue finds. Does not judge answers.
 */
import { randomUUID } from "node:crypto";
import { type Job as Handed, Queue, QueueEvents } from "bullmq";
import { type Connection, connect } from "./connection.ts";
import { answerKey, askerKey, PREFIX, queueOf } from "./names.ts";
import { type Answer, type Job, type Part, PROGRESS, parseAnswer } from "./part.ts";
import { BEAT, type Present, whoIsThere } from "./presence.ts";

/** A worker did not bring a part to its end; the message says why, in a sentence. */
export class PartLost extends Error {
  override readonly name = "PartLost";
  /** The worker, where it is known. */
  readonly worker: string | undefined;
  constructor(message: string, worker?: string) {
    super(message);
    this.worker = worker;
  }
}

/** No worker is there that may do a part. */
export class NobodyElse extends Error {
  override readonly name = "NobodyElse";
}

export interface Wish {
  /** Workers that must leave the part to others. */
  readonly notBy: readonly string[];
  /** Whether to give up, with {@link NobodyElse}, when nobody else is there; otherwise workers are waited for. */
  readonly orNobody: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (share: number, step: number) => void;
}

export interface Asking {
  /**
   * The answer to a part, checked for its form.
   * @throws PartLost, NobodyElse, QueueError, AnswerError, or the signal's reason
   */
  readonly ask: (part: Part, wish: Wish) => Promise<Answer>;
  /** The workers of this build that were there at the last look. */
  readonly workers: () => readonly Present[];
  /** Resolves once a worker is there. @throws QueueError if none comes */
  readonly someoneIsThere: () => Promise<void>;
  readonly queue: Connection;
  readonly end: () => Promise<void>;
}

interface Waiting {
  readonly notBy: readonly string[];
  readonly orNobody: boolean;
  readonly settle: () => void;
  readonly fail: (error: Error) => void;
  readonly onProgress: (said: unknown) => void;
  /** Looks since something was heard of it. */
  silent: number;
}

/** Time between two looks at the queue, in milliseconds, and how long whoever asks counts as alive without one. */
const LOOK = 1000;
const ALIVE = 60_000;
/** Time without a look, in milliseconds, after which Redis was away; in as much, every worker has said that it is there. */
const ABSENCE = 2 * BEAT;
/** Looks after which a part of which nothing was heard is asked about. */
const SILENT_LOOKS = 2;
/** Events that Redis keeps: enough for a short absence, since a look finds the rest. */
const MOST_EVENTS = 2000;
/** What is left when whoever asked has died is forgotten after this time, in seconds. */
const KEPT = 3600;

/** Begins to ask. @throws QueueError for a queue that cannot be used */
export async function asking(
  address: string,
  software: string,
  patience: number,
  tell: (sentence: string) => void,
): Promise<Asking> {
  const queue = await connect(address, patience, tell);
  const { redis, ask: reach } = queue;
  const asker = randomUUID();
  const name = queueOf(software);
  const shared = { connection: redis, prefix: PREFIX, skipVersionCheck: false };
  const jobs = new Queue(name, {
    ...shared,
    streams: { events: { maxLen: MOST_EVENTS } },
    defaultJobOptions: { removeOnComplete: { age: KEPT }, removeOnFail: { age: KEPT } },
  });
  const listener = redis.duplicate();
  listener.on("error", () => {});
  const events = new QueueEvents(name, { ...shared, connection: listener });
  // What goes wrong with a connection, its own watch says.
  jobs.on("error", () => {});
  events.on("error", () => {});
  const waiting = new Map<string, Waiting>();
  let present: readonly Present[] = [];
  let lastThere = performance.now();
  let saidThatNobodyIs = false;

  const askAfter = async (job: string, each: Waiting) => {
    const state = await jobs.getJobState(job);
    if (state === "completed") return each.settle();
    if (state === "unknown") return each.fail(new PartLost("Redis has lost it."));
    if (state === "failed") {
      const handed: Handed | undefined = await jobs.getJob(job);
      return each.fail(new PartLost(handed?.failedReason ?? "Redis has lost it.", handed?.processedBy));
    }
    each.silent = 0;
  };
  const heard = (job: string, hear: (each: Waiting) => void) => {
    const each = waiting.get(job);
    if (!each) return;
    each.silent = 0;
    hear(each);
  };
  events.on("completed", ({ jobId }) => heard(jobId, ({ settle }) => settle()));
  events.on("failed", ({ jobId }) =>
    heard(jobId, (each) => {
      askAfter(jobId, each).catch(() => {});
    }),
  );
  events.on("progress", ({ jobId, data }) => heard(jobId, ({ onProgress }) => onProgress(data)));
  events.on("stalled", ({ jobId }) => {
    heard(jobId, () => tell("A worker was lost; its part goes to another."));
  });

  let lastLook = performance.now();
  let settledAt = 0;

  const seeWhoIsThere = async () => {
    const now = performance.now();
    // After an absence of Redis, workers first have to say again that they are there.
    if (now - lastLook > ABSENCE) [settledAt, lastThere] = [now + ABSENCE, now];
    lastLook = now;
    if (now < settledAt) return;
    const all = await whoIsThere(redis);
    present = all.filter((each) => each.software === software);
    if (present.length > 0) {
      lastThere = performance.now();
      if (saidThatNobodyIs) tell("A worker is there.");
      saidThatNobodyIs = false;
      return;
    }
    const others = [...new Set(all.map((each) => each.software))];
    const instead = others.length > 0 ? ` Workers of another version are there: ${others.join(", ")}.` : "";
    const start = `npm run worker -- --queue ${queue.address}`;
    if (performance.now() - lastThere > patience)
      queue.giveUp(
        `No worker of ${software} took parts from ${queue.address} for ${Math.round(patience / 1000)} s.${instead} Start one: ${start}`,
      );
    else if (!saidThatNobodyIs && performance.now() - lastThere > LOOK) {
      saidThatNobodyIs = true;
      tell(
        `No worker of ${software} takes parts from ${queue.address}; waiting up to ${Math.round(patience / 1000)} s.${instead} Start one: ${start}`,
      );
    }
  };
  const look = async () => {
    await redis.set(askerKey(asker), "1", "PX", ALIVE);
    await seeWhoIsThere();
    for (const [job, each] of waiting) {
      each.silent += 1;
      if (each.orNobody && !present.some(({ name }) => !each.notBy.includes(name)))
        each.fail(new NobodyElse("No other worker is there."));
      else if (each.silent > SILENT_LOOKS) await askAfter(job, each);
    }
  };
  let hasEnded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookOnceMore = () => {
    if (hasEnded || queue.broken.aborted) return;
    timer = setTimeout(() => {
      // While Redis is away, its own watch counts the time.
      reach(look()).then(lookOnceMore, () => lookOnceMore());
    }, LOOK);
  };
  const onBroken = () => {
    clearTimeout(timer);
    for (const { fail } of waiting.values()) fail(queue.broken.reason);
  };
  queue.broken.addEventListener("abort", onBroken, { once: true });

  const ask = async (part: Part, { notBy, orNobody, signal, onProgress }: Wish): Promise<Answer> => {
    signal.throwIfAborted();
    const { experiment, parameters, seed, stride, backend } = part;
    const job: Job = { software, asker, notBy, experiment, parameters, seed, stride, backend };
    const id = randomUUID();
    const settled = new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.delete(id);
        signal.removeEventListener("abort", onAbort);
      };
      const fail = (error: Error) => {
        leave();
        reject(error);
      };
      const onAbort = () => fail(signal.reason);
      signal.addEventListener("abort", onAbort, { once: true });
      waiting.set(id, {
        notBy,
        orNobody,
        silent: 0,
        fail,
        settle: () => {
          leave();
          resolve();
        },
        onProgress: (said) => {
          const parsed = PROGRESS.safeParse(said);
          if (parsed.success) onProgress?.(parsed.data.progress, parsed.data.step);
        },
      });
    });
    settled.catch(() => {});
    try {
      // What is compared holds other answers back: it is done before what waits.
      const adding = reach(jobs.add("part", job, { jobId: id, lifo: orNobody }));
      adding.catch((error: Error) => waiting.get(id)?.fail(error));
      await settled;
      const text = await reach(redis.getdel(answerKey(id)));
      if (text === null) throw new PartLost("Redis has lost its answer.");
      const answer = parseAnswer(text, part, software);
      if (notBy.includes(answer.worker))
        throw new PartLost(`${answer.worker} answered, who was not asked.`, answer.worker);
      return answer;
    } finally {
      if (!queue.broken.aborted) jobs.remove(id).catch(() => {});
    }
  };
  const someoneIsThere = async () => {
    lastThere = performance.now();
    while (true) {
      await reach(seeWhoIsThere());
      queue.broken.throwIfAborted();
      if (present.length > 0) return;
      await new Promise((done) => setTimeout(done, LOOK / 4));
    }
  };
  const end = async () => {
    hasEnded = true;
    clearTimeout(timer);
    queue.broken.removeEventListener("abort", onBroken);
    const left = [...waiting.keys()];
    if (redis.status === "ready")
      await Promise.allSettled([redis.del(askerKey(asker)), ...left.map((id) => jobs.remove(id))]);
    await Promise.allSettled([events.close(), jobs.close()]);
    listener.disconnect();
    queue.close();
  };
  try {
    await reach(Promise.all([jobs.waitUntilReady(), events.waitUntilReady()]));
    await reach(look());
  } catch (error) {
    await end();
    throw error;
  }
  lookOnceMore();
  return { ask, workers: () => present, someoneIsThere, queue, end };
}
