/**
 * The side of a worker: opens a backend and runs experiments, a measurement at a time, when asked. Knows nothing of the
 * page, nor whether its worker is a browser's or Node's.
 */

import { runOf } from "../../catalogue/runs.ts";
import type { BackendName, Device } from "../../engine/backends.ts";
import { tryOut } from "../../engine/calibrate.ts";
import { causeOf } from "../../engine/device.ts";
import { begin } from "../../experiments/driver/course.ts";
import type { GradientOf, Hand } from "../../experiments/driver/crew.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import { keyOf, type Request as Run } from "../../experiments/request.ts";
import { type CheckpointRhythm, checkpointRhythm } from "./checkpointRhythm.ts";
import { errorRecord } from "./errors.ts";
import type { Answer, Request, RunRequest } from "./protocol.ts";
import type { WorkerBridge } from "./workerBridge.ts";

/** What a worker hears and says. */
export interface Line {
  readonly say: (answer: Answer, transfer: ArrayBuffer[]) => void;
  readonly listen: (hear: (request: Request) => void) => void;
}

interface Current {
  readonly measurements: Promise<AsyncGenerator<Measurement>>;
  readonly controller: AbortController;
  readonly rhythm: CheckpointRhythm;
  readonly endHands: () => void;
  /** Through which the next report is looked at; through all, if undefined. */
  lenses: readonly string[] | undefined;
}

/** What a worker can do. */
export interface Means {
  /** Opens the backend that is asked for. */
  readonly open: (backend: BackendName) => Promise<Device>;
  /** Starts a worker that helps with one run. */
  readonly startHand: () => WorkerBridge;
}

/** Time between two signs of life, in milliseconds. */
const PULSE_TIME = 1000;

/** Answers on a line for as long as the worker lives. */
export function serve(line: Line, means: Means): void {
  const runs = new Map<number, Current>();
  const helped = helper();
  const onRequest = async (request: Request) => {
    try {
      const reply = await answer(request, runs, helped, means);
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

/** What computes pieces of the run that was helped with last. */
function helper(): (of: Run) => Promise<GradientOf> {
  let last: { readonly key: string; readonly gradientOf: Promise<GradientOf> } | null = null;
  return (of) => {
    const key = keyOf(of);
    if (last?.key !== key) last = { key, gradientOf: gradientOf(of) };
    return last.gradientOf;
  };
}

/** @throws Error for a run whose training is not divided */
async function gradientOf({ experiment, parameters, seed }: Run): Promise<GradientOf> {
  const run = await runOf(experiment);
  const course = await begin(run, { parameters, seed }, new AbortController().signal);
  if (!course.gradientOf) throw new Error(`A run of ${experiment} has no pieces.`);
  return course.gradientOf();
}

async function answer(
  request: Request,
  runs: Map<number, Current>,
  helped: (of: Run) => Promise<GradientOf>,
  { open, startHand }: Means,
): Promise<Answer | null> {
  switch (request.kind) {
    case "open":
      return { to: "open", device: await open(request.backend) };
    case "try":
      return { to: "try", trials: await tryOut(request.workload, request.stride, open) };
    case "start":
      runs.set(request.run, start(request.request, startHand));
      return null;
    case "next": {
      const current = runs.get(request.run);
      if (current) current.lenses = request.lenses;
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
      stopped?.endHands();
      return { to: "stop", run: request.run };
    }
    case "piece": {
      const gradientOf = await helped(request.of);
      return { to: "piece", run: request.run, gradient: gradientOf(request.piece, request.network) };
    }
    default:
      return request satisfies never;
  }
}

function start(request: Omit<RunRequest, "lenses">, startHand: Means["startHand"]): Current {
  const { experiment, parameters, seed, stride, from, hands: most = 0 } = request;
  const controller = new AbortController();
  const rhythm = checkpointRhythm(() => performance.now());
  const { signal } = controller;
  let workers: readonly WorkerBridge[] = [];
  const hands = (): readonly Hand[] => {
    // One alone would compute no faster than this worker, which would wait for it.
    workers = most > 1 ? Array.from({ length: most }, startHand) : [];
    const of = { experiment, parameters, seed };
    return workers.map((worker) => ({
      gradientOf: (piece, network) => worker.gradientOf(of, piece, network),
      isAlive: worker.isAlive,
    }));
  };
  const current: Pick<Current, "lenses"> = { lenses: undefined };
  const isWanted = (lens: string) => current.lenses?.includes(lens) ?? true;
  const context = { stride, signal, checkpointDue: rhythm.isDue, from, hands, isWanted };
  const measurements = runOf(experiment).then(async (run) => {
    const course = await begin(run, { parameters, seed }, signal);
    return course.drive(context);
  });
  // An experiment that cannot begin says so when it is asked for its first measurement.
  measurements.catch(() => {});
  const endHands = () => {
    for (const worker of workers) worker.end();
  };
  return Object.assign(current, { measurements, controller, rhythm, endHands });
}

/** Buffers to hand over instead of copying: the driver has made them for this report. */
function transferables(reply: Answer): ArrayBuffer[] {
  if ("gradient" in reply) return [reply.gradient.sums.buffer as ArrayBuffer];
  if (!("measurement" in reply) || !reply.measurement) return [];
  return Object.values(reply.measurement.series).flatMap((values) =>
    values?.buffer instanceof ArrayBuffer ? [values.buffer] : [],
  );
}
