/** Timers that skip calls which their own thread delayed. */

/** A call is late beyond this multiple of the wait asked for. Browsers round waits up to a second for hidden pages. */
const LATE = 1.5;

/**
 * Calls `look` every `every` milliseconds, and leaves out each call that would come late: the thread was busy, throttled,
 * frozen or asleep, and messages from that time may still be queued. Returns a function that ends it.
 */
export function whenOnTime(every: number, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    const asked = performance.now();
    timer = setTimeout(() => {
      const isLate = performance.now() - asked > LATE * every;
      wait();
      if (!isLate) look();
    }, every);
  };
  wait();
  return () => clearTimeout(timer);
}
