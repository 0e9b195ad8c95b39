/** One tab at a time: what one tab computes, another neither takes up nor clears away. */

/** How long, in milliseconds, an earlier page of this tab may take to let go of what it kept; and on a machine that is busy. */
export const [PATIENCE, LONG_PATIENCE] = [1000, 6000];

/**
 * Waits for a lock of this site, so many milliseconds at most; null if another tab has it. The browser frees it with
 * the tab. Where there are no locks (a page that is not served over https) every tab gets it.
 * @throws the browser's error where it denies locks
 */
export function takeLock(name: string, patience = PATIENCE): Promise<(() => void) | null> {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(patience) }, () => {
        // The lock is held until this promise resolves.
        return new Promise<void>((release) => resolve(release));
      })
      .catch((error: Error) => (error.name === "TimeoutError" ? resolve(null) : reject(error)));
  });
}
