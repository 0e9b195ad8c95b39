/**
 * A pool whose workers are elsewhere: parts go over a queue on Redis to whoever runs `npm run worker`. Measures what local
 * workers measure, in the same bits.
 */
import { BACKEND_LABELS, type Device } from "../../engine/backends.ts";
import type { Measured, Pool } from "../../runtime/workers/pool.ts";
import type { RunRequest } from "../../runtime/workers/protocol.ts";
import { asking } from "./asking.ts";
import { buildHere } from "./build.ts";
import { comparing } from "./comparing.ts";
import type { QueueOptions } from "./options.ts";
import { type Answer, bitsOf, type Part } from "./part.ts";
import { lastOf } from "./result.ts";

export interface QueuePoolOptions extends Omit<QueueOptions, "address"> {
  /** Workers of this machine, which decide where others differ and no third is there. */
  readonly here: () => Pool;
  /** Takes what happens, in sentences: retries, workers that are lost, differ, or are waited for. */
  readonly tell: (sentence: string) => void;
}

/** Parts that are handed out for each thread, so that none waits for the next, and at least. */
const PER_THREAD = 2;
const LEAST_LANES = 64;

/**
 * Connects, and waits for a first worker.
 * @throws QueueError for a queue that cannot be used, or that nobody works for; its pool's runs throw it too, and Error for a part that is given up
 */
export async function queuePool(
  address: string,
  { compareEvery, patience, here, tell }: QueuePoolOptions,
): Promise<Pool> {
  const software = buildHere();
  const desk = await asking(address, software, patience, tell);
  let local: Pool | null = null;
  const referee = async (part: Part, signal: AbortSignal): Promise<Answer> => {
    local ??= here();
    const outcome = await lastOf(local, part, signal);
    return { worker: "this machine", outcome, bits: bitsOf(outcome) };
  };
  const answerTo = comparing({
    every: compareEvery,
    ask: desk.ask,
    workers: () => desk.workers().map(({ name }) => name),
    referee,
    tell,
  });
  const end = () => {
    local?.end();
    void desk.end();
  };
  const threads = () =>
    Math.max(
      1,
      desk.workers().reduce((sum, each) => sum + each.threads, 0),
    );
  try {
    await desk.someoneIsThere();
  } catch (error) {
    end();
    throw error;
  }
  return {
    get cores() {
      return threads();
    },
    get lanes() {
      return Math.max(LEAST_LANES, PER_THREAD * threads());
    },
    deviceFor: async (asked) => ({
      backend: asked === "cpu" ? "cpu" : "wasm",
      adapter: null,
      reason:
        asked === "webgpu"
          ? `Workers of a queue compute on ${BACKEND_LABELS.wasm}, where bits can be compared.`
          : "",
    }),
    run: (request, wanted, signal) => runOver(answerTo, request, wanted, signal),
    tryOut: () => Promise.reject(new Error("Workers of a queue are not timed.")),
    end,
  };
}

/** Reports how far a part is, when that is known, and at last what it measured. */
async function* runOver(
  answerTo: ReturnType<typeof comparing>,
  { experiment, parameters, seed, stride }: RunRequest,
  device: Device,
  signal: AbortSignal,
): AsyncGenerator<Measured> {
  const backend = device.backend === "cpu" ? "cpu" : "wasm";
  const part: Part = { experiment, parameters, seed, stride, backend };
  const leaving = new AbortController();
  const onAbort = () => leaving.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener("abort", onAbort, { once: true });
  let news: { readonly progress: number; readonly step: number } | null = null;
  let told = -1;
  let wake = () => {};
  const onProgress = (progress: number, step: number) => {
    news = { progress, step };
    wake();
  };
  const answered = answerTo(part, { signal: leaving.signal, onProgress });
  answered.catch(() => {});
  try {
    while (true) {
      const somethingNew = new Promise<null>((resolve) => {
        wake = () => resolve(null);
      });
      const answer = await Promise.race([answered, somethingNew]);
      if (answer) {
        if ("error" in answer.outcome) throw rebuilt(answer.outcome.error);
        yield { measurement: answer.outcome.measurement, device, mishaps: [] };
        return;
      }
      const { progress, step } = news ?? { progress: 0, step: 0 };
      // A part that is done again begins again.
      if (progress <= told) continue;
      told = progress;
      yield {
        measurement: { progress, step, finished: false, quantities: {}, series: {} },
        device,
        mishaps: [],
      };
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    leaving.abort(new Error("The run was left."));
  }
}

function rebuilt({ name, message }: { readonly name: string; readonly message: string }): Error {
  return Object.assign(new Error(message), { name });
}
