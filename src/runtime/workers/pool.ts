/**
 * Workers shared by everything that runs: at most one per core, each with one backend open. A run goes to the worker
 * with the fewest runs. The graphics card gets one worker only.
 */
import { BACKENDS, type BackendName, type Device } from "../../engine/backends.ts";
import type { Trials } from "../../engine/choice.ts";
import type { Workload } from "../../engine/workload.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import type { RunRequest } from "./protocol.ts";
import { type WorkerBridge, WorkerError } from "./workerBridge.ts";

/** Workers without a run are ended after this time, in milliseconds; a paused run loses its worker after the same time. */
const IDLE_TIME = 60_000;

interface Member {
  readonly bridge: WorkerBridge;
  /** The outcome of opening the backend. */
  readonly device: Promise<Device>;
  runs: number;
  idleTimer: ReturnType<typeof setTimeout> | undefined;
}

/** Runs experiments on workers. It is made once and handed to whatever runs something; a queue may stand in for it. */
export interface Pool {
  /** Workers that may compute at the same time. */
  readonly cores: number;
  /** Parts that it should have at the same time, so that no worker waits for one: as many as cores, if missing. */
  readonly lanes?: number;
  /**
   * The backend that a request for one gives here: it, or the next one that works. Asks a worker, which is kept for the runs
   * to come.
   * @throws what opening a backend throws.
   */
  readonly deviceFor: (asked: BackendName) => Promise<Device>;
  /**
   * Runs an experiment on a worker with the device that is asked for. A measurement is computed when it is asked for;
   * leaving the loop, or the abort, stops the run. A run whose worker died or whose device was lost goes on from its last
   * checkpoint on another worker, without the lost backend; so does a run that was not asked for long and has released
   * its worker. What was reported already is not reported again.
   * @throws RemoteError for what the run threw, WorkerError if workers keep dying, or the signal's reason.
   */
  readonly run: (request: RunRequest, wanted: Device, signal: AbortSignal) => AsyncGenerator<Measured>;
  /** Steps per second of WebGPU and WebAssembly on a workload, in a worker of its own. */
  readonly tryOut: (workload: Workload, stride: number) => Promise<Trials>;
  /** Ends all workers, with whatever they are doing. */
  readonly end: () => void;
}

/** A pool of at most `cores` workers; none is started before it is needed. */
export function createPool(start: () => WorkerBridge, cores: number): Pool {
  /** The workers of each backend. */
  const members = new Map<BackendName, Member[]>();
  /** The outcome of asking for each backend. */
  const found = new Map<BackendName, Promise<Device>>();

  const membersOf = (backend: BackendName) =>
    (members.get(backend) ?? []).filter(({ bridge }) => bridge.isAlive());
  /** The worker that gets the next run: an idle one, a new one, or the least busy. From now on the run counts. */
  const take = (backend: BackendName): Member => {
    const lane = membersOf(backend);
    const leastBusy = lane.toSorted((one, other) => one.runs - other.runs)[0];
    const capacity = backend === "webgpu" ? 1 : cores;
    const isFree = leastBusy && (leastBusy.runs === 0 || lane.length >= capacity);
    const taken = isFree ? leastBusy : openMember(start, backend);
    if (!isFree) members.set(backend, [...lane, taken]);
    clearTimeout(taken.idleTimer);
    taken.runs += 1;
    return taken;
  };
  const deviceFor = (asked: BackendName): Promise<Device> => {
    const known = found.get(asked);
    if (known !== undefined) return known;
    const member = openMember(start, asked);
    const device = member.device.then((opened) => {
      members.set(opened.backend, [...membersOf(opened.backend), member]);
      return opened;
    });
    found.set(asked, device);
    device.catch(() => found.delete(asked));
    return device;
  };
  return {
    cores,
    deviceFor,
    run: (request, wanted, signal) =>
      runOn({ take, forget: () => found.clear() }, { ...request, hands: cores }, wanted, signal),
    tryOut: async (workload, stride) => {
      const worker = start();
      try {
        return await worker.tryOut(workload, stride);
      } finally {
        worker.end();
      }
    },
    end: () => {
      for (const { bridge, idleTimer } of [...members.values()].flat()) {
        clearTimeout(idleTimer);
        bridge.end();
      }
      members.clear();
      found.clear();
    },
  };
}

