/** An engine in a worker of its own, as a peer. The worker is started, and the engine loaded, when it is first its turn. */
import type { Peer, Training } from "./peer.ts";
import type { Question, Reply } from "./protocol.ts";
import { nameOf, type PeerName } from "./result.ts";

/** How long, in milliseconds, a worker may take to answer before it is given up. */
const PATIENCE = 120_000;

type Ask = (question: Exclude<Question, { kind: "end" }>) => Promise<number>;

interface Conversation {
  readonly ask: Ask;
  /** Frees the training without waiting for it. */
  readonly endTraining: () => void;
  readonly close: () => void;
}

/** Opens nothing yet. An engine that does not open says why at every start. */
export function remotePeer(name: PeerName): Peer {
  let conversation: Conversation | undefined;
  let opened: Promise<unknown> | undefined;
  const start: Peer["start"] = async (problem): Promise<Training> => {
    conversation ??= converse(name);
    const { ask, endTraining } = conversation;
    opened ??= ask({ kind: "open", peer: name });
    await opened;
    await ask({ kind: "start", problem });
    return { advance: (steps) => ask({ kind: "advance", steps }), end: endTraining };
  };
  return { ...name, start, close: () => conversation?.close() };
}

/** One question at a time. */
function converse(name: PeerName): Conversation {
  const worker = new Worker(new URL("./engineWorker.ts", import.meta.url), { type: "module" });
  let settle: ((reply: Reply) => void) | undefined;
  let death: string | undefined;
  const close = (why: string) => {
    death ??= why;
    worker.terminate();
    settle?.({ failed: death });
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => settle?.(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    close(event.message ? `Its worker stopped: ${event.message}` : "Its worker could not be loaded.");
  });
  const ask: Ask = async (question) => {
    const why = `${nameOf(name)} did not answer for ${PATIENCE / 1000} s.`;
    const timer = setTimeout(() => close(why), PATIENCE);
    const reply = await new Promise<Reply>((resolve) => {
      settle = resolve;
      if (death) resolve({ failed: death });
      else worker.postMessage(question);
    });
    clearTimeout(timer);
    if ("failed" in reply) throw new Error(reply.failed);
    return reply.value;
  };
  return {
    ask,
    endTraining: () => worker.postMessage({ kind: "end" } satisfies Question),
    close: () => close("The worker was ended."),
  };
}
