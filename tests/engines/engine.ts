// What a JavaScript engine is to the battery: something that is there or not, and that runs a page. Types, and how
// the page is watched; each engine has a file of its own.
import type { Result } from "./battery.ts";
import { atMost, pause, within } from "./patience.ts";

/** How long one engine may take, from its start to its last digest: some 30 s on a quiet machine. A guard against what hangs. */
export const ENGINE_MS = 600_000;

/** Results so far, and at the end how the battery ended. */
export interface Battery {
  readonly results: readonly Result[];
  /** Absent while it runs; null if it finished. */
  readonly error?: string | null;
}

/** An engine that is there. */
export interface Ready {
  readonly path: string;
  /** Runs the page at the address; throws if the engine does not start. */
  readonly run: (address: string) => Promise<{ version: string; battery: Battery }>;
}

/** An engine that is not there, and why, in a sentence. */
export interface Missing {
  readonly why: string;
}

export interface Engine {
  readonly name: string;
  /** Looks for it, installs it where that is possible. */
  readonly find: () => Promise<Ready | Missing>;
}

/** Watches `window.battery` until it has ended, or until time is up: then it says how far it came. */
export async function watch(evaluate: (expression: string) => Promise<unknown>): Promise<Battery> {
  const end = performance.now() + atMost(ENGINE_MS);
  let seen: Battery = { results: [] };
  while (performance.now() < end) {
    try {
      const state = await within(
        end - performance.now(),
        "The page",
        evaluate("JSON.stringify(window.battery ?? null)"),
      );
      seen = JSON.parse(String(state)) ?? seen;
    } catch (error) {
      return { ...seen, error: `the page does not answer: ${(error as Error).message}` };
    }
    if (seen.error !== undefined) return seen;
    await pause(100);
  }
  return { ...seen, error: `not finished in time: ${seen.results.length} results until then` };
}
