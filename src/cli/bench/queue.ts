/**
 * Times the same parts on threads of this machine and over a queue, by one worker and by two, in turns. Starts the workers
 * itself, as processes of their own with one thread each; Redis has to be there. Times nothing on other machines.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { rounded } from "../../bench/result.ts";
import { experimentNamed } from "../../catalogue/experiments.ts";
import { requestFor } from "../../experiments/request.ts";
import { median } from "../../math/statistics.ts";
import type { Pool } from "../../runtime/workers/pool.ts";
import { poolFor } from "../runs/poolFor.ts";
import { aligned } from "./table.ts";

const WORKER = fileURLToPath(new URL("../worker.ts", import.meta.url));
/** A part that trains: this experiment with its default parameters, about a second of one core. */
const EXPERIMENT = "phase-diagram/decay";
const PARTS = 24;
const ROUNDS = 3;
/** As verify, grade and try have it, and so rarely that only a worker's first part is. */
const COMPARED = { usual: 20, hardly: 1_000_000 };
/** How long Redis and the workers are waited for, in milliseconds. */
const PATIENCE = 60_000;
/** The first column that holds numbers. */
const FIRST_NUMBER = 1;

/** Seconds that each way took in each round, in the order of {@link WAYS}. */
export type Rounds = readonly (readonly number[])[];

const WAYS = [
  "one thread, without a queue",
  "two threads, without a queue",
  "one worker",
  "two workers",
  `two workers, one part in ${COMPARED.usual} compared`,
];
/** Which way each is held against. */
const AGAINST = [0, 0, 2, 2, 2];

/** Times all ways on the Redis at this address. @throws QueueError for one that cannot be used */
export async function timeQueue(
  address: string,
  onRound: (round: number, of: number) => void,
): Promise<Rounds> {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    onRound(round + 1, ROUNDS);
    const here = async (workers: number) => timed(await poolFor({ workers }));
    const over = async (compareEvery: number) =>
      timed(await poolFor({ queue: { address, compareEvery, patience: PATIENCE } }));
    const local = [await here(1), await here(2)];
    const workers = [await startWorker(address)];
    try {
      const one = await over(COMPARED.hardly);
      workers.push(await startWorker(address));
      rounds.push([...local, one, await over(COMPARED.hardly), await over(COMPARED.usual)]);
    } finally {
      await Promise.all(workers.map(stopped));
    }
  }
  return rounds;
}

/** Medians of the rounds as a table, with how many times as fast each way is as one thread or worker, and the range of that. */
export function queueTable(rounds: Rounds): string {
  const rows = WAYS.map((way, k) => {
    const seconds = rounds.map((round) => round[k] as number);
    const ratios = rounds.map((round) => (round[AGAINST[k] as number] as number) / (round[k] as number));
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    const range = AGAINST[k] === k ? "" : `${least.toFixed(2)} to ${most.toFixed(2)}`;
    return [way, rounded(median(seconds)), median(ratios).toFixed(2), range];
  });
  return aligned([["by", "seconds", "ratio", "range"], ...rows], FIRST_NUMBER);
}

/** What the table shows, in a sentence. */
export const queueLine = `${PARTS} parts of ${EXPERIMENT}; medians of ${ROUNDS} rounds. A ratio is to one thread, or to one worker, in the same round. Two threads without a queue tell how much the second core of this machine is worth now.`;

async function timed(pool: Pool): Promise<number> {
  const experiment = experimentNamed(EXPERIMENT);
  const device = await pool.deviceFor("wasm");
  const { signal } = new AbortController();
  const part = async (seed: number) => {
    const request = { ...requestFor(experiment, {}, seed), stride: Number.MAX_SAFE_INTEGER };
    for await (const { measurement } of pool.run(request, device, signal)) if (measurement.finished) return;
    throw new Error(`A part of ${EXPERIMENT} ended before its end.`);
  };
  // Threads that start, kernels that are compiled: not what a long queue of parts takes.
  await Promise.all(Array.from({ length: pool.cores }, () => part(0)));
  const begun = performance.now();
  await Promise.all(Array.from({ length: PARTS }, (_, k) => part(k + 1)));
  const seconds = (performance.now() - begun) / 1000;
  pool.end();
  return seconds;
}

/** Starts one with a thread, and waits until it takes parts. @throws Error if it does not */
async function startWorker(address: string): Promise<ChildProcess> {
  const words = ["--queue", address, "--workers", "1", "--name", `bench-${randomUUID().slice(0, 8)}`];
  const worker = spawn(process.execPath, [WORKER, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  return new Promise((resolve, reject) => {
    for (const stream of [worker.stdout, worker.stderr])
      stream.on("data", (more) => {
        said += more;
        if (said.includes("takes parts from")) resolve(worker);
      });
    worker.once("close", () => reject(new Error(said.trim() || "A worker ended before it took a part.")));
  });
}

async function stopped(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.kill("SIGTERM");
  await ended;
}
