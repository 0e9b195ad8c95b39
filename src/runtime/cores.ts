/** How many workers may compute at the same time. */

const MOST_WORKERS = 8;

let cores = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 2));

/** As many as there are cores, at most 8, unless another number was asked for. */
export function coresForRuns(): number {
  return cores;
}

/** Has as many workers as are asked for, for programs whose user knows better. */
export function useCores(count: number): void {
  cores = count;
}