function openMember(start: () => WorkerBridge, backend: BackendName): Member {
  const bridge = start();
  const device = bridge.open(backend);
  device.catch(() => bridge.end());
  const member: Member = { bridge, device, runs: 0, idleTimer: undefined };
  endInTime(member);
  return member;
}

function giveBack(member: Member): void {
  member.runs -= 1;
  if (member.runs === 0) endInTime(member);
}

/** Ends a worker that stays without a run for long. */
function endInTime(member: Member): void {
  clearTimeout(member.idleTimer);
  member.idleTimer = setTimeout(() => member.bridge.end(), IDLE_TIME);
}

/** A measurement and the device that it was made on. */
export interface Measured {
  readonly measurement: Measurement;
  readonly device: Device;
  /** What went wrong on the way, in sentences; the run went on all the same. */
  readonly mishaps: readonly string[];
}

/** How often a run is taken up again before its error is passed on. */
const MOST_MISHAPS = 3;

/** What a run asks of its pool. */
interface Workers {
  readonly take: (backend: BackendName) => Member;
  /** Forgets the outcomes, so that backends are asked for anew. */
  readonly forget: () => void;
}

async function* runOn(
  workers: Workers,
  request: RunRequest,
  wanted: Device,
  signal: AbortSignal,
): AsyncGenerator<Measured> {
  const mishaps: string[] = [];
  let { backend } = wanted;
  let from = request.from;
  let reported = -1;
  while (true) {
    signal.throwIfAborted();
    const member = workers.take(backend);
    let hasLeft = false;
    const leave = () => {
      hasLeft = true;
      giveBack(member);
    };
    try {
      const opened = await member.device;
      const device =
        opened.backend === wanted.backend ? wanted : { ...opened, reason: mishaps.at(-1) ?? opened.reason };
      const measurements = member.bridge.run({ ...request, from }, signal);
      for await (const measurement of whileAsked(measurements, leave)) {
        from = measurement.checkpoint ?? from;
        if (measurement.step <= reported && !measurement.finished) continue;
        reported = measurement.step;
        yield { measurement, device, mishaps };
      }
      if (!hasLeft) return;
    } catch (error) {
      // A new worker has all memory free again.
      if ((error as Error).name === "OutOfMemoryError") member.bridge.end();
      if (signal.aborted || mishaps.length >= MOST_MISHAPS || !isMishap(error)) throw error;
      const where = from === undefined ? "The run began anew." : "The run went on from its last checkpoint.";
      mishaps.push(`${error.message} ${where}`);
      if (isOfBackend(error)) {
        member.bridge.end();
        workers.forget();
        backend = nextAfter(backend);
      }
    } finally {
      if (!hasLeft) giveBack(member);
    }
  }
}

/** Passes on what a run measures. Ends the run when nothing has been asked of it for long, and says so. */
async function* whileAsked(
  measurements: AsyncGenerator<Measurement>,
  onLeaving: () => void,
): AsyncGenerator<Measurement> {
  for await (const measurement of measurements) {
    const timer = setTimeout(() => {
      onLeaving();
      void measurements.return(undefined);
    }, IDLE_TIME);
    try {
      yield measurement;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Whether a run may go on elsewhere: it is not the run that failed. */
function isMishap(error: unknown): error is Error {
  return error instanceof WorkerError || isOfBackend(error);
}

/** What the graphics device or WebAssembly throws when it breaks by itself, however late. */
const BREAKS = ["DeviceLostError", "RuntimeError", "CompileError", "LinkError"];

/** Whether the backend broke, so that the next one is taken. */
function isOfBackend(error: unknown): error is Error {
  return error instanceof Error && BREAKS.includes(error.name);
}

function nextAfter(backend: BackendName): BackendName {
  return BACKENDS[BACKENDS.indexOf(backend) + 1] ?? "cpu";
}
