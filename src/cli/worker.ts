/** `npm run worker -- --queue redis://…`: computes parts of other machines' runs, until it is stopped. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { coresHere } from "../runtime/workers/cores.ts";
import { call, command, EXIT, UsageError, wholeNumber } from "./command.ts";
import { patienceOf, patienceOption, queueOption, withoutPassword } from "./queue/options.ts";
import { localPool } from "./runs/poolFor.ts";
import { rewriteLine } from "./terminal.ts";

const about =
  "Takes parts of runs from a queue and computes them, on this machine; verify, try and grade put them there with --queue.";

interface Wanted {
  readonly queue: string;
  readonly workers: number;
  readonly name: string;
  readonly patience: number;
}

await call(
  command("worker", about, { [EXIT.sound]: "it was stopped, and had done what it had begun" })
    .addOption(queueOption().makeOptionMandatory())
    .addOption(patienceOption())
    .option("--workers <n>", "threads; without it, as many as there are cores", wholeNumber("workers", 64))
    .option("--name <name>", "what it is called; without it, the machine's name and a few letters")
    .action(async ({ queue, workers = coresHere(), name = nameHere(), patience }) => {
      await work({ queue, workers, name, patience: patienceOf(patience) });
    }),
);

/** Works until it is told to stop. @throws QueueError, UsageError */
async function work({ queue, workers, name, patience }: Wanted): Promise<void> {
  const [{ working }, { buildHere }, { WORKER_NAME }] = await Promise.all([
    import("./queue/working.ts"),
    import("./queue/build.ts"),
    import("./queue/presence.ts"),
  ]);
  if (!WORKER_NAME.test(name))
    throw new UsageError(`--name is at most 100 letters, digits, dots, hyphens and the like, not “${name}”.`);
  const software = buildHere();
  let [underWay, done] = [0, 0];
  const tell = (sentence: string) => {
    rewriteLine("");
    console.error(sentence);
  };
  const count = (change: 1 | -1) => {
    underWay += change;
    if (change < 0) done += 1;
    rewriteLine(`${underWay} under way, ${done} ended`);
  };
  const job = await working(queue, { name, software, pool: localPool(workers), patience, tell, count });
  console.log(`${name}: ${software}, ${workers} threads, takes parts from ${withoutPassword(queue)}.`);
  const stop = () => {
    tell(`${name} takes nothing more; ${underWay} under way. Press again to leave them to others.`);
    process.once("SIGINT", () => process.exit(128 + 2));
    void job.stop();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  await job.ended;
  rewriteLine("");
  console.log(`${name} has stopped, after ${done} parts.`);
}

function nameHere(): string {
  const machine = hostname()
    .replace(/[^\w.-]/g, "-")
    .slice(0, 60);
  return `${machine}-${randomUUID().slice(0, 4)}`;
}
