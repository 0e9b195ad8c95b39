/**
 * Pauses in long work, in which its thread handles other events: an abort, a timer, a message.
 *
 * Work on a wide network is a generator that yields between two pieces. Who needs the result now runs it `atOnce`; who
 * shares a thread runs it `withPauses`. Either way the same is computed in the same order, so the bits are the same.
 */

/** Work that yields between two pieces and returns its result. */
export type Pieces<Result> = Generator<void, Result>;

/** Numbers in one piece: some milliseconds even where each takes a logarithm. */
const PIECE = 2 ** 15;

/** Milliseconds of work between two pauses. */
const LONGEST_TURN = 50;

/** Calls `work` for [0, count) in ranges [from, to), in order. */
export function* overRanges(count: number, work: (from: number, to: number) => void): Pieces<void> {
  for (let from = 0; from < count; from += PIECE) {
    work(from, Math.min(count, from + PIECE));
    yield;
  }
}

/** All pieces without a pause. */
export function atOnce<Result>(pieces: Pieces<Result>): Result {
  while (true) {
    const next = pieces.next();
    if (next.done) return next.value;
  }
}

/** All pieces, with pauses where they are due. @throws the signal's reason, at a pause. */
export async function withPauses<Result>(pieces: Pieces<Result>, signal?: AbortSignal): Promise<Result> {
  const pause = pauses();
  while (true) {
    const next = pieces.next();
    if (next.done) return next.value;
    await pause();
    signal?.throwIfAborted();
  }
}

/** A pause for loops that wait anyway: lets other events of this thread through, every 50 ms and not more often. */
export function pauses(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONGEST_TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
