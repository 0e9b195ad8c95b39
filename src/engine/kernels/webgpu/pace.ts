/**
 * How many multiply-adds a submission may have, so that it stays under about 100 ms on this device: the page's own
 * frames come through, and no watchdog takes the device away. Knows nothing of what is computed.
 */

/** How long a submission should take, in milliseconds. */
const AIM = 50;
/** Multiply-adds per millisecond that any device can do, even a software adapter on a busy machine. */
const SLOWEST = 3e5;
/** The estimated speed falls by at most this factor with every slower submission. */
const FORGETTING = 0.8;

interface Pace {
  /** Multiply-adds a millisecond. */
  rate: number;
  /** When the device was last known to have nothing to do, by `performance.now()`. */
  idleSince: number;
}

const paces = new WeakMap<GPUDevice, Map<string, Pace>>();

function paceOf(device: GPUDevice, kind: string): Pace {
  const known = paces.get(device) ?? new Map<string, Pace>();
  paces.set(device, known);
  const pace = known.get(kind) ?? { rate: SLOWEST, idleSince: 0 };
  known.set(kind, pace);
  return pace;
}

/** Multiply-adds that a submission of this kind may have. */
export function affordableWork(device: GPUDevice, kind: string): number {
  return AIM * paceOf(device, kind).rate;
}

/**
 * Times what has just been submitted. The time includes what it takes to hear of the end, up to 100 ms in a browser
 * that looks for it now and then: a device may be faster than is believed here, which costs little.
 */
export function timeSubmitted(device: GPUDevice, kind: string, work: number): void {
  const pace = paceOf(device, kind);
  const submitted = performance.now();
  device.queue.onSubmittedWorkDone().then(
    () => {
      const now = performance.now();
      const elapsed = Math.max(now - Math.max(submitted, pace.idleSince), 0.1);
      pace.idleSince = now;
      pace.rate = Math.max(SLOWEST, FORGETTING * pace.rate, work / elapsed);
    },
    () => {}, // A lost device is reported elsewhere.
  );
}
