/**
 * The worker that one engine of a page trains in, so that none spoils what the compiler knows of another's code. It is
 * asked by conductor.ts, which takes the time; src/cli/bench/worker.ts is the same as a process.
 */
import { openEngine } from "./open.ts";
import type { OpenDevice, Start, Training } from "./peer.ts";
import type { Question, Reply } from "./protocol.ts";

/** Loaded when it is called: not every engine needs TensorFlow.js. */
const openDevice: OpenDevice = async (backend) => {
  const [device, files] = await Promise.all([
    import("../engine/device.ts"),
    import("../engine/wasmFiles.ts"),
  ]);
  return device.openDevice(backend, { wasmPaths: files.wasmPaths });
};

let start: Start | undefined;
let training: Training | undefined;

async function answer(question: Question): Promise<number> {
  switch (question.kind) {
    case "open":
      start = await openEngine(question.peer.engine, question.peer.backend, openDevice);
      return 0;
    case "start":
      training = await start?.(question.problem);
      return 0;
    case "advance":
      return (await training?.advance(question.steps)) ?? Number.NaN;
    case "end":
      training?.end();
      training = undefined;
      return 0;
    default:
      return question satisfies never;
  }
}

async function onMessage({ data }: MessageEvent<Question>): Promise<void> {
  let reply: Reply;
  try {
    reply = { value: await answer(data) };
  } catch (error) {
    reply = { failed: error instanceof Error ? error.message : String(error) };
  }
  if (data.kind !== "end") self.postMessage(reply);
}

self.addEventListener("message", (event) => void onMessage(event));
