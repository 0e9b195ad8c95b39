/**
 * The worker: opens a backend and runs experiments, a measurement at a time, when asked. Knows nothing of the page.
 */
import { causeOf, openDevice } from "../engine/device.ts";
import { wasmPaths } from "../engine/wasmFiles.ts";
import type { Measurement } from "../experiments/experiment.ts";
import { runOf } from "../experiments/registry.ts";
import { errorRecord } from "./errors.ts";
import type { Answer, Request, RunRequest } from "./protocol.ts";

interface Current {
  readonly measurements: Promise<AsyncGenerator<Measurement>>;
  readonly controller: AbortController;
}
const runs = new Map<number, Current>();

/** Time between two checkpoints of a run, in milliseconds: copying one takes a few at most. */
const CHECKPOINT_TIME = 500;
/** Time between two signs of life, in milliseconds. */
const PULSE_TIME = 1000;

function start(request: RunRequest): Current {
  const { experiment, parameters, seed, stride, from } = request;
  const controller = new AbortController();
  let lastCheckpoint = performance.now();
  const checkpointDue = () => {
    if (performance.now() - lastCheckpoint < CHECKPOINT_TIME) return false;
    lastCheckpoint = performance.now();
    return true;
  };
  const measurements = runOf(experiment).then((run) =>
    run(parameters, { seed, stride, signal: controller.signal, checkpointDue, from }),
  );
  // An experiment that cannot begin says so when it is asked for its first measurement.
  measurements.catch(() => {});
  return { measurements, controller };
}

async function answer(request: Request): Promise<Answer | null> {
  switch (request.kind) {
    case "open":
      return { to: "open", device: await openDevice(request.backend, { wasmPaths }) };
    case "start":
      runs.set(request.run, start(request.request));
      return null;
    case "next": {
      const next = await (await runs.get(request.run)?.measurements)?.next();
      return { to: "next", run: request.run, measurement: next && !next.done ? next.value : null };
    }
    case "stop": {
      const stopped = runs.get(request.run);
      runs.delete(request.run);
      stopped?.controller.abort();
      // Lets the run give its tensors back; what it says of the abort goes to whoever asked for a measurement.
      await stopped?.measurements.then((each) => each.return(undefined)).catch(() => {});
      return { to: "stop", run: request.run };
    }
    default:
      return request satisfies never;
  }
}

/** Buffers to hand over instead of copying. */
function transferables(reply: Answer): Transferable[] {
  if (!("measurement" in reply) || !reply.measurement) return [];
  return Object.values(reply.measurement.series).map(({ buffer }) => buffer as ArrayBuffer);
}

async function onMessage({ data }: MessageEvent<Request>): Promise<void> {
  try {
    const reply = await answer(data);
    if (reply) self.postMessage(reply, { transfer: transferables(reply) });
  } catch (error) {
    if (data.kind === "start") return;
    const run = data.kind === "open" ? 0 : data.run;
    self.postMessage({ to: data.kind, run, error: errorRecord(await causeOf(error)) } satisfies Answer);
  }
}

setInterval(() => self.postMessage({ to: "nothing", run: 0 } satisfies Answer), PULSE_TIME);
self.addEventListener("message", (event) => void onMessage(event));
