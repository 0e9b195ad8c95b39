/** One tab at a time: what one tab computes, another neither takes up nor clears away. */

/**
 * Waits for a lock of this site, `patience` milliseconds at most; null if another tab has it. The browser frees it with
 * the tab. Where there are no locks (a page that is not served over https) every tab gets it.
 */
export function takeLock(name: string, patience: number): Promise<(() => void) | null> {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(patience) }, () => {
        // The lock is held until this promise resolves.
        return new Promise<void>((release) => resolve(release));
      })
      .catch(() => resolve(null));
  });
}
