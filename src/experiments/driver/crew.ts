/**
 * Sharing the pieces of a gradient among hands: further workers, or this one where there are none. Which hand computes which
 * piece depends on their speed, and the result does not.
 */
import { PIECES, type PieceGradient } from "../../engine/divided.ts";
import type { Network } from "../../engine/network.ts";
import { pauses } from "../../engine/pauses.ts";

/** What computes a piece of one run's gradient at the weights that it is given. */
export type GradientOf = (piece: number, network: Network) => PieceGradient;

/** A worker that computes pieces of one run, one at a time. */
export interface Hand {
  /** @throws where the worker is lost, or the run's own error */
  readonly gradientOf: (piece: number, network: Network) => Promise<PieceGradient>;
  readonly isAlive: () => boolean;
}

/** The pieces that are there, by their numbers. */
type Done = (PieceGradient | undefined)[];

/**
 * What computes all pieces at some weights, in their order; `own` on this thread. What a hand that was lost leaves undone goes
 * to the others, in the end to this thread.
 */
export function crewOf(hands: readonly Hand[], own: () => GradientOf) {
  let ownGradient: GradientOf | undefined;
  const here = async (missing: readonly number[], network: Network, signal: AbortSignal, done: Done) => {
    const pause = pauses();
    ownGradient ??= own();
    for (const piece of missing) {
      signal.throwIfAborted();
      done[piece] = ownGradient(piece, network);
      await pause();
    }
  };
  return async (network: Network, signal: AbortSignal): Promise<PieceGradient[]> => {
    const done: Done = Array.from({ length: PIECES });
    while (true) {
      const missing = [...done.keys()].filter((piece) => !done[piece]);
      if (missing.length === 0) return done as PieceGradient[];
      const alive = hands.filter((hand) => hand.isAlive());
      if (alive.length === 0) await here(missing, network, signal, done);
      else await byHands(alive, missing, network, signal, done);
    }
  };
}

/** Each hand has neighbouring pieces of its own, which it keeps, and then takes from whoever has most left. */
async function byHands(
  hands: readonly Hand[],
  missing: readonly number[],
  network: Network,
  signal: AbortSignal,
  done: Done,
): Promise<void> {
  const begin = (k: number) => Math.floor((k * missing.length) / hands.length);
  const queues = hands.map((_, k) => missing.slice(begin(k), begin(k + 1)));
  const next = (k: number) =>
    queues[k]?.shift() ?? queues.toSorted((one, other) => other.length - one.length)[0]?.pop();
  await Promise.all(
    hands.map(async (hand, k) => {
      for (let piece = next(k); piece !== undefined; piece = next(k)) {
        signal.throwIfAborted();
        try {
          done[piece] = await hand.gradientOf(piece, network);
        } catch (error) {
          if (hand.isAlive()) throw error;
          return;
        }
      }
    }),
  );
}
