/**
 * Asks the browser to keep this page and what it runs on (src/offline/serviceWorker.ts), once the page is loaded and at rest. Nothing is
 * said where that is not possible: in a sandbox, in a private window, under file:, and where readers did away with it.
 */

import type { Keep } from "../../src/offline/kept.ts";
import { address } from "../address.ts";

export const DECLINED = `two-layers-offline ${address()}`;

/** Where this site is kept; null where browser or reader will not have it. A sandbox refuses even to be asked. */
export function container(): ServiceWorkerContainer | null {
  try {
    return isSecureContext && /^https?:$/.test(location.protocol) ? (navigator.serviceWorker ?? null) : null;
  } catch {
    return null;
  }
}

export function isDeclined(): boolean {
  try {
    return localStorage.getItem(DECLINED) !== null;
  } catch {
    return true;
  }
}

/**
 * Keeps this page, now.
 * @param isFirst whether what it runs on is fetched, if that is not there yet
 */
export async function keepThisPage(isFirst: boolean): Promise<void> {
  const here = container();
  if (!here || isDeclined()) return;
  try {
    if (isFirst) await here.register(address("sw.js"), { scope: address(), updateViaCache: "none" });
    else if (!(await registration(here))) return;
    const { active } = await here.ready;
    const message: Keep = { keep: location.origin + location.pathname };
    active?.postMessage(message);
  } catch {
    // A browser may refuse for reasons of its own, and the page works as it did.
  }
}

/** Another site of this host may have its own above this one. */
export async function registration(
  here: ServiceWorkerContainer,
): Promise<ServiceWorkerRegistration | undefined> {
  const found = await here.getRegistration(address());
  return found?.scope === scope() ? found : undefined;
}

export const scope = () => new URL(address(), location.href).href;

/** When the page is loaded and has nothing else to do. */
export function whenAtRest(then: () => void): void {
  const rest = () => ("requestIdleCallback" in window ? requestIdleCallback(then) : setTimeout(then, 1000));
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest, { once: true });
}
