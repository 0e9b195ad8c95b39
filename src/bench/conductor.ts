/**
 * The worker that conducts a benchmark in a page: gives the engines their turns and takes the time, away from the thread
 * that draws. Trains nothing itself; ending it ends the workers of the engines too.
 */
import { expose } from "comlink";
import { adapterHere } from "../engine/adapter.ts";
import { measure, summaryOf } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { PAGE_PEERS, shareDone, warmUpTurns } from "./plan.ts";
import type { Conduct } from "./protocol.ts";
import { remotePeer } from "./remotePeer.ts";
import type { Missing, PeerName, Shape } from "./result.ts";

const conduct: Conduct = async ({ shapes, seconds }, tell) => {
  await tell({ kind: "adapter", adapter: await adapterHere() });
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
    await tell({ kind: "shape", summaries: timings.map(summaryOf), missing });
  }
  for (const peer of peers) peer.close();
};

function missingOf({ engine, backend }: Peer, shape: Shape, error: Error): Missing {
  const { sampleSize: n, inputDimension: d, width: m } = shape;
  return { engine, backend, n, d, m, why: error.message };
}

expose(conduct);
