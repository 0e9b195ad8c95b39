/**
 * The process that one JavaScript engine trains in: `node worker.ts ENGINE BACKEND`, started by bench.ts, which takes the
 * time. What it reads and writes is said in conversation.ts; pytorch.py is the same for PyTorch.
 */
import { createInterface } from "node:readline";
import { type ProblemMessage, problemFrom } from "./conversation.ts";
import type { Start, Training } from "./peer.ts";

/** Imports one engine only: the others are not even loaded. */
async function open(engine: string | undefined, backend: string | undefined): Promise<Start> {
  if (engine === "jax-js") return (await import("./jax.ts")).openJax();
  if (backend !== "wasm" && backend !== "cpu") throw new Error(`There is no backend “${backend}” here.`);
  if (engine === "tfjs") return (await import("./tfjs.ts")).openTfjs(backend);
  return (await import("./twoLayers.ts")).openTwoLayers(backend);
}

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
  await serve(await open(process.argv[2], process.argv[3]));
} catch (error) {
  console.log(JSON.stringify({ failed: (error as Error).message }));
}
