/**
 * Workers shared by everything on a page: at most one a core, each with one backend open. A run goes to the worker
 * with the fewest runs. The graphics card gets one worker only.
 */
import { BACKENDS, type BackendName, type Device } from "../engine/backends.ts";
import type { Measurement } from "../experiments/experiment.ts";
import { coresForRuns } from "./cores.ts";
import type { RunRequest } from "./protocol.ts";
import { startWorker } from "./startWorker.ts";
import { type WorkerBridge, WorkerError } from "./workerBridge.ts";

/** Workers without a run are ended after this time, in milliseconds; and so long may a paused run keep its worker. */
const IDLE_TIME = 60_000;

interface Member {
  readonly bridge: WorkerBridge;
  /** What opening the backend came to. */
  readonly device: Promise<Device>;
  runs: number;
  idleTimer: ReturnType<typeof setTimeout> | undefined;
}

/** The workers of each backend. */
const members = new Map<BackendName, Member[]>();

function openMember(backend: BackendName): Member {
  const bridge = startWorker();
  const device = bridge.open(backend);
  device.catch(() => bridge.end());
  const member: Member = { bridge, device, runs: 0, idleTimer: undefined };
  endInTime(member);
  return member;
}

/** The worker that gets the next run: an idle one, a new one, or the least busy. From now on the run counts. */
function takeMember(backend: BackendName): Member {
  const lane = membersOf(backend);
  const leastBusy = lane.reduce<Member | undefined>(
    (best, each) => (best && best.runs <= each.runs ? best : each),
    undefined,
  );
  const capacity = backend === "webgpu" ? 1 : coresForRuns();
  const isFree = leastBusy && (leastBusy.runs === 0 || lane.length >= capacity);
  const taken = isFree ? leastBusy : openMember(backend);
  if (!isFree) members.set(backend, [...lane, taken]);
  clearTimeout(taken.idleTimer);
  taken.runs += 1;
  return taken;
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

function membersOf(backend: BackendName): Member[] {
  return (members.get(backend) ?? []).filter(({ bridge }) => bridge.isAlive());
}

/** Ends all workers, with whatever they are doing. */
export function endWorkers(): void {
  for (const { bridge, idleTimer } of [...members.values()].flat()) {
    clearTimeout(idleTimer);
    bridge.end();
  }
  members.clear();
  found.clear();
}

/** What asking for each backend came to. */
const found = new Map<BackendName, Promise<Device>>();

/**
 * What asking for a backend comes to here: it, or the next one that works. Asks a worker, which is kept for the runs to
 * come.
 * @throws what opening a backend throws.
 */
export function deviceFor(asked: BackendName): Promise<Device> {
  const known = found.get(asked);
  if (known !== undefined) return known;
  const member = openMember(asked);
  const device = member.device.then((opened) => {
    members.set(opened.backend, [...membersOf(opened.backend), member]);
    return opened;
  });
  found.set(asked, device);
  device.catch(() => found.delete(asked));
  return device;
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

/**
 * Runs an experiment on a worker with the device that is asked for. A measurement is computed when it is asked for;
 * leaving the loop, or the abort, stops the run. A run whose worker died or whose device was lost goes on from its last
 * checkpoint on another worker, without the lost backend; and so does one that was not asked for long, and has given its
 * worker free. What was reported already is not reported again.
 * @throws RemoteError for what the run threw, WorkerError if workers keep dying, or the signal's reason.
 */
export async function* runOnWorker(
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
    const member = takeMember(backend);
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
      mishaps.push(`${error.message} The run went on from its last checkpoint.`);
      if (error.name === "DeviceLostError") {
        member.bridge.end();
        found.clear();
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
  return error instanceof WorkerError || (error instanceof Error && error.name === "DeviceLostError");
}

function nextAfter(backend: BackendName): BackendName {
  return BACKENDS[BACKENDS.indexOf(backend) + 1] ?? "cpu";
}
