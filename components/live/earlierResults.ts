/** What a figure came to with earlier settings, so that going back to them needs no run. */
import type { Device } from "../../src/engine/backends.ts";
import type { Measurement } from "../../src/experiments/experiment.ts";
import type { FigureState } from "../../src/runtime/figureState.ts";
import { isSameState } from "./figureSettings.ts";

export interface Finished {
  readonly state: FigureState;
  readonly measured: readonly (Measurement | null)[];
  readonly device: Device | null;
}

/** As many as this are kept, the latest. */
const MOST = 8;

export class EarlierResults {
  #kept: readonly Finished[] = [];

  keep(finished: Finished): void {
    const others = this.#kept.filter(({ state }) => !isSameState(state, finished.state));
    this.#kept = [finished, ...others].slice(0, MOST);
  }

  of(state: FigureState): Finished | undefined {
    return this.#kept.find((each) => isSameState(each.state, state));
  }
}
