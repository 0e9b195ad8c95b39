/**
 * The side of a worker: opens a backend and runs experiments, a measurement at a time, when asked. Knows nothing of the
 * page, nor whether its worker is a browser's or Node's.
 */

import { runOf } from "../../catalogue/runs.ts";
import type { BackendName, Device } from "../../engine/backends.ts";
import { tryOut } from "../../engine/calibrate.ts";
import { causeOf } from "../../engine/device.ts";
import { begin } from "../../experiments/driver/course.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import { type CheckpointRhythm, checkpointRhythm } from "./checkpointRhythm.ts";
import { errorRecord } from "./errors.ts";
import type { Answer, Request, RunRequest } from "./protocol.ts";

/** What a worker hears and says. */
export interface Line {
  readonly say: (answer: Answer, transfer: ArrayBuffer[]) => void;
  readonly listen: (hear: (request: Request) => void) => void;
}

interface Current {
  readonly measurements: Promise<AsyncGenerator<Measurement>>;
  readonly controller: AbortController;
  readonly rhythm: CheckpointRhythm;
}

/** Time between two signs of life, in milliseconds. */
const PULSE_TIME = 1000;

/** Answers on a line for as long as the worker lives; `open` opens the backend that is asked for. */
export function serve(line: Line, open: (backend: BackendName) => Promise<Device>): void {
  const runs = new Map<number, Current>();
  const onRequest = async (request: Request) => {
    try {
      const reply = await answer(request, runs, open);
      if (reply) line.say(reply, transferables(reply));
    } catch (error) {
      if (request.kind === "start") return;
      const run = "run" in request ? request.run : 0;
      line.say({ to: request.kind, run, error: errorRecord(await causeOf(error)) }, []);
    }
  };
  setInterval(() => line.say({ to: "nothing", run: 0 }, []), PULSE_TIME);
  line.listen((request) => void onRequest(request));
}

async function answer(
  request: Request,
  runs: Map<number, Current>,
  open: (backend: BackendName) => Promise<Device>,
): Promise<Answer | null> {
  switch (request.kind) {
    case "open":
      return { to: "open", device: await open(request.backend) };
    case "try":
      return { to: "try", trials: await tryOut(request.workload, request.stride, open) };
    case "start":
      runs.set(request.run, start(request.request));
      return null;
    case "next": {
      const current = runs.get(request.run);
      const next = await (await current?.measurements)?.next();
      current?.rhythm.onReport();
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

function start(request: RunRequest): Current {
  const { experiment, parameters, seed, stride, from } = request;
  const controller = new AbortController();
  const rhythm = checkpointRhythm(() => performance.now());
  const { signal } = controller;
  const context = { stride, signal, checkpointDue: rhythm.isDue, from };
  const measurements = runOf(experiment).then(async (run) => {
    const course = await begin(run, { parameters, seed }, signal);
    return course.drive(context);
  });
  // An experiment that cannot begin says so when it is asked for its first measurement.
  measurements.catch(() => {});
  return { measurements, controller, rhythm };
}

/** Buffers to hand over instead of copying: the driver has made them for this report. */
function transferables(reply: Answer): ArrayBuffer[] {
  if (!("measurement" in reply) || !reply.measurement) return [];
  return Object.values(reply.measurement.series).flatMap((values) =>
    values?.buffer instanceof ArrayBuffer ? [values.buffer] : [],
  );
}
