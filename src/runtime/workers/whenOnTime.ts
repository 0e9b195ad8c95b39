/** Timers that do not take the lateness of their own thread for somebody else's. */

/** A call that comes later than so many times the wait that was asked for is late. Browsers round up to a second for hidden pages. */
const LATE = 1.5;

/**
 * Calls `look` every so many milliseconds, and leaves out each call that would come late: the thread was busy, throttled,
 * frozen or asleep, and what was said to it in that time may still wait to be heard. Returns what ends it.
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
