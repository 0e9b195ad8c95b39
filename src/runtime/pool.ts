/**
 * Workers shared by everything on a page: at most one a core, each with one backend open. A run goes to the worker
 * with the fewest runs. The graphics card gets one worker only.
 */
import { BACKENDS, type BackendChoice, type BackendName, type Device } from "../engine/backends.ts";
import type { Measurement } from "../experiments/experiment.ts";
import type { RunRequest } from "./protocol.ts";
import { bridgeTo, type WorkerBridge, WorkerError } from "./workerBridge.ts";

const MOST_WORKERS = 8;
/** Workers without a run are ended after this time, in milliseconds. */
const IDLE_TIME = 60_000;

interface Member {
  readonly bridge: WorkerBridge;
  readonly device: Device;
  runs: number;
  idleTimer: ReturnType<typeof setTimeout> | undefined;
}

/** The workers of each backend choice, and the one that is being opened. */
const members = new Map<BackendChoice, Member[]>();
const opening = new Map<BackendChoice, Promise<Member>>();

/** How many workers may compute at the same time. */
export function coresForRuns(): number {
  return Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 2));
}

async function openMember(choice: BackendChoice): Promise<Member> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "two-layers" });
  const bridge = bridgeTo(worker);
  try {
    return { bridge, device: await bridge.open(choice), runs: 0, idleTimer: undefined };
  } catch (error) {
    bridge.end();
    throw error;
  }
}

/** The worker that should have the next run: an idle one, a new one, or the least busy. */
async function memberFor(choice: BackendChoice): Promise<Member> {
  // Whoever comes while a worker is being opened waits for it: only then is it known what the choice came to.
  await opening.get(choice)?.catch(() => {});
  const lane = (members.get(choice) ?? []).filter(({ bridge }) => bridge.isAlive());
  members.set(choice, lane);
  const leastBusy = lane.reduce<Member | undefined>(
    (best, each) => (best && best.runs <= each.runs ? best : each),
    undefined,
  );
  const capacity = lane[0]?.device.backend === "webgpu" ? 1 : coresForRuns();
  if (leastBusy && (leastBusy.runs === 0 || lane.length >= capacity)) return leastBusy;
  if (opening.has(choice)) return memberFor(choice);
  const opened = openMember(choice);
  opening.set(choice, opened);
  try {
    const member = await opened;
    lane.push(member);
    return member;
  } finally {
    opening.delete(choice);
  }
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
 * Runs an experiment on a worker. A measurement is computed when it is asked for; leaving the loop, or the abort, stops
 * the run. A run whose worker died or whose device was lost goes on from its last checkpoint on another worker, without
 * the lost backend.
 * @throws RemoteError for what the run threw, WorkerError if workers keep dying, or the signal's reason.
 */
export async function* runOnWorker(
  request: RunRequest,
  choice: BackendChoice,
  signal: AbortSignal,
): AsyncGenerator<Measured> {
  const mishaps: string[] = [];
  let current = choice;
  let from = request.from;
  while (true) {
    const member = await memberFor(current);
    signal.throwIfAborted();
    try {
      for await (const measurement of runOnMember(member, { ...request, from }, signal)) {
        from = measurement.checkpoint ?? from;
        yield { measurement, device: member.device, mishaps };
      }
      return;
    } catch (error) {
      if (signal.aborted || mishaps.length >= MOST_MISHAPS || !isMishap(error)) throw error;
      mishaps.push(`${error.message} The run went on from its last checkpoint.`);
      if (error.name === "DeviceLostError") {
        member.bridge.end();
        current = nextAfter(member.device.backend);
      }
    }
  }
}

/** Whether a run may go on elsewhere: it is not the run that failed. */
function isMishap(error: unknown): error is Error {
  return error instanceof WorkerError || (error instanceof Error && error.name === "DeviceLostError");
}

function nextAfter(backend: BackendName): BackendChoice {
  return BACKENDS[BACKENDS.indexOf(backend) + 1] ?? "cpu";
}

async function* runOnMember(
  member: Member,
  request: RunRequest,
  signal: AbortSignal,
): AsyncGenerator<Measurement> {
  clearTimeout(member.idleTimer);
  member.runs += 1;
  try {
    yield* member.bridge.run(request, signal);
  } finally {
    member.runs -= 1;
    if (member.runs === 0) member.idleTimer = setTimeout(() => member.bridge.end(), IDLE_TIME);
  }
}
