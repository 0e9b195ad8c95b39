/** When the next frame of an animation is due. */

/** The next frame of the screen; a hidden page, which has none, goes on at a few frames a second. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 200);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Calls of what this returns are answered by one call in the next frame. */
export function oncePerFrame(show: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    void nextFrame().then(() => {
      isDue = false;
      show();
    });
  };
}

/** For runs that nobody wants to watch: no wait at all, so that they get on in a hidden page, too. */
export async function noWait(): Promise<void> {}

export function prefersReducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

let lastTurn = Promise.resolve();

/** Ends in a task of its own, after all who asked before: what is much at once would keep the reader's hand waiting. */
export function inTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => new Promise((done) => setTimeout(done)));
  return lastTurn;
}
