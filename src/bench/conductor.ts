/**
 * The worker that conducts a benchmark in a page: gives the engines their turns and takes the time, away from the thread
 * that draws. Trains nothing itself; ending it ends the workers of the engines too.
 */
import { adapterHere } from "../engine/adapter.ts";
import { measure, summaryOf } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { PAGE_PEERS, shareDone, warmUpTurns } from "./plan.ts";
import type { BenchEvent, Wanted } from "./protocol.ts";
import { remotePeer } from "./remotePeer.ts";
import type { Missing, PeerName, Shape } from "./result.ts";

function tell(event: BenchEvent): void {
  self.postMessage(event);
}

async function conduct({ shapes, seconds }: Wanted): Promise<void> {
  tell({ kind: "adapter", adapter: await adapterHere() });
  const peers = PAGE_PEERS.map(remotePeer);
  for (const [k, shape] of shapes.entries()) {
    const missing: Missing[] = [];
    const timings = await measure(shape, peers, seconds, {
      warmUpTurns: warmUpTurns(k),
      onTurn: (peer, round) => {
        const position = { shape: k, round, peer: peers.indexOf(peer) };
        const share = shareDone(position, shapes.length, peers.length);
        tell({ kind: "turn", peer: PAGE_PEERS[position.peer] as PeerName, shape: k, round, share });
      },
      onFailure: (peer, error) => missing.push(missingOf(peer, shape, error)),
    });
    tell({ kind: "shape", summaries: timings.map(summaryOf), missing });
  }
  for (const peer of peers) peer.close();
  tell({ kind: "done" });
}

function missingOf({ engine, backend }: Peer, shape: Shape, error: Error): Missing {
  const { sampleSize: n, inputDimension: d, width: m } = shape;
  return { engine, backend, n, d, m, why: error.message };
}

self.addEventListener("message", ({ data }: MessageEvent<Wanted>) => {
  conduct(data).catch((error: unknown) => tell({ kind: "failed", why: (error as Error).message }));
});
