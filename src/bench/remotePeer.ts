/** An engine in a worker of its own, as a peer. The worker is started, and the engine loaded, when it is first its turn. */
import { wrap } from "comlink";
import type { Peer } from "./peer.ts";
import type { Open } from "./protocol.ts";
import { nameOf, type PeerName } from "./result.ts";

/** How long, in milliseconds, a worker may take to answer before it is given up. */
const PATIENCE = 120_000;

/** Opens nothing yet. An engine that does not open says why at every start. */
export function remotePeer(name: PeerName): Peer {
  let hired: ReturnType<typeof hire> | undefined;
  const start: Peer["start"] = async (problem) => {
    hired ??= hire(name);
    const { opened, answered } = hired;
    const startThere = await answered(opened);
    const training = await answered(startThere(problem));
    return { advance: (steps) => answered(training.advance(steps)), end: () => void training.end() };
  };
  return { ...name, start, close: () => hired?.close("The worker was ended.") };
}

/** Starts the worker, and opens its engine. */
function hire(name: PeerName) {
  const worker = new Worker(new URL("./engineWorker.ts", import.meta.url), { type: "module" });
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => undefined);
  const close = (why: string) => {
    worker.terminate();
    death.reject(new Error(why));
  };
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    close(event.message ? `Its worker stopped: ${event.message}` : "Its worker could not be loaded.");
  });
  /** What the worker answers; one that is dead, or silent for too long, answers with an error. */
  const answered = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const why = `${nameOf(name)} did not answer for ${PATIENCE / 1000} s.`;
    const timer = setTimeout(() => close(why), PATIENCE);
    return Promise.race([answer, death.promise]).finally(() => clearTimeout(timer));
  };
  return { opened: wrap<Open>(worker)(name), answered, close };
}
