/**
 * The process that one JavaScript engine trains in: `node worker.ts ENGINE BACKEND`, started by bench.ts, which takes the
 * time. What it reads and writes is said in conversation.ts; pytorch.py is the same for PyTorch.
 */
import { createInterface } from "node:readline";
import { openEngine } from "../../bench/open.ts";
import type { OpenDevice, Start, Training } from "../../bench/peer.ts";
import { type ProblemMessage, problemFrom } from "./conversation.ts";

/** Loaded when it is called: not every engine needs TensorFlow.js. */
const openDevice: OpenDevice = async (backend) => (await import("../device.ts")).openNodeDevice(backend);

async function serve(start: Start): Promise<void> {
  let training: Training | undefined;
  console.log(1);
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line) as ProblemMessage | { steps: number };
    if ("steps" in message) {
      console.log(String(await training?.advance(message.steps)));
    } else {
      training?.end();
      training = await start(problemFrom(message));
      console.log(0);
    }
  }
}

try {
  const [, , engine = "", backend = ""] = process.argv;
  await serve(await openEngine(engine, backend, openDevice));
} catch (error) {
  console.log(JSON.stringify({ failed: (error as Error).message }));
}
