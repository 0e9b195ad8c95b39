/**
 * `npm run bench`: how many steps per second this site's engine and others train a two-layer network for, on this
 * machine. A comparison within one run, not a record: it judges no claim.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { measure, summaryOf, type Timing } from "../bench/measure.ts";
import type { Peer } from "../bench/peer.ts";
import { ROUNDS, warmUpTurns } from "../bench/plan.ts";
import { type Entry, nameOf } from "../bench/result.ts";
import { benchCommand, type Wanted } from "./bench/command.ts";
import { openPeers } from "./bench/engines.ts";
import { tableOf, targetLines } from "./bench/table.ts";
import { call, EXIT } from "./command.ts";
import { rewriteLine } from "./terminal.ts";

/** One engine that fails here is an error of ours, and the comparison without it is not what was asked for. */
function giveUp(_peer: Peer, error: Error): never {
  throw error;
}

async function compare({ shapes, seconds, json }: Wanted): Promise<void> {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const machine = `${model}, ${availableParallelism()} cores; Node ${process.version}`;
  console.log(`${machine}.`);
  const { running, skipped } = await openPeers();
  for (const line of skipped) console.log(`skipped: ${line}`);
  const measured: Timing[][] = [];
  try {
    for (const [k, shape] of shapes.entries()) {
      const onTurn = (peer: Peer) => rewriteLine(`shape ${k + 1} of ${shapes.length}: ${nameOf(peer)}`);
      measured.push(
        await measure(shape, running, seconds, { warmUpTurns: warmUpTurns(k), onTurn, onFailure: giveUp }),
      );
    }
  } finally {
    rewriteLine("");
    for (const peer of running) peer.close();
  }
  console.log(`\n${tableOf(measured)}\n`);
  console.log(
    `Medians of ${ROUNDS} rounds in which each engine has ${seconds} s; the spread is half of the range.`,
  );
  for (const line of targetLines(measured)) console.log(line);
  const entries = measured.flat().map((timing): Entry => ({ ...summaryOf(timing), machine }));
  if (json) writeFileSync(json, `${JSON.stringify(entries, null, 2)}\n`);
}

const bench = benchCommand(async (wanted) => {
  try {
    await compare(wanted);
    return EXIT.sound;
  } catch (error) {
    console.error((error as Error).message);
    // The engines' processes end with their input, and that ends with this process.
    process.exit(EXIT.unsound);
  }
});

await call(bench);
