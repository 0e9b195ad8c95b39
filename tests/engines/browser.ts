// What a browser is to the tests that drive it: something that is there or not, and that opens one page. Types, and how the
// battery is run in it; each browser has a file of its own.
import { type Engine, type Missing, watch } from "./engine.ts";

/** The page of a browser that runs. */
export interface OpenPage {
  /** The browser's name and version. */
  readonly version: string;
  /** Goes to an address, and waits until the page has loaded. */
  readonly goto: (address: string) => Promise<void>;
  /** The value of an expression in the page, or of the promise that it is; JSON can say it. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Makes the page about as large, in CSS pixels: a browser with a window has a least width. */
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A browser that is there. */
export interface Installed {
  readonly path: string;
  /** Starts it; throws if it does not start. */
  readonly open: () => Promise<OpenPage>;
}

export interface Browser {
  readonly name: string;
  /** Looks for it, installs it where that is possible. */
  readonly find: () => Promise<Installed | Missing>;
}

/** The browser as an engine that runs the battery. */
export function engineOf({ name, find }: Browser): Engine {
  return {
    name,
    find: async () => {
      const found = await find();
      if ("why" in found) return found;
      const run = async (address: string) => {
        const page = await found.open();
        try {
          await page.goto(address);
          return { version: page.version, battery: await watch(page.evaluate) };
        } finally {
          await page.close();
        }
      };
      return { path: found.path, run };
    },
  };
}
