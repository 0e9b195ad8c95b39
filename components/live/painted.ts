/**
 * When the page has first been painted: what brings its figures and claims to life is loaded after that, since nobody can
 * want to press what is not seen yet, and a phone shows the text the sooner.
 */

/** Milliseconds after which a frame that nobody reports is not waited for any more. */
const LONGEST = 3000;

/** Ends once something of the page is on the screen; at once in a hidden page, which is not painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) {
      resolve();
      return;
    }
    if (!PerformanceObserver.supportedEntryTypes.includes("paint")) {
      requestAnimationFrame(() => setTimeout(resolve));
      return;
    }
    setTimeout(resolve, LONGEST);
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
  });
}
