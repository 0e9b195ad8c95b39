/** What holds for all figures of a page: what computes, and whether runs are slow enough to watch. */
import type { BackendChoice } from "../../src/engine/backends.ts";
import { prefersReducedMotion } from "./frames.ts";

class PageSettings extends EventTarget {
  backend: BackendChoice = "auto";
  isWatched = !prefersReducedMotion();

  set(change: Partial<Pick<PageSettings, "backend" | "isWatched">>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event("change"));
  }
}

export const pageSettings = new PageSettings();
