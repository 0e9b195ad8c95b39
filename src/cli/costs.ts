/**
 * `npm run costs`: holds what each experiment says that it costs against what it takes, in seconds of one processor on this
 * machine, for its cheapest part. An estimate is to be good to a factor of three on a middling machine.
 */
import { EXPERIMENTS } from "../catalogue/experiments.ts";
import { wholeOf } from "../catalogue/sweeps.ts";
import type { Experiment } from "../experiments/experiment.ts";
import type { Request } from "../experiments/request.ts";
import { median } from "../math/statistics.ts";
import { createPool, type Pool } from "../runtime/workers/pool.ts";
import { bridgeTo } from "../runtime/workers/workerBridge.ts";
import { call, command, EXIT } from "./command.ts";
import { threadWorker } from "./runs/threadWorker.ts";
import { rewriteLine } from "./terminal.ts";

const FACTOR = 3;
const ROUNDS = 3;

await call(
  command("costs", "Holds the estimated cost of each experiment against what it takes here.", {
    [EXIT.sound]: `every estimate is good to a factor of ${FACTOR}`,
    [EXIT.unsound]: "one is not",
  }).action(async () => {
    const pool = createPool(() => bridgeTo(threadWorker()), 1);
    let isSound = true;
    try {
      for (const experiment of EXPERIMENTS) {
        rewriteLine(experiment.id);
        const { estimated, taken } = await timed(pool, experiment);
        const ratio = taken / estimated;
        const isGood = ratio < FACTOR && ratio > 1 / FACTOR;
        isSound &&= isGood;
        rewriteLine("");
        console.log(
          `${experiment.id.padEnd(34)} estimated ${estimated.toFixed(3)} s, took ${taken.toFixed(3)} s${isGood ? "" : "  OFF BY MORE THAN A FACTOR OF 3"}`,
        );
      }
    } finally {
      pool.end();
    }
    process.exitCode = isSound ? EXIT.sound : EXIT.unsound;
  }),
);

/** Estimated seconds of the cheapest part, and the median of what it takes of the processor, once it is warm. */
async function timed(pool: Pool, { id, defaults, cost }: Experiment) {
  const secondsOf = ({ parameters }: Request) => cost(parameters);
  const { parts } = await wholeOf({ experiment: id, parameters: defaults, seed: 1 }, secondsOf);
  const [part] = parts.toSorted((one, other) => secondsOf(one) - secondsOf(other));
  if (!part) throw new Error(`${id} comes apart into nothing.`);
  const device = await pool.deviceFor("wasm");
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = process.cpuUsage();
    const { signal } = new AbortController();
    for await (const _ of pool.run({ ...part, stride: 500 }, device, signal));
    const { user, system } = process.cpuUsage(begun);
    if (round > 0) times.push((user + system) / 1e6);
  }
  return { estimated: secondsOf(part), taken: median(times) };
}
