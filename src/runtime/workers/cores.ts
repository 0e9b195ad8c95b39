/** How many workers compute at the same time, in a page or on the command line. */

const MOST_WORKERS = 8;

/** As many as there are cores, at most 8. */
export function coresHere(): number {
  return Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 2));
}
