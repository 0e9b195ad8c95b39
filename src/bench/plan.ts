/** How a benchmark goes, in turns of its engines, and how far one has come. Runs nothing. */
import type { PeerName } from "./result.ts";

/** Timed turns of each engine. */
export const ROUNDS = 5;
/** Turns of warming up: stock TensorFlow.js takes some 1.5 s to reach its speed in a new process, then little. */
export const WARM_UP_TURNS = { newProcess: 8, newShape: 2 } as const;
/** How much of a turn goes by untimed, for caches and threads to settle. */
export const LEAD_IN = 0.2;

/** The engines of a page, in the order of their turns. */
export const PAGE_PEERS: readonly PeerName[] = [
  { engine: "two-layers", backend: "wasm" },
  { engine: "two-layers", backend: "webgpu" },
  { engine: "two-layers", backend: "cpu" },
  { engine: "tfjs", backend: "wasm" },
  { engine: "tfjs", backend: "webgpu" },
  { engine: "tfjs", backend: "cpu" },
  { engine: "jax-js", backend: "wasm" },
  { engine: "jax-js", backend: "webgpu" },
];

/** Turns of warming up before the rounds of a shape, which is the k-th of a benchmark. */
export function warmUpTurns(k: number): number {
  return k === 0 ? WARM_UP_TURNS.newProcess : WARM_UP_TURNS.newShape;
}

/** Turns that one engine has at the k-th shape. */
function turnsAt(k: number): number {
  return warmUpTurns(k) + ROUNDS * (1 + LEAD_IN);
}

/** Turns that one engine has at that many shapes. */
export function turnsFor(shapes: number): number {
  return Array.from({ length: shapes }, (_, k) => turnsAt(k)).reduce((sum, turns) => sum + turns, 0);
}

/** Where a benchmark is: at the k-th shape, warming up (round 0) or in a round from 1, before the turn of one peer. */
export interface Position {
  readonly shape: number;
  readonly round: number;
  /** Its place among the peers. */
  readonly peer: number;
}

/** The share of a benchmark's turns that lies behind a position. */
export function shareDone({ shape, round, peer }: Position, shapes: number, peers: number): number {
  const warmUp = warmUpTurns(shape);
  const behind = round === 0 ? 0 : warmUp + (round - 1) * (1 + LEAD_IN);
  const now = round === 0 ? warmUp : 1 + LEAD_IN;
  return (turnsFor(shape) + behind + (now * peer) / peers) / turnsFor(shapes);
}
