/**
 * When a hand comes near something that needs more code and data at the first change than the page has: what is loaded
 * by then need not be waited for. A reader who asked for little data waits instead.
 */
const EVENTS = ["pointerenter", "focusin"] as const;

/** Calls `load` the first time that a pointer or the keyboard is within the element; where it fails, the next time, too. */
export function whenNear(element: HTMLElement, load: () => Promise<unknown>): void {
  if (savesData()) return;
  const begin = () => {
    for (const event of EVENTS) element.removeEventListener(event, begin);
    void load().catch(listen);
  };
  const listen = () => {
    for (const event of EVENTS) element.addEventListener(event, begin);
  };
  listen();
}

/** Whether the reader asked the browser for little data; not every browser says so. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
