/**
 * `npm run bench`: how many steps per second this site's engine and others train a two-layer network for, on this
 * machine; or what a frame of each live figure costs a page, and how soon its first one is there; or how Lighthouse scores
 * the pages; or a gradient on WebGPU beside its matrix products; or the same runs over a queue and without one. A comparison
 * within one run, not a record: it judges no claim.
 */
import { availableParallelism, cpus } from "node:os";
import { measure, summaryOf, type Timing } from "../bench/measure.ts";
import type { Peer } from "../bench/peer.ts";
import { ROUNDS, warmUpTurns } from "../bench/plan.ts";
import { type Entry, nameOf } from "../bench/result.ts";
import { benchCommand, type Wanted } from "./bench/command.ts";
import { openPeers } from "./bench/engines.ts";
import { costOf, figuresTable } from "./bench/figuresTable.ts";
import { firstFrameOf, firstFramesTable } from "./bench/firstFramesTable.ts";
import { flowLine } from "./bench/flow.ts";
import { piecesLine } from "./bench/pieces.ts";
import { tableOf, targetLines } from "./bench/table.ts";
import { call, EXIT } from "./command.ts";
import { writeJson } from "./files.ts";
import { rewriteLine } from "./terminal.ts";

/** One engine that fails here is an error of ours, and the comparison without it is not what was asked for. */
function giveUp(_peer: Peer, error: Error): never {
  throw error;
}

const model = cpus()[0]?.model.trim() ?? "unknown processor";
const machine = `${model}, ${availableParallelism()} cores; Node ${process.version}`;

async function compare({ shapes, seconds, json }: Wanted): Promise<number> {
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
  console.log(flowLine(seconds));
  console.log(await piecesLine());
  const entries = measured.flat().map((timing): Entry => ({ ...summaryOf(timing), machine }));
  if (json) writeJson(json, entries);
  return EXIT.sound;
}

async function watch({ seconds, json }: Wanted, which: NonNullable<Wanted["figures"]>): Promise<number> {
  // Loaded when it is asked for: engines are timed without a browser.
  const [{ watchFigures }, { pressPresets }] = await Promise.all([
    import("./bench/figures.ts"),
    import("./bench/firstFrames.ts"),
  ]);
  const onFigure = (place: number, of: number, figure: string) =>
    rewriteLine(`figure ${place} of ${of}: ${figure}`);
  const { browser, watched } = await watchFigures({ ...which, seconds, onFigure }).finally(() =>
    rewriteLine(""),
  );
  const costs = watched.map(costOf);
  console.log(`${machine}; ${browser}.\n\n${figuresTable(costs)}\n`);
  console.log(
    `Milliseconds of the processor that a frame costs on the main thread of the page. Each figure runs for ${seconds} s, or to its end; scripting, layout (with styles), paint and other are means.`,
  );
  const onPress = (place: number, of: number, figure: string) =>
    rewriteLine(`settings of figure ${place} of ${of}: ${figure}`);
  const pressed = await pressPresets({ ...which, isBuilt: false, onFigure: onPress }).finally(() =>
    rewriteLine(""),
  );
  const firstFrames = pressed.map(firstFrameOf);
  if (firstFrames.length > 0) {
    console.log(`\n${firstFramesTable(firstFrames)}\n`);
    console.log(
      "Milliseconds from the press of a setting with a name, while another is under way, to the end of the first frame that shows something of it: the median of seven, the least and the greatest. They vary with what else this machine does.",
    );
  }
  if (json)
    writeJson(
      json,
      [...costs, ...firstFrames].map((each) => ({ ...each, machine, browser })),
    );
  const failed = costs.filter(({ end, frames }) => end === "failed" || frames === 0);
  for (const { figure, end } of failed)
    console.error(
      end === "failed"
        ? `The run of ${figure} failed: open its page and press Run to see why.`
        : `${figure} drew no frame in ${seconds} s: watch it for longer with --seconds.`,
    );
  return failed.length > 0 ? EXIT.unsound : EXIT.sound;
}

async function score(isBuilt: boolean, json?: string): Promise<number> {
  const { scorePages, scoresTable } = await import("./bench/scores.ts");
  const onPage = (place: number, of: number, page: string) => rewriteLine(`page ${place} of ${of}: /${page}`);
  const scores = await scorePages(isBuilt, onPage).finally(() => rewriteLine(""));
  console.log(`${machine}.\n\n${scoresTable(scores)}\n`);
  console.log(
    "Scores of 100 by Lighthouse, of the site as a host would send it, compressed. Times are those of a simulated line and, on the phone, of a processor a quarter as fast: they vary with what else this machine does.",
  );
  if (json)
    writeJson(
      json,
      scores.map((each) => ({ ...each, machine })),
    );
  return EXIT.sound;
}

async function multiply(examples: number | null): Promise<number> {
  const { productTimes, productsLine } = await import("./bench/products.ts");
  console.log(`${machine}.`);
  console.log(productsLine(await productTimes(examples ?? undefined)));
  return EXIT.sound;
}

async function overQueue(address: string): Promise<number> {
  const { timeQueue, queueTable, queueLine } = await import("./bench/queue.ts");
  const onRound = (round: number, of: number) => rewriteLine(`round ${round} of ${of}`);
  const rounds = await timeQueue(address, onRound).finally(() => rewriteLine(""));
  console.log(`${machine}.\n\n${queueTable(rounds)}\n`);
  console.log(queueLine);
  return EXIT.sound;
}

const bench = benchCommand(async (wanted) => {
  try {
    if (wanted.queue !== undefined) return await overQueue(wanted.queue);
    if (wanted.products !== undefined) return await multiply(wanted.products);
    if (wanted.pages) return await score(wanted.pages.isBuilt, wanted.json);
    return await (wanted.figures ? watch(wanted, wanted.figures) : compare(wanted));
  } catch (error) {
    console.error((error as Error).message);
    // The engines' processes end with their input, and that ends with this process.
    process.exit(EXIT.unsound);
  }
});

await call(bench);
